/**
 * What happens by itself, every minute and in this order. Each job does a bounded piece of work and
 * takes up the rest a minute later; one that fails is logged and does not stop those after it.
 */
import type { Database } from '../db/client';
import { clearSheetScans } from '../domain/attendance/sheet-scans';
import { expandMailings } from '../domain/invitations/expand-mailings';
import { deliverOutbox } from '../domain/mail/deliver';
import { makeRenderer } from '../domain/messages/render';
import { expandNotes } from '../domain/notes/expand-notes';
import { expandAnnouncements } from '../domain/registrations/announce';
import { tellDateWatchers } from '../domain/registrations/date-watchers';
import { fillFreedSeats, lapseOffers } from '../domain/registrations/waiting-list';
import { closeEndedSurveys } from '../domain/surveys/close-survey';
import { sendDueReminders } from '../domain/surveys/invite';
import type { Bindings, Settings } from '../env';
import { logError } from '../lib/log';
import { transportFor } from '../transports';

export type Work = { db: Database; settings: Settings; bindings: Bindings; now: number };
export type Timetable = Record<string, (work: Work) => Promise<unknown>>;

export const timetable: Timetable = {
  'lapse offers and pass them on': ({ db, now }) => lapseOffers(db, { now }, 5),
  'offer freed seats': ({ db, now }) => fillFreedSeats(db, { now }, 5),
  'tell everyone of a session': ({ db, settings, now }) =>
    expandAnnouncements(db, { now, timeZone: settings.timeZone }, 100),
  'write to registrants': ({ db, now }) => expandNotes(db, { now }, 100),
  // One step: more than is delivered in a minute.
  'invite partners': ({ db, now }) => expandMailings(db, { now }, 25),
  'close surveys': ({ db, now }) => closeEndedSurveys(db, now, 2),
  'remind of surveys': ({ db, settings, now }) =>
    sendDueReminders(db, { now, secret: settings.signingSecret }, 1),
  'tell those who wait for a date': ({ db, now }) => tellDateWatchers(db, now, 50),
  'clear away scans that were cut off': async ({ db, bindings, now }) =>
    bindings.SHEETS && clearSheetScans(db, bindings.SHEETS, now, 20),
  'deliver mail': ({ db, settings, bindings, now }) =>
    deliverOutbox(db, {
      transport: transportFor(settings, bindings, db),
      render: makeRenderer(settings),
      now,
      // Two queries a mail: within the fifty that the free plan allows, the other jobs' included.
      limit: 15,
    }),
};

export async function runTimetable(work: Work, jobs: Timetable = timetable): Promise<void> {
  for (const [name, job] of Object.entries(jobs)) {
    try {
      await job(work);
    } catch (error) {
      logError(`The job « ${name} » failed.`, error);
    }
  }
}
