/** An action of the network, with the organisations that carry it. */
import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { nameKey } from '../../lib/text';
import { makeOnce } from '../forms/make-once';
import type { By } from './by';
import { entryId, organisationAdded } from './directories';
import type { ActionInput } from './inputs';

/** @param importKey the action's key in the file that it was imported from */
export async function createAction(
  db: Database,
  input: ActionInput,
  { now, actor, formKey, importKey = null }: By & { importKey?: string | null },
): Promise<{ id: number }> {
  // The row just made has the highest id: nothing comes between the statements of a batch.
  const made = sql`(SELECT max(id) FROM actions)`;
  const carriers = new Map(input.carriers.map((name) => [nameKey(name), name]));
  const { id } = await makeOnce(db, { formKey }, { table: sql`actions`, id: made }, [
    sql`
      INSERT INTO actions (import_key, title, title_key, type, audience, target, summary, networks, topics,
        context, objectives, coordination, communication, evaluation, created_at, updated_at)
      VALUES (${importKey}, ${input.title}, ${nameKey(input.title)}, ${input.type},
        ${input.audience}, ${input.target},
        ${input.summary}, ${JSON.stringify(input.networks)}, ${JSON.stringify(input.topics)},
        ${input.context}, ${input.objectives}, ${input.coordination}, ${input.communication},
        ${input.evaluation}, ${now}, ${now})`,
    ...[...carriers.values()].map((name) => organisationAdded(name, now)),
    ...[...carriers.keys()].map(
      (key, position) => sql`
        INSERT INTO action_carriers (action_id, organisation_id, position)
        SELECT ${made}, id, ${position} FROM organisations
        WHERE id = ${entryId('organisations', key)} ON CONFLICT DO NOTHING`,
    ),
    sql`
      INSERT INTO history (at, actor, event, detail)
      VALUES (${now}, ${actor}, 'action_created', json_object('action', ${made}))`,
  ]);
  return { id: Number(id) };
}
