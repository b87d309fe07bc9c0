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
import { type SeasonAction, type SeasonSession, season } from './season';
import { takePlace } from './take-place';

export async function loadDemo(
  db: Database,
  settings: Settings,
  { now }: { now: number },
): Promise<null> {
  const { timeZone } = settings;
  const past = await importYear(db, JSON.stringify(year), { now });
  if (!past.ok) throw new Error(JSON.stringify(past.faults));
  const actions = season(calendarOf(now, timeZone));
  const start: By = { now: now - 60 * day, actor: 'system' };
  const drafts = await draftSeason(db, actions, start);
  // Before any certificate is signed.
  const leading = actions.flatMap(({ action }) => action.carriers?.slice(0, 1) ?? []);
  await givePictures(db, leading, start);
  for (const { id, path, session, first } of drafts) {
    // What is put on is announced some weeks ahead, and people come by and by.
    const until = session.held ? (session.draft.slots?.[0]?.startsAt ?? now) : now;
    await publish(db, id, session, { now: until - 20 * day, actor: 'system' });
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

type Draft = {
  id: number;
  path: string;
  session: SeasonSession;
  /** The number of its first guest. */
  first: number;
};

/**
 * Plans the whole season before anything is published, as a network does: the plan of an action is
 * frozen when its first session is. Returns what is to be published, what has taken place first.
 */
async function draftSeason(
  db: Database,
  actions: readonly SeasonAction[],
  by: By,
): Promise<Draft[]> {
  const known = await knownKeys(db, actions);
  const drafts: Draft[] = [];
  let guests = 0;
  for (const { key, action, sessions } of actions) {
    // Without a key of its own: of what was imported, no plan is frozen.
    const actionId =
      known.get(key)?.id ?? (await createAction(db, v.parse(ActionInput, action), by)).id;
    for (const session of sessions) {
      const path = `${key}/${session.key}`;
      const linkedSessionId = known.get(`${key}/${session.linkedTo}`)?.id ?? null;
      const input = v.parse(SessionInput, { ...session.draft, linkedSessionId });
      const there = known.get(path) ?? (await drafted(db, actionId, input, { ...by, path }));
      known.set(path, there);
      if (there.state === 'draft') drafts.push({ id: there.id, path, session, first: guests });
      guests += session.parties?.length ?? 0;
    }
  }
  return drafts.sort((a, b) => Number(Boolean(b.session.held)) - Number(Boolean(a.session.held)));
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

async function drafted(
  db: Database,
  actionId: number,
  input: SessionInput,
  { path, ...by }: By & { path: string },
): Promise<Known> {
  const made = await createSession(db, actionId, input, { ...by, importKey: path });
  if (!made.ok) throw new Error(`${path}: ${made.reason}`);
  return { id: made.id, state: 'draft' };
}

async function publish(
  db: Database,
  id: number,
  { key, cancelled }: SeasonSession,
  by: By,
): Promise<void> {
  // The other half of a hybrid session has changed it since it was made.
  const [stored] = await select<{ version: number }>(
    db,
    sql`SELECT version FROM sessions WHERE id = ${id}`,
  );
  const published = await publishSession(db, { id, version: stored?.version ?? 0 }, by);
  if (!published.ok) throw new Error(`${key}: ${published.reason}`);
  if (cancelled === undefined) return;
  await cancelSession(db, { id, version: published.version, reason: cancelled }, by);
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

type Known = { id: number; state: string };

/** Sessions by their key, and actions by their title. */
async function knownKeys(
  db: Database,
  actions: readonly SeasonAction[],
): Promise<Map<string, Known>> {
  const titles = actions.map(({ key, action }) => ({ key, title: action.title }));
  const rows = await select<Known & { key: string }>(
    db,
    sql`
      SELECT value ->> 'key' AS key, min(actions.id) AS id, '' AS state
      FROM json_each(${JSON.stringify(titles)})
        JOIN actions ON title = value ->> 'title' AND import_key IS NULL GROUP BY 1
      UNION ALL SELECT import_key, id, state FROM sessions WHERE import_key LIKE 'saison-%'`,
  );
  return new Map(rows.map(({ key, ...known }) => [key, known]));
}
