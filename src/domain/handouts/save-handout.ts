/** Recording, changing and deleting what was handed out: the second of two who edit is told. */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { nameKey } from '../../lib/text';
import type { By } from '../catalogue/by';
import { noted, type Saved, type Seen, savedBy } from '../catalogue/saved';
import { makeOnce } from '../forms/make-once';
import type { HandoutInput } from './inputs';

/** A session brings its own action: the two can't disagree. */
const actionOf = ({ actionId, sessionId }: HandoutInput): SQL =>
  sql`coalesce((SELECT action_id FROM sessions WHERE id = ${sessionId}), ${actionId})`;

/** @param organisationId the organisation that recorded it, and may change it */
export async function recordHandout(
  db: Database,
  input: HandoutInput,
  { now, actor, formKey, organisationId }: By & { organisationId: number | null },
): Promise<{ id: number }> {
  // The row just made has the highest id: nothing comes between the statements of a batch.
  const made = sql`(SELECT max(id) FROM handouts)`;
  const { id } = await makeOnce(db, { formKey }, { table: sql`handouts`, id: made }, [
    sql`
      INSERT INTO handouts (title, title_key, count, given_on, action_id, session_id, note,
        organisation_id, created_at, updated_at)
      VALUES (${input.title}, ${nameKey(input.title)}, ${input.count}, ${input.givenOn},
        ${actionOf(input)}, ${input.sessionId}, ${input.note}, ${organisationId}, ${now}, ${now})`,
    noted({ now, actor }, 'handout_recorded', 'handout', made),
  ]);
  return { id: Number(id) };
}

const held = ({ id, version }: Seen) =>
  sql`(SELECT id FROM handouts WHERE id = ${id} AND version = ${version})`;

/** @param seen with the version that the organiser looked at */
export async function updateHandout(
  db: Database,
  seen: Seen,
  input: HandoutInput,
  by: By,
): Promise<Saved> {
  return savedBy(
    await transact(db, [
      noted(by, 'handout_changed', 'handout', held(seen)),
      sql`
        UPDATE handouts SET title = ${input.title}, title_key = ${nameKey(input.title)},
          count = ${input.count}, given_on = ${input.givenOn}, action_id = ${actionOf(input)},
          session_id = ${input.sessionId}, note = ${input.note}, version = version + 1,
          updated_at = ${by.now}
        WHERE id = ${seen.id} AND version = ${seen.version} RETURNING id`,
    ]),
  );
}

export async function deleteHandout(db: Database, seen: Seen, by: By): Promise<Saved> {
  return savedBy(
    await transact(db, [
      noted(by, 'handout_deleted', 'handout', held(seen)),
      sql`DELETE FROM handouts WHERE id = ${held(seen)} RETURNING id`,
    ]),
  );
}
