/** GET /intervenant/:token: the list for the speaker. An unknown, ended or outlived link looks the same. */
import { Hono } from 'hono';
import { findSessionById } from '../../../domain/catalogue/find-session';
import { inOrder, listPrintedLogos } from '../../../domain/printing/logos';
import { findBySpeakerToken } from '../../../domain/printing/speaker-links';
import { listGuests } from '../../../domain/printing/speaker-list';
import { NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import type { AppEnv } from '../../context';
import { SpeakerListPage } from './speaker-list-page';

export const speakerRoutes = new Hono<AppEnv>().get(links.speakerList(':token'), async (c) => {
  const { db, now, settings, reader } = c.var;
  const link = { secret: settings.signingSecret, token: c.req.param('token') ?? '', now };
  const id = await findBySpeakerToken(db, link);
  const view = id === null ? null : await findSessionById(db, id);
  if (!view) throw new NotFound();
  const [list, logos] = await Promise.all([
    listGuests(db, view.session.id),
    listPrintedLogos(db, view.action.id).then(inOrder),
  ]);
  c.header('Cache-Control', 'no-store');
  return c.html(<SpeakerListPage {...{ reader, view, list, logos, now }} />);
});
