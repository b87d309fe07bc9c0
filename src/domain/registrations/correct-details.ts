/**
 * Correcting what was noted of someone: a misheard name, a wrong number, one more seat. The link, the
 * calendar entry and the mails stay as they are and nothing is sent. More seats follow the rule that
 * holds for adding by hand: above the capacity with a reason, never past the maximum; fewer are offered
 * to those who wait. The history keeps which fields were corrected, not what stood there.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { nameKey } from '../../lib/text';
import { newToken } from '../../lib/tokens';
import type { Registration } from './schema';
import { type Actor, type Moment, mayTake, recountParty, remember } from './statements';
import { offerFreedSeats } from './waiting-list';

export const detailNames = [
  'firstName',
  'lastName',
  'phone',
  'profession',
  'organisation',
  'town',
  'note',
  'seats',
  'companions',
  'groupLabel',
  'headcounts',
] as const satisfies readonly (keyof Registration)[];
export type DetailName = (typeof detailNames)[number];
export type Details = Pick<Registration, DetailName>;

export type DetailsRefusal = 'stale' | 'not_live' | 'over_capacity_needs_reason' | 'over_max';
export type DetailsOutcome = { ok: true } | { ok: false; reason: DetailsRefusal };

/** What differs from what is stored. */
export const differing = (stored: Details, details: Details): DetailName[] =>
  detailNames.filter((name) => JSON.stringify(stored[name]) !== JSON.stringify(details[name]));

export type Correction = {
  details: Details;
  /** The one that was looked at. */
  version: number;
  overCapacityReason?: string | null;
};

/**
 * Sent again, it finds nothing to correct, and that is well.
 * @param alongside what follows in the same batch: statements over the registration r of the condition
 */
export async function correctDetails(
  db: Database,
  registration: Registration,
  { details, version, overCapacityReason = null }: Correction,
  actor: Actor,
  { now }: Pick<Moment, 'now'>,
  alongside: (corrected: SQL) => SQL[] = () => [],
): Promise<DetailsOutcome> {
  const fields = differing(registration, details);
  if (!fields.length) return { ok: true };
  const { id, partyId, sessionId } = registration;
  const reason = overCapacityReason?.trim() || null;
  const decision = newToken();
  const more = sql`(${details.seats} - r.seats)`;
  const ours = sql`r.id = ${id} AND r.decision = ${decision}`;
  const [decided] = await transact(db, [
    sql`UPDATE registrations AS r SET first_name = ${details.firstName}, last_name = ${details.lastName},
        phone = ${details.phone}, profession = ${details.profession},
        organisation = ${details.organisation}, organisation_key = ${nameKey(details.organisation ?? '')},
        town = ${details.town}, note = ${details.note}, seats = ${details.seats},
        companions = ${JSON.stringify(details.companions)}, group_label = ${details.groupLabel},
        headcounts = ${JSON.stringify(details.headcounts)}, version = version + 1, decision = ${decision},
        over_capacity_reason = iif(${more} > 0, coalesce(${reason}, over_capacity_reason), over_capacity_reason)
      WHERE r.id = ${id} AND r.version = ${version} AND r.session_id = ${sessionId}
        AND (${more} = 0 OR r.state <> 'cancelled' AND EXISTS (SELECT 1 FROM sessions s
          WHERE s.id = r.session_id AND (${more} < 0
            OR r.state <> 'waitlisted' AND ${mayTake(more, reason)}
            OR r.state = 'waitlisted' AND ${mayWait(more)})))
      RETURNING id`,
    recountParty(partyId, { id, decision }),
    sql`UPDATE parties SET organisation_key = coalesce((SELECT m.organisation_key FROM registrations m
        WHERE m.party_id = parties.id AND m.state <> 'cancelled' ORDER BY m.id LIMIT 1), organisation_key)
      WHERE id = ${partyId} AND decision = ${decision}`,
    ...alongside(ours),
    remember(ours, { event: 'details_corrected', actor, now, detail: { fields } }),
  ]);
  if (!decided?.rows.length) return { ok: false, reason: await whyNot(db, id, details, version) };
  if (fields.some((field) => field === 'seats' || field === 'organisation'))
    await offerFreedSeats(db, sessionId, { now });
  return { ok: true };
}

/** A party that waits for more seats than there are at most would wait for nothing. */
const mayWait = (more: ReturnType<typeof sql>) => sql`(s.max_capacity IS NULL OR s.max_capacity >=
  ${more} + (SELECT p.seats FROM parties p WHERE p.id = r.party_id))`;

async function whyNot(
  db: Database,
  id: number,
  { seats }: Details,
  version: number,
): Promise<DetailsRefusal> {
  const [found] = await select<{ version: number; state: string; fits: number }>(
    db,
    sql`SELECT r.version, r.state, s.max_capacity IS NULL OR s.max_capacity >=
        ${seats} - r.seats + iif(r.state = 'waitlisted', p.seats, s.seats_taken) AS fits
      FROM registrations r JOIN parties p ON p.id = r.party_id JOIN sessions s ON s.id = r.session_id
      WHERE r.id = ${id}`,
  );
  if (found?.version !== version) return 'stale';
  if (found.state === 'cancelled') return 'not_live';
  return found.fits ? 'over_capacity_needs_reason' : 'over_max';
}
