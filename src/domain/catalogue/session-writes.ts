/** The statements that create-session and update-session share. */
import { type SQL, sql } from 'drizzle-orm';
import { nameKey } from '../../lib/text';
import { venueId } from './directories';
import type { SessionInput } from './inputs';
import { spanOf } from './session-rules';
import type { NumberedSlot } from './slot-numbers';

/** Every column that an organiser decides, with its value. */
export function decided(input: SessionInput): [column: SQL, value: SQL][] {
  const { startsAt, endsAt } = spanOf(input.slots);
  const json = (value: unknown) => sql`${JSON.stringify(value)}`;
  const flag = (value: boolean) => sql`${value ? 1 : 0}`;
  return [
    [sql`title`, sql`${input.title}`],
    [sql`title_key`, sql`${nameKey(input.title ?? '')}`],
    [sql`summary`, sql`${input.summary}`],
    [sql`date_state`, sql`${input.dateState}`],
    [sql`starts_at`, sql`${startsAt}`],
    [sql`ends_at`, sql`${endsAt}`],
    [sql`mode`, sql`${input.mode}`],
    [sql`linked_session_id`, sql`${input.linkedSessionId}`],
    [sql`venue_id`, venueId(input.venue)],
    [sql`video_url`, sql`${input.videoUrl}`],
    [sql`capacity`, sql`${input.capacity}`],
    [sql`max_capacity`, sql`${input.maxCapacity ?? input.capacity}`],
    [sql`min_seats`, sql`${input.minSeats}`],
    [sql`offer_hours`, sql`${input.offerHours}`],
    [sql`seats_per_organisation`, sql`${input.seatsPerOrganisation}`],
    [sql`seats_per_registration`, sql`${input.seatsPerRegistration}`],
    [sql`accepts_colleagues`, flag(input.acceptsColleagues)],
    [sql`accepts_groups`, flag(input.acceptsGroups)],
    [sql`eligibility`, sql`${input.eligibility}`],
    [sql`checks_eligibility`, flag(input.checksEligibility)],
    [sql`asks`, json(input.asks)],
    [sql`practical`, json(input.practical)],
    [sql`speakers`, json(input.speakers)],
    [sql`registration_opens_at`, sql`${input.registrationOpensAt}`],
    [sql`registration_closes_at`, sql`${input.registrationClosesAt}`],
    [sql`visibility`, sql`${input.visibility}`],
    [sql`occurrences`, sql`${input.occurrences}`],
  ];
}

/**
 * The slots of the session that `held` picks: those that are not among them are taken away, which
 * aborts with 'slot_attended' where someone's attendance is noted.
 */
export const slotsWritten = (slots: readonly NumberedSlot[], held: SQL): SQL[] => [
  sql`
    DELETE FROM slots WHERE session_id = (SELECT id FROM sessions WHERE ${held})
      AND position NOT IN (
        SELECT value FROM json_each(${JSON.stringify(slots.map(({ number }) => number))}))`,
  ...slots.map(
    (slot) => sql`
      INSERT INTO slots (session_id, position, starts_at, ends_at, precision, minutes)
      SELECT id, ${slot.number}, ${slot.startsAt}, ${slot.endsAt}, ${slot.precision}, ${slot.minutes}
      FROM sessions WHERE ${held}
      ON CONFLICT (session_id, position) DO UPDATE SET
        starts_at = excluded.starts_at, ends_at = excluded.ends_at,
        precision = excluded.precision, minutes = excluded.minutes`,
  ),
];
