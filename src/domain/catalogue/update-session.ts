/**
 * Changing a session. Two organisers who edit the same one are told: the second's version is stale.
 * Whoever is registered hears of what a mail or a calendar shows (date, place, mode, video, title),
 * and of nothing else. Lowering the capacity below what is taken throws nobody out: the organiser
 * sees how many are over and chooses; raising it frees seats for those who wait.
 */
import { sql } from 'drizzle-orm';
import { type Database, isAbort, select, transact } from '../../db/client';
import { announced, dateWatchersDue, mailed, watching } from './announced';
import { type By, noted } from './by';
import { venueAdded, venueId } from './directories';
import type { SessionFacts, VenueFacts } from './facts';
import { factsOf, findSessionById, type SessionView } from './find-session';
import { type LinkRefusal, linked, linkFree, linkRefusal } from './hybrid-link';
import type { SessionInput, VenueInput } from './inputs';
import { type SessionRefusal, sessionRefusal } from './session-rules';
import { decided, slotsWritten } from './session-writes';
import { type NumberedSlot, numbered } from './slot-numbers';

export type UpdateOutcome =
  /**
   * over: seats taken above the new capacity; announced: people on it are being told; dated: those who
   * waited for the date are.
   */
  | { ok: true; version: number; over: number; announced: boolean; dated: boolean }
  | { ok: false; reason: UpdateRefusal };

export type UpdateRefusal =
  | SessionRefusal
  | 'unknown'
  | 'stale'
  | 'cancelled'
  | LinkRefusal
  /** A slot would go at which someone's attendance is noted. */
  | 'slot_attended';

type Change = { id: number; version: number; input: SessionInput; reason: string | null };

type Refused = Extract<UpdateOutcome, { ok: false }>;
type Plan = {
  ok: true;
  view: SessionView;
  before: SessionFacts;
  after: SessionFacts;
  /** Whoever is registered hears of it. */
  tells: boolean;
  /** What a year's report counts as moved; null where it is where and when it was. */
  moved: Moved | null;
  /** The session gets its first date: those who wait for one hear of it. */
  dates: boolean;
  slots: NumberedSlot[];
};

/** What the change would do, without doing it: what an organiser is shown before they confirm. */
export async function planUpdate(
  db: Database,
  { id, version, input }: Omit<Change, 'reason'>,
  now: number,
): Promise<Plan | Refused> {
  const refusal = sessionRefusal(input);
  if (refusal) return { ok: false, reason: refusal };
  const view = await findSessionById(db, id);
  if (!view) return { ok: false, reason: 'unknown' };
  if (view.session.state === 'cancelled') return { ok: false, reason: 'cancelled' };
  if (view.session.version !== version) return { ok: false, reason: 'stale' };
  const { session } = view;
  const isSame = input.linkedSessionId === session.linkedSessionId && input.mode === session.mode;
  const unlinkable = isSame ? null : await linkRefusal(db, session, input);
  if (unlinkable) return { ok: false, reason: unlinkable };
  const before = factsOf(view);
  const after = factsAfter(view, input, await venueFacts(db, input.venue));
  const published = view.session.state === 'published';
  return {
    ok: true,
    view,
    before,
    after,
    tells: published && isShown(before, after) && !isOnRecord(before, after, now),
    moved: published ? movedFrom(before, after) : null,
    dates: published && view.session.dateState === 'to_be_determined' && input.slots.length > 0,
    slots: numbered(input.slots, view.slots),
  };
}

/** Seats taken above the capacity: 0 for a session that is open to all. */
export const seatsOver = (taken: number, capacity: number | null) =>
  capacity === null ? 0 : Math.max(0, taken - capacity);

/**
 * @param change.version the one that the organiser looked at
 * @param change.reason what people are told of the change; may be null
 */
export async function updateSession(db: Database, change: Change, by: By): Promise<UpdateOutcome> {
  const { id, version, input, reason } = change;
  const plan = await planUpdate(db, change, by.now);
  if (!plan.ok) return plan;
  const { before, after, tells, moved, dates, slots } = plan;
  const held = sql`id = ${id} AND version = ${version} AND state <> 'cancelled'
    AND ${linkFree(id, input)}`;
  const set = sql.join(
    decided(input).map(([column, value]) => sql`${column} = ${value}`),
    sql`, `,
  );
  const news = { session: after, before, reason };
  const statements = [
    ...(input.venue ? [venueAdded(input.venue, by.now)] : []),
    noted(
      by,
      'session_changed',
      held,
      { told: tells, moved, reason: reason !== null },
      sql`${tells ? mailed : 0} + ${dates ? watching : 0}`,
    ),
    ...(tells ? [announced('session_changed', news, held, by.now)] : []),
    ...slotsWritten(slots, held),
    ...linked(input, held),
    dates ? dateWatchersDue(held, by.now) : sql`SELECT 1 WHERE false`,
    sql`
      UPDATE sessions SET ${set}, updated_at = ${by.now}, version = version + 1
      WHERE ${held} RETURNING seats_taken AS seatsTaken, waiting_count AS waiting`,
  ];
  const outcomes = await transact(db, statements).catch(unlessAttended);
  if (!outcomes) return { ok: false, reason: 'slot_attended' };
  const row = outcomes.at(-1)?.rows[0] as { seatsTaken: number; waiting: number } | undefined;
  if (!row) return { ok: false, reason: 'stale' };
  return {
    ok: true,
    version: version + 1,
    over: seatsOver(row.seatsTaken, input.capacity),
    announced: tells && row.seatsTaken + row.waiting > 0,
    dated: Boolean(outcomes.at(-2)?.rows.length),
  };
}

function unlessAttended(error: unknown): null {
  if (isAbort(error, 'slot_attended')) return null;
  throw error;
}

/** What mails and calendars show, and people would miss. */
const shown = ({ title, mode, slots, venue, videoUrl }: SessionFacts) =>
  JSON.stringify([title, mode, slots.map((s) => [s.startsAt, s.endsAt]), venue, videoUrl]);

const isShown = (before: SessionFacts, after: SessionFacts) => shown(before) !== shown(after);

/**
 * Another place, or other beginnings: the network's clock tells whether that is another day, in the report
 * (reports/load-facts.ts). An end put right is no move.
 */
export type Moved = { place: boolean; began: number[]; begins: number[] };

/** Once there was a place, or a date. */
function movedFrom(before: SessionFacts, after: SessionFacts): Moved | null {
  const where = ({ mode, venue }: SessionFacts) => JSON.stringify([mode, venue?.name]);
  const place =
    (before.venue !== null || before.mode === 'online') && where(before) !== where(after);
  const [began, begins] = [startsOf(before), startsOf(after)];
  const otherwise = began.length > 0 && beginsOtherwise(before, after);
  return place || otherwise ? { place, began, begins } : null;
}

/** Putting on record when it was is no news to anyone: it was over already, or it has ended before its time. */
const isOnRecord = (before: SessionFacts, after: SessionFacts, now: number) =>
  hasEnded(after.slots, now) && (hasEnded(before.slots, now) || !beginsOtherwise(before, after));

/** All of it lies behind. */
export const hasEnded = (slots: readonly { endsAt: number }[], now: number) =>
  slots.length > 0 && slots.every(({ endsAt }) => endsAt <= now);

type Slotted = { slots: readonly { startsAt: number }[] };
export const beginsOtherwise = (before: Slotted, after: Slotted) =>
  String(startsOf(before)) !== String(startsOf(after));
const startsOf = ({ slots }: Slotted) => slots.map(({ startsAt }) => startsAt);

function factsAfter(
  view: SessionView,
  input: SessionInput,
  venue: VenueFacts | null,
): SessionFacts {
  return {
    ...factsOf(view),
    title: input.title ?? view.action.title,
    mode: input.mode,
    slots: input.slots.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
    venue,
    videoUrl: input.videoUrl,
    speakers: input.speakers,
    practical: input.practical,
    eligibility: input.eligibility,
    version: view.session.version + 1,
  };
}

/** As the directory will have it: what it knows already stays (directories.ts). */
async function venueFacts(db: Database, venue: VenueInput | null): Promise<VenueFacts | null> {
  if (!venue) return null;
  const [known] = await select<VenueFacts>(
    db,
    sql`SELECT name, address, town, access FROM venues WHERE id = ${venueId(venue)}`,
  );
  return {
    name: known?.name ?? venue.name,
    address: known?.address ?? venue.address,
    town: known?.town ?? venue.town,
    access: known?.access ?? venue.access,
  };
}
