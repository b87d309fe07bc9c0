/** What is printed for a session, and the logos that stand on it. */
import { type Context, Hono } from 'hono';
import { listPrintedLogos } from '../../../domain/printing/logos';
import {
  endSpeakerLink,
  findSpeakerToken,
  makeSpeakerLink,
} from '../../../domain/printing/speaker-links';
import { absolute, links } from '../../../links';
import { byOf, type OrganiserEnv } from '../context';
import { loadSession, pageOf } from '../sessions/load';
import { logoRoutes } from './logo-routes';
import { PaperPage } from './paper-page';
import { posterFile, showPoster } from './poster-answers';
import { signatureRoutes } from './signature-routes';

type C = Context<OrganiserEnv>;

export const printingRoutes = new Hono<OrganiserEnv>()
  .get(links.paper(':code'), async (c) => {
    const view = await loadSession(c);
    const { db, settings } = c.var;
    const [logos, token] = await Promise.all([
      listPrintedLogos(db, view.action.id),
      findSpeakerToken(db, settings.signingSecret, view.session.id),
    ]);
    const speakerUrl = token && absolute(settings.baseUrl, links.speakerList(token));
    return c.html(
      <PaperPage
        {...pageOf(c, view)}
        logos={logos}
        speakerUrl={speakerUrl}
        pdf={settings.pdf === 'on'}
      />,
    );
  })
  .get(links.poster(':code'), (c) => showPoster(c, 'a4'))
  .get(links.flyer(':code'), (c) => showPoster(c, 'a5'))
  .get(links.posterPdf(':code'), (c) => posterFile(c, 'a4'))
  .get(links.flyerPdf(':code'), (c) => posterFile(c, 'a5'))
  .post(links.speakerLink(':code'), async (c) => {
    const { session } = await loadSession(c);
    await makeSpeakerLink(c.var.db, session.id, byOf(c));
    return toPaper(c, session.code, 'lien-intervenant');
  })
  .post(links.speakerLinkEnd(':code'), async (c) => {
    const { session } = await loadSession(c);
    await endSpeakerLink(c.var.db, session.id, byOf(c));
    return toPaper(c, session.code, 'lien-intervenant-fini');
  })
  .route('/', logoRoutes)
  .route('/', signatureRoutes);

const toPaper = (c: C, code: string, done: string) =>
  c.redirect(c.var.reader.href(`${links.paper(code)}?fait=${done}`), 303);
