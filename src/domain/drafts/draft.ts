/**
 * What a message to registrants and an invitation to partners have in common. Each is a draft until it
 * is sent, at once or at a time, and never a draft again; until its last mail is written it can be
 * stopped, and what is written goes out. Two who change one draft are told: nothing is overwritten.
 */
import { type SQL, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { type Database, transact } from '../../db/client';
import { type By, noted } from '../catalogue/by';
import type { Saved, Seen } from '../catalogue/saved';

export const draftWords = {
  subject: v.pipe(
    v.string(),
    v.transform((text) => text.replace(/\s+/g, ' ')),
    v.trim(),
    v.nonEmpty(),
    v.maxLength(150),
  ),
  body: v.pipe(
    v.string(),
    v.transform((text) => text.replaceAll('\r\n', '\n')),
    v.trim(),
    v.nonEmpty(),
    v.maxLength(5000),
  ),
};

/** How one of the two is stored and named. */
export type DraftKind = {
  table: SQL;
  /** The column of the time at which it leaves. */
  at: SQL;
  going: string;
  stopped: string;
  /** Its name in the history's detail, and what the history says of it. */
  name: 'note' | 'mailing';
  events: { sent: string; stopped: string };
};

export type DraftVersion = Seen;
export type DraftOutcome = Saved;

const outcomeOf = (done: boolean): DraftOutcome =>
  done ? { ok: true } : { ok: false, reason: 'stale' };

/** A draft as it was looked at. */
const asSeen = ({ id, version }: DraftVersion): SQL =>
  sql`id = ${id} AND version = ${version} AND state = 'draft'`;

/** @param values the columns that change, as SQL assigns them */
export async function rewriteDraft(
  db: Database,
  { table }: DraftKind,
  seen: DraftVersion,
  values: SQL,
): Promise<DraftOutcome> {
  const [outcome] = await transact(db, [
    sql`UPDATE ${table} SET ${values}, version = version + 1 WHERE ${asSeen(seen)}`,
  ]);
  return outcomeOf(Boolean(outcome?.changes));
}

/** @param first what goes before it, given the id that it has while it is that draft */
export async function discardDraft(
  db: Database,
  { table }: DraftKind,
  seen: DraftVersion,
  first: (id: SQL) => SQL[] = () => [],
): Promise<DraftOutcome> {
  const outcomes = await transact(db, [
    ...first(sql`(SELECT id FROM ${table} WHERE ${asSeen(seen)})`),
    sql`DELETE FROM ${table} WHERE ${asSeen(seen)}`,
  ]);
  return outcomeOf(Boolean(outcomes.at(-1)?.changes));
}

/** `sendAt`: UTC ms; null for now. */
export type SendOrder = { version: number; sendAt: number | null };

/**
 * Sends it, where `may` holds of its row, and `sets` further columns. Pressed twice, the second finds it as the first has sent it.
 * Refuses a time that is past.
 */
export async function sendDraft(
  db: Database,
  { table, at, going, name, events }: DraftKind,
  { id, sessionId }: { id: number; sessionId: number },
  { version, sendAt }: SendOrder,
  by: By,
  { may, sets = sql`` }: { may: SQL; sets?: SQL },
): Promise<{ ok: true } | { ok: false; reason: 'stale' | 'in_the_past' }> {
  if (sendAt !== null && sendAt <= by.now) return { ok: false, reason: 'in_the_past' };
  const draft = sql`${asSeen({ id, version })} AND ${may}`;
  const held = sql`id = ${sessionId} AND EXISTS (SELECT 1 FROM ${table} WHERE ${draft})`;
  const [, sent, before] = await transact(db, [
    noted(by, events.sent, held, { [name]: id, sendAt: sendAt ?? by.now }),
    sql`UPDATE ${table} SET state = ${going}, ${at} = ${sendAt ?? by.now}, actor = ${by.actor},
        version = version + 1${sets}
      WHERE ${draft}`,
    sql`SELECT 1 FROM ${table} WHERE id = ${id} AND version = ${version + 1} AND actor = ${by.actor}
      AND ${at} = coalesce(${sendAt}, min(${at}, ${by.now}))`,
  ]);
  return outcomeOf(Boolean(sent?.changes || before?.rows.length));
}

/** Stops what is not wholly written; stale when it is, or was stopped already. */
export async function stopDraft(
  db: Database,
  { table, going, stopped, name, events }: DraftKind,
  { id, sessionId }: { id: number; sessionId: number },
  by: By,
): Promise<DraftOutcome> {
  const onItsWay = sql`id = ${id} AND state = ${going}`;
  const held = sql`id = ${sessionId} AND EXISTS (SELECT 1 FROM ${table} WHERE ${onItsWay})`;
  const [, ended] = await transact(db, [
    noted(by, events.stopped, held, { [name]: id }),
    sql`UPDATE ${table} SET state = ${stopped}, version = version + 1 WHERE ${onItsWay}`,
  ]);
  return outcomeOf(Boolean(ended?.changes));
}
