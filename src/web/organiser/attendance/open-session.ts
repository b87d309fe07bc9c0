/** What each handler of attendance opens with, and how it ends. */
import type { Context } from 'hono';
import { newToken } from '../../../lib/tokens';
import { type OrganiserEnv, type Shell, shellOf } from '../context';

export { loadSession as openSession } from '../sessions/load';

export const actorOf = (c: Context<OrganiserEnv>) => `organiser:${c.var.account.id}` as const;

/** The shell of these pages: with the moment, and what was just done here (?fait=… names it). */
export type AttendanceShell = Shell & { now: number };

export const attendanceShell = (c: Context<OrganiserEnv>): AttendanceShell => ({
  ...shellOf(c, c.var.reader.t.attendance.done),
  now: c.var.now,
});

export const withQuery = (path: string, query: string) =>
  `${path}${path.includes('?') ? '&' : '?'}${query}`;

/** Back to a page of the session after a success. */
export const done = (c: Context<OrganiserEnv>, path: string, what: string) =>
  c.redirect(c.var.reader.href(withQuery(path, `fait=${what}`)), 303);

/** The page's random key as its form sent it back; a new one where it is none. */
export const readKey = (text: string | undefined) =>
  text && /^[\w-]{16,64}$/.test(text) ? text : newToken();
