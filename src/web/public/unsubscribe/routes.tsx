/** Unsubscribing from invitations: by the page's button, or by a mail program's one click (RFC 8058). */
import { type Context, Hono } from 'hono';
import {
  isUnsubscribed,
  readUnsubscribeToken,
  unsubscribe,
} from '../../../domain/invitations/unsubscribe';
import { NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import type { AppEnv } from '../../context';
import { UnsubscribedPage, UnsubscribePage } from './unsubscribe-page';

export const unsubscribeRoutes = new Hono<AppEnv>()
  .get(links.unsubscribe(':token'), async (c) => {
    const { db, reader } = c.var;
    const { token, mac } = await requireToken(c);
    if (await isUnsubscribed(db, mac)) return c.html(<UnsubscribedPage reader={reader} />);
    return c.html(<UnsubscribePage reader={reader} token={token} />);
  })
  // The body is not looked at: the button sends none, a mail program List-Unsubscribe=One-Click.
  .post(links.unsubscribe(':token'), async (c) => {
    const { db, now, reader } = c.var;
    await unsubscribe(db, await requireToken(c), now);
    return c.html(<UnsubscribedPage reader={reader} />);
  });

/** @throws {NotFound} */
async function requireToken(c: Context<AppEnv>) {
  const token = c.req.param('token') ?? '';
  const read = await readUnsubscribeToken(c.var.settings.signingSecret, token);
  if (!read) throw new NotFound();
  return { ...read, token };
}
