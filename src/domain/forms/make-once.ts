/**
 * A form that makes something makes it once, however often it is sent: its key is written in the batch
 * of what it makes, and a second key that is the same rolls that batch back. What was made and then
 * deleted can be made again: only what is still there answers for its key.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, type Outcome, select, transact } from '../../db/client';

/** The key of the form that asks for it; left out where no form does. */
export type Asked = { formKey?: string | undefined };

export type Made = {
  /** The row's; null where the statements made none. */
  id: number | null;
  /** The form was carried out before: it is the row of then, and nothing was written now. */
  repeated: boolean;
  /** Of each statement; none when repeated. */
  outcomes: Outcome[];
};

/**
 * Runs the statements as one transaction, unless the form was carried out before.
 * @param made the table, and the id of the row as it reads behind the statements (NULL for none)
 */
export async function makeOnce(
  db: Database,
  { formKey }: Asked,
  { table, id }: { table: SQL; id: SQL },
  statements: readonly SQL[],
): Promise<Made> {
  const made = (outcomes: Outcome[]): Made => {
    const last = outcomes.at(-1)?.rows[0]?.id;
    return { id: typeof last === 'number' ? last : null, repeated: false, outcomes };
  };
  if (formKey === undefined)
    return made(await transact(db, [...statements, sql`SELECT ${id} AS id`]));
  try {
    const outcomes = await transact(db, [
      sql`DELETE FROM form_keys WHERE key = ${formKey}
        AND NOT EXISTS (SELECT 1 FROM ${table} WHERE id = made)`,
      ...statements,
      // Where the statements made nothing, since the first press did, the key still tells.
      sql`INSERT INTO form_keys (key, made) SELECT ${formKey}, coalesce(${id}, 0)
        WHERE ${id} IS NOT NULL OR EXISTS (SELECT 1 FROM form_keys WHERE key = ${formKey})
        RETURNING made AS id`,
    ]);
    return made(outcomes.slice(1));
  } catch (error) {
    const before = await findMade(db, { formKey }, table);
    if (before === null) throw error;
    return { id: before, repeated: true, outcomes: [] };
  }
}

/** The id of what the form made already, while it is there; null otherwise. */
export async function findMade(
  db: Database,
  { formKey }: Asked,
  table: SQL,
): Promise<number | null> {
  if (formKey === undefined) return null;
  const [row] = await select<{ made: number }>(
    db,
    sql`SELECT made FROM form_keys WHERE key = ${formKey}
      AND EXISTS (SELECT 1 FROM ${table} WHERE id = made)`,
  );
  return row?.made ?? null;
}
