/**
 * Lets the door's page open without a network. It looks at that page, its scripts and its styles, and at
 * nothing else; the network comes first, and what it gave last is kept for when it is gone. The page
 * holds names: it is dropped three days after it was last opened, and when the sign-in has ended.
 */
const cacheName = 'porte-1';
const days = 3;
const page = /^\/organisation\/seances\/[^/]+\/porte$/;
const parts =
  /^\/(organisation\/(porte(-\w+)?|lecteur-qr)\.js|farandole\.css|organisation\.css|emargement\.css)$/;

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(Promise.all([clients.claim(), dropOld()])));

addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  if (page.test(url.pathname) || parts.test(url.pathname)) event.respondWith(answer(event));
});

async function answer(event) {
  const cache = await caches.open(cacheName);
  try {
    const fresh = await fetch(event.request);
    if (fresh.ok && !fresh.redirected) event.waitUntil(keep(cache, event.request, fresh.clone()));
    else event.waitUntil(cache.delete(event.request));
    return fresh;
  } catch (error) {
    const kept = await cache.match(event.request, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

async function keep(cache, request, answer) {
  const headers = new Headers(answer.headers);
  headers.set('X-Kept-At', String(Date.now()));
  const { status, statusText } = answer;
  await cache.put(request, new Response(await answer.blob(), { status, statusText, headers }));
  await dropOld();
}

async function dropOld() {
  const cache = await caches.open(cacheName);
  for (const request of await cache.keys()) {
    const kept = await cache.match(request);
    const at = Number(kept?.headers.get('X-Kept-At'));
    if (Date.now() - at > days * 24 * 3600 * 1000) await cache.delete(request);
  }
}
