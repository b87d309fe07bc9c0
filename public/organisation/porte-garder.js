/**
 * Has the worker keep the door's page and all that it needs, the camera's files included, so that it
 * opens and scans without a network. The worker keeps what it sees asked for, and the first visit began
 * before it was there.
 */
import { hasReader } from './porte-camera.js';

export async function keepPage() {
  const worker = navigator.serviceWorker;
  if (!worker) return;
  const isNew = !worker.controller;
  await worker.register('/organisation/porte-hors-ligne.js', { scope: '/organisation/seances/' });
  if (!worker.controller)
    await new Promise((done) => {
      worker.addEventListener('controllerchange', done, { once: true });
    });
  const own = (name) => new URL(name, import.meta.url).href;
  const page = [...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(
    (part) => part.href ?? part.src,
  );
  const first = [
    location.href,
    ...page,
    ...['attente', 'garder', 'camera', 'lignes', 'question'].map((name) => own(`porte-${name}.js`)),
  ];
  const wanted = [...(isNew ? first : []), ...((await hasReader()) ? [] : [own('lecteur-qr.js')])];
  await Promise.all(wanted.map((url) => fetch(url)));
}
