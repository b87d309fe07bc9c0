/** The session of the path, for someone who works on its action: what each handler here opens with. */
import type { Context } from 'hono';
import { findSessionById, type SessionView } from '../../../domain/catalogue/find-session';
import { requireSessionByCode } from '../../../domain/organisers/access';
import { NotFound } from '../../../lib/errors';
import { newToken, readCode } from '../../../lib/tokens';
import { type OrganiserEnv, type Shell, shellOf } from '../context';

/** @throws {NotFound} for no session; {Forbidden} for another organisation's. */
export async function openSession(c: Context<OrganiserEnv>): Promise<SessionView> {
  const { db, account } = c.var;
  const code = readCode(c.req.param('code') ?? '');
  if (!code) throw new NotFound();
  const { id } = await requireSessionByCode(db, account, code);
  const view = await findSessionById(db, id);
  if (!view) throw new NotFound();
  return view;
}

export const actorOf = (c: Context<OrganiserEnv>) => `organiser:${c.var.account.id}` as const;

/** The shell of these pages: with the moment, and what was just done here (?fait=… names it). */
export type AttendanceShell = Shell & { now: number };

export function attendanceShell(c: Context<OrganiserEnv>): AttendanceShell {
  const texts: Record<string, string> = c.var.reader.t.attendance.done;
  const code = c.req.query('fait') ?? '';
  const done = Object.hasOwn(texts, code) ? texts[code] : undefined;
  return { ...shellOf(c), now: c.var.now, ...(done && { done }) };
}

export const withQuery = (path: string, query: string) =>
  `${path}${path.includes('?') ? '&' : '?'}${query}`;

/** Back to a page of the session after a success. */
export const done = (c: Context<OrganiserEnv>, path: string, what: string) =>
  c.redirect(c.var.reader.href(withQuery(path, `fait=${what}`)), 303);

/** The page's random key as its form sent it back; a new one where it is none. */
export const readKey = (text: string | undefined) =>
  text && /^[\w-]{16,64}$/.test(text) ? text : newToken();
