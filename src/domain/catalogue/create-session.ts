/** A session, as a draft that only organisers see until it is published. */
import { sql } from 'drizzle-orm';
import { type Database, isAbort, select } from '../../db/client';
import { newCode } from '../../lib/tokens';
import { type Asked, findMade, makeOnce } from '../forms/make-once';
import { type By, noted } from './by';
import { venueAdded } from './directories';
import { type LinkRefusal, linked, linkRefusal } from './hybrid-link';
import type { SessionInput } from './inputs';
import { type SessionRefusal, sessionRefusal } from './session-rules';
import { decided, slotsWritten } from './session-writes';
import { numbered } from './slot-numbers';

export type CreateOutcome =
  | ({ ok: true } & Created)
  | { ok: false; reason: SessionRefusal | LinkRefusal | 'unknown_action' };

export type Created = { id: number; code: string; version: number };

type Options = By & {
  /** The session's key in the file that it was imported from. */
  importKey?: string | null;
  /** Where codes come from; they are drawn, so two may be the same. */
  draw?: () => string;
};

const draws = 5;
const table = sql`sessions`;

/** What the form created already: asked before its dates are held against those of others. */
export async function findCreated(db: Database, asked: Asked): Promise<Created | null> {
  const id = await findMade(db, asked, table);
  if (id === null) return null;
  const [made] = await select<Created>(
    db,
    sql`SELECT id, code, version FROM sessions WHERE id = ${id}`,
  );
  return made ?? null;
}

export async function createSession(
  db: Database,
  actionId: number,
  input: SessionInput,
  options: Options,
): Promise<CreateOutcome> {
  const reason = sessionRefusal(input);
  if (reason) return { ok: false, reason };
  const [action] = await select(db, sql`SELECT 1 FROM actions WHERE id = ${actionId}`);
  if (!action) return { ok: false, reason: 'unknown_action' };
  const before = await findCreated(db, options);
  if (before) return { ok: true, ...before };
  const unlinkable = await linkRefusal(db, { id: null, actionId }, input);
  if (unlinkable) return { ok: false, reason: unlinkable };
  for (let left = draws; ; left--) {
    const code = (options.draw ?? newCode)();
    try {
      return { ok: true, ...(await insert(db, actionId, input, code, options)) };
    } catch (error) {
      if (left <= 1 || !isAbort(error, 'UNIQUE constraint failed: sessions.code')) throw error;
    }
  }
}

async function insert(
  db: Database,
  actionId: number,
  input: SessionInput,
  code: string,
  by: Options,
): Promise<Created> {
  const made = sql`code = ${code}`;
  const columns = decided(input);
  const names = sql.join(
    columns.map(([column]) => column),
    sql`, `,
  );
  const values = sql.join(
    columns.map(([, value]) => value),
    sql`, `,
  );
  const statements = [
    ...(input.venue ? [venueAdded(input.venue, by.now)] : []),
    sql`
      INSERT INTO sessions (code, import_key, action_id, state, created_at, updated_at, ${names})
      VALUES (${code}, ${by.importKey ?? null}, ${actionId}, 'draft', ${by.now}, ${by.now}, ${values})`,
    ...slotsWritten(numbered(input.slots, []), made),
    ...linked(input, made),
    noted(by, 'session_created', made),
  ];
  const row = { table, id: sql`(SELECT id FROM sessions WHERE ${made})` };
  const { id, repeated } = await makeOnce(db, by, row, statements);
  const before = repeated ? await findCreated(db, by) : null;
  return before ?? { id: Number(id), code, version: 1 };
}
