/** Changing an action. Two organisers who edit the same one are told: the second's version is stale. */
import { sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { nameKey } from '../../lib/text';
import type { By } from './by';
import { entryId, organisationAdded } from './directories';
import type { ActionInput } from './inputs';

/** @param change.version the one that the organiser looked at */
export async function updateAction(
  db: Database,
  { id, version, input }: { id: number; version: number; input: ActionInput },
  { now, actor }: By,
): Promise<{ ok: true } | { ok: false; reason: 'stale' }> {
  const carriers = new Map(input.carriers.map((name) => [nameKey(name), name]));
  const held = sql`(SELECT id FROM actions WHERE id = ${id} AND version = ${version})`;
  const outcomes = await transact(db, [
    ...[...carriers.values()].map((name) => organisationAdded(name, now)),
    sql`DELETE FROM action_carriers WHERE action_id = ${held}`,
    ...[...carriers.keys()].map(
      (key, position) => sql`
        INSERT INTO action_carriers (action_id, organisation_id, position)
        SELECT ${id}, id, ${position} FROM organisations
        WHERE id = ${entryId('organisations', key)} AND ${held} IS NOT NULL
        ON CONFLICT DO NOTHING`,
    ),
    sql`
      INSERT INTO history (at, actor, event, detail)
      SELECT ${now}, ${actor}, 'action_changed', json_object('action', id)
      FROM actions WHERE id = ${held}`,
    sql`
      UPDATE actions SET title = ${input.title}, title_key = ${nameKey(input.title)},
        type = ${input.type}, audience = ${input.audience},
        target = ${input.target}, summary = ${input.summary},
        networks = ${JSON.stringify(input.networks)}, topics = ${JSON.stringify(input.topics)},
        context = ${input.context}, objectives = ${input.objectives},
        coordination = ${input.coordination}, communication = ${input.communication},
        evaluation = ${input.evaluation}, version = version + 1, updated_at = ${now}
      WHERE id = ${id} AND version = ${version} RETURNING id`,
  ]);
  return outcomes.at(-1)?.rows[0] ? { ok: true } : { ok: false, reason: 'stale' };
}
