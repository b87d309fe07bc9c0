/** The session of an organiser's page, for someone who works on its action. */
import type { Context } from 'hono';
import { findSession, type SessionView } from '../../../domain/catalogue/find-session';
import { requireSession } from '../../../domain/organisers/access';
import { NotFound } from '../../../lib/errors';
import { readCode } from '../../../lib/tokens';
import { type OrganiserEnv, type Shell, shellOf } from '../context';
import type { SessionPage } from './session-frame';

/** @throws {NotFound} @throws {Forbidden} */
export async function loadSession(c: Context<OrganiserEnv>): Promise<SessionView> {
  const code = readCode(c.req.param('code') ?? '');
  const view = code === null ? null : await findSession(c.var.db, code);
  if (!view) throw new NotFound();
  await requireSession(c.var.db, c.var.account, view.session.id);
  return view;
}

export const pageOf = (c: Context<OrganiserEnv>, view: SessionView): SessionPage => ({
  shell: sessionShell(c),
  view,
  now: c.var.now,
});

/** The shell with what was just done to a session: ?fait=… names it. */
export function sessionShell(c: Context<OrganiserEnv>): Shell {
  const texts: Record<string, string> = c.var.reader.t.sessions.done;
  const code = c.req.query('fait') ?? '';
  const done = Object.hasOwn(texts, code) ? texts[code] : undefined;
  return { ...shellOf(c), ...(done && { done }) };
}
