/**
 * Delivers the mails that a request has just written, right after its response: the newest first, so
 * that nobody's confirmation waits behind an announcement to many. What is left, or fails, is the
 * timetable's. Tests that call the app themselves pass it an execution context.
 */
import type { Context } from 'hono';
import { deliverOutbox } from '../domain/mail/deliver';
import { makeRenderer } from '../domain/messages/render';
import { expandAnnouncements } from '../domain/registrations/announce';
import { tellDateWatchers } from '../domain/registrations/date-watchers';
import { logError } from '../lib/log';
import { transportFor } from '../transports';
import type { AppEnv } from './context';

export function deliverSoon<E extends AppEnv>(c: Context<E>): void {
  c.executionCtx.waitUntil(deliver(c).catch(failed));
}

/** The same for what concerns everyone of a session: the first of them need not wait for the minute. */
export function announceSoon<E extends AppEnv>(c: Context<E>): void {
  const { db, settings, now }: AppEnv['Variables'] = c.var;
  c.executionCtx.waitUntil(
    expandAnnouncements(db, { now, timeZone: settings.timeZone }, 25)
      .then(() => tellDateWatchers(db, now, 25))
      .then(() => deliver(c))
      .catch(failed),
  );
}

/** Left to the runtime, the error would be logged with its message; the timetable tries again. */
const failed = (error: unknown) => logError('Delivering after a response failed.', error);

function deliver<E extends AppEnv>(c: Context<E>) {
  const { db, settings, now }: AppEnv['Variables'] = c.var;
  return deliverOutbox(db, {
    transport: transportFor(settings, c.env, db),
    render: makeRenderer(settings),
    now,
    limit: 6,
    first: 'newest',
  });
}
