/**
 * The demo: a real year as the past, and a season of the same shapes with people on it: what has taken
 * place in the last weeks, a session that is open now, and what comes.
 * All of it goes through the domain. Found by key, so that a load that was cut off is finished.
 */
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import year from '../../data/programme-2023.json';
import { type Database, select } from '../../src/db/client';
import type { By } from '../../src/domain/catalogue/by';
import { cancelSession } from '../../src/domain/catalogue/cancel-session';
import { createAction } from '../../src/domain/catalogue/create-action';
import { createSession } from '../../src/domain/catalogue/create-session';
import { ActionInput, SessionInput } from '../../src/domain/catalogue/inputs';
import { publishSession } from '../../src/domain/catalogue/publish-session';
import { importYear } from '../../src/domain/import/import-year';
import { deliverOutbox } from '../../src/domain/mail/deliver';
import { makeRenderer } from '../../src/domain/messages/render';
import { register } from '../../src/domain/registrations/register';
import type { Settings } from '../../src/env';
import { day, hour } from '../../src/lib/dates';
import { mailboxTransport } from '../../src/transports/mailbox';
import { calendarOf } from './calendar';
import { person } from './people';
import { givePictures } from './pictures';
import { type SeasonSession, season } from './season';
import { takePlace } from './take-place';

export async function loadDemo(
  db: Database,
  settings: Settings,
  { now }: { now: number },
): Promise<null> {
  const { timeZone } = settings;
  const past = await importYear(db, JSON.stringify(year), { now });
  if (!past.ok) throw new Error(JSON.stringify(past.faults));
  const keys = await knownKeys(db);
  const actions = season(calendarOf(now, timeZone));
  const start: By = { now: now - 60 * day, actor: 'system' };
  for (const { key, action } of actions) {
    if (keys.has(key)) continue;
    const made = await createAction(db, v.parse(ActionInput, action), { ...start, importKey: key });
    keys.set(key, made.id);
  }
  // Before any certificate is signed.
  const leading = actions.flatMap(({ action }) => action.carriers?.slice(0, 1) ?? []);
  await givePictures(db, leading, start);
  let guests = 0;
  for (const { key, sessions } of actions)
    for (const session of sessions) {
      const path = `${key}/${session.key}`;
      const first = guests;
      guests += session.parties?.length ?? 0;
      if (keys.has(path)) continue;
      const linkedTo = session.linkedTo ? keys.get(`${key}/${session.linkedTo}`) : null;
      // What is put on is announced some weeks ahead, and people come by and by.
      const until = session.held ? (session.draft.slots?.[0]?.startsAt ?? now) : now;
      const by: By = { now: until - 20 * day, actor: 'system' };
      const id = await publish(db, Number(keys.get(key)), session, {
        by,
        path,
        linkedTo: linkedTo ?? null,
      });
      keys.set(path, id);
      for (const [i, seats] of (session.parties ?? []).entries()) {
        const at = until - 10 * day + (first + i) * hour;
        await seatGuest(db, { id, session, n: first + i, seats }, { now: at, timeZone });
      }
      if (!session.held) continue;
      await settleMails(db, settings, until);
      await takePlace(db, settings, { id, key: path }, session.held);
    }
  await settleMails(db, settings, now);
  return null;
}

/**
 * The demo people's mails lie in the local mailbox from the first moment, so that what comes after is
 * a visitor's own; they never leave by another transport.
 */
async function settleMails(db: Database, settings: Settings, now: number): Promise<void> {
  if (settings.mailTransport !== 'mailbox') {
    await select(db, sql`UPDATE outbox SET state = 'superseded' WHERE state = 'queued'`);
    return;
  }
  const transport = mailboxTransport(db, () => now);
  await deliverOutbox(db, { transport, render: makeRenderer(settings), now, limit: 10_000 });
}

async function publish(
  db: Database,
  actionId: number,
  { draft, cancelled }: SeasonSession,
  { by, path, linkedTo }: { by: By; path: string; linkedTo: number | null },
): Promise<number> {
  const input = v.parse(SessionInput, { ...draft, linkedSessionId: linkedTo });
  const made = await createSession(db, actionId, input, { ...by, importKey: path });
  if (!made.ok) throw new Error(`${path}: ${made.reason}`);
  const published = await publishSession(db, made, by);
  if (!published.ok) throw new Error(`${path}: ${published.reason}`);
  if (cancelled !== undefined) {
    const { version } = published;
    await cancelSession(db, { id: made.id, version, reason: cancelled }, by);
  }
  return made.id;
}

/** Registers one of the demo's people as they would: only what the session asks is told. */
async function seatGuest(
  db: Database,
  guest: { id: number; session: SeasonSession; n: number; seats: number },
  moment: { now: number; timeZone: string },
) {
  const { asks = {} } = guest.session.draft;
  const { profession, organisation, town, ...who } = person(guest.n);
  const companion = person(guest.n + 1).firstName;
  const outcome = await register(
    db,
    {
      sessionId: guest.id,
      registrants: [
        {
          ...who,
          seats: guest.seats,
          companions: guest.seats > 1 ? [companion] : [],
          ...(asks.profession && { profession }),
          ...(asks.organisation && { organisation }),
          ...(asks.town && { town }),
        },
      ],
      together: false,
      submissionKey: `demo-registration-${guest.n}`,
    },
    moment,
  );
  if (!outcome?.ok) throw new Error(`${guest.session.key}: ${outcome?.reason}`);
}

async function knownKeys(db: Database): Promise<Map<string, number>> {
  const rows = await select<{ key: string; id: number }>(
    db,
    sql`
      SELECT import_key AS key, id FROM actions WHERE import_key IS NOT NULL
      UNION ALL SELECT import_key, id FROM sessions WHERE import_key IS NOT NULL`,
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}
