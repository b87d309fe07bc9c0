/**
 * Recording, changing and deleting a meeting. It counts once in the year and appears in each action
 * that it served. Two organisers who edit the same one are told: the second's version is stale.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { nameKey } from '../../lib/text';
import type { By } from '../catalogue/by';
import { noted, type Saved, type Seen, savedBy } from '../catalogue/saved';
import { makeOnce } from '../forms/make-once';
import type { MeetingInput } from './inputs';

/**
 * @param organisationId the organisation that recorded it: it may change a meeting of no action
 * @param importKey the meeting's key in the file that it was imported from
 */
export async function recordMeeting(
  db: Database,
  input: MeetingInput,
  {
    now,
    actor,
    formKey,
    organisationId,
    importKey = null,
  }: By & { organisationId: number | null; importKey?: string | null },
): Promise<{ id: number }> {
  // The row just made has the highest id: nothing comes between the statements of a batch.
  const made = sql`(SELECT max(id) FROM meetings)`;
  const { id } = await makeOnce(db, { formKey }, { table: sql`meetings`, id: made }, [
    sql`
      INSERT INTO meetings (import_key, year, held_on, kind, subject, duration_minutes, occurrences,
        present, excused, has_minutes, organisation_id, created_at, updated_at)
      VALUES (${importKey}, ${input.year}, ${input.heldOn}, ${input.kind}, ${input.subject},
        ${input.durationMinutes}, ${input.occurrences}, ${input.present}, ${input.excused},
        ${input.hasMinutes ? 1 : 0}, ${organisationId}, ${now}, ${now})`,
    ...detailsWritten(input, made),
    noted({ now, actor }, 'meeting_recorded', 'meeting', made),
  ]);
  return { id: Number(id) };
}

/** The meeting as it was looked at. */
const heldAt = ({ id, version }: Seen): SQL =>
  sql`(SELECT id FROM meetings WHERE id = ${id} AND version = ${version})`;

/** @param change.version the one that the organiser looked at */
export async function updateMeeting(
  db: Database,
  { id, version, input }: Seen & { input: MeetingInput },
  by: By,
): Promise<Saved> {
  const held = heldAt({ id, version });
  const outcomes = await transact(db, [
    ...detailsRemoved(held),
    ...detailsWritten(input, held),
    noted(by, 'meeting_changed', 'meeting', held),
    sql`
      UPDATE meetings SET year = ${input.year}, held_on = ${input.heldOn}, kind = ${input.kind},
        subject = ${input.subject}, duration_minutes = ${input.durationMinutes},
        occurrences = ${input.occurrences}, present = ${input.present}, excused = ${input.excused},
        has_minutes = ${input.hasMinutes ? 1 : 0}, version = version + 1, updated_at = ${by.now}
      WHERE id = ${id} AND version = ${version} RETURNING id`,
  ]);
  return savedBy(outcomes);
}

export async function deleteMeeting(db: Database, seen: Seen, by: By): Promise<Saved> {
  const held = heldAt(seen);
  const outcomes = await transact(db, [
    noted(by, 'meeting_deleted', 'meeting', held),
    ...detailsRemoved(held),
    sql`DELETE FROM meetings WHERE id = ${held} RETURNING id`,
  ]);
  return savedBy(outcomes);
}

/** Takes it off one's own actions: it stays with those that it served for other organisations. */
export async function detachMeeting(
  db: Database,
  { kept, ...seen }: Seen & { kept: readonly number[] },
  by: By,
): Promise<Saved> {
  const held = heldAt(seen);
  const outcomes = await transact(db, [
    noted(by, 'meeting_detached', 'meeting', held),
    sql`DELETE FROM meeting_actions WHERE meeting_id = ${held}
      AND action_id NOT IN (SELECT value FROM json_each(${JSON.stringify(kept)}))`,
    sql`UPDATE meetings SET version = version + 1, updated_at = ${by.now}
      WHERE id = ${held} RETURNING id`,
  ]);
  return savedBy(outcomes);
}

const detailsRemoved = (held: SQL): SQL[] => [
  sql`DELETE FROM meeting_actions WHERE meeting_id = ${held}`,
  sql`DELETE FROM meeting_functions WHERE meeting_id = ${held}`,
];

/** One statement for each list, however long it is: D1 takes 100 parameters, JSON is one. */
const detailsWritten = (input: MeetingInput, held: SQL): SQL[] => [
  sql`
    INSERT INTO meeting_actions (meeting_id, action_id)
    SELECT ${held}, actions.id FROM json_each(${JSON.stringify(input.actionIds)}) AS chosen
    JOIN actions ON actions.id = chosen.value
    WHERE ${held} IS NOT NULL
    ON CONFLICT DO NOTHING`,
  sql`
    INSERT INTO meeting_functions (meeting_id, position, name, name_key, present, excused)
    SELECT ${held}, key, value ->> 'name', value ->> 'key', value ->> 'present', value ->> 'excused'
    FROM json_each(${JSON.stringify(input.functions.map((one) => ({ ...one, key: nameKey(one.name) })))})
    WHERE ${held} IS NOT NULL`,
];
