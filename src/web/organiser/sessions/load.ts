/** The session of an organiser's page, for someone who works on its action. */
import type { Context } from 'hono';
import { findSession, type SessionView } from '../../../domain/catalogue/find-session';
import { requireCarrier } from '../../../domain/organisers/access';
import { NotFound } from '../../../lib/errors';
import { readCode } from '../../../lib/tokens';
import { type OrganiserEnv, type Shell, shellOf } from '../context';
import type { SessionPage } from './session-frame';

/** @throws {NotFound} @throws {Forbidden} */
export async function loadSession(c: Context<OrganiserEnv>): Promise<SessionView> {
  const code = readCode(c.req.param('code') ?? '');
  const view = code === null ? null : await findSession(c.var.db, code);
  if (!view) throw new NotFound();
  requireCarrier(c.var.account, view);
  return view;
}

export const pageOf = (c: Context<OrganiserEnv>, view: SessionView): SessionPage => ({
  shell: sessionShell(c),
  view,
  now: c.var.now,
});

/** The shell with what was just done to a session. */
export const sessionShell = (c: Context<OrganiserEnv>): Shell =>
  shellOf(c, c.var.reader.t.sessions.done);
