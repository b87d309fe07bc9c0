/**
 * The sign-in sheet, as it was printed: a line a person, companions included, in an order that is kept.
 * Who cancels afterwards keeps their line, and who registers afterwards has none: line 12 on paper is
 * line 12 on the screen. A group that came by headcount is one line.
 */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import type { Actor } from '../registrations/statements';
import { findRoll, type Roll, type RollEntry } from './roll';

export type SheetLine = {
  /** 'r12/1': the attendee, and which of those registered together. */
  key: string;
  entry: RollEntry;
  /** 0 for the holder, 1 and up for the companions; null for a group as a whole. */
  person: number | null;
};

export type PrintedSheet = {
  id: number;
  /** Which of the session's sheets, from 1. */
  number: number;
  printedAt: number;
};

export type Sheet = {
  printed: PrintedSheet | null;
  /** Null on a line whose person is not known any more. */
  lines: (SheetLine | null)[];
  /** Those who registered after it was printed: they signed on a blank line, if they did. */
  late: SheetLine[];
};

/** Those who were to be a group are one line; a person and their companions have one each. */
export const linesOf = (entry: RollEntry): SheetLine[] =>
  entry.groupLabel
    ? [{ key: `${entry.attendee}/0`, entry, person: null }]
    : Array.from({ length: entry.seats }, (_, person) => ({
        key: `${entry.attendee}/${person}`,
        entry,
        person,
      }));

/** Keeps the lines of a sheet that is about to be printed; the same list again is the same sheet. */
export async function printSheet(
  db: Database,
  sessionId: number,
  { now, actor }: { now: number; actor: Actor },
): Promise<number> {
  const { entries } = await findRoll(db, sessionId);
  const lines = JSON.stringify(entries.flatMap(linesOf).map(({ key }) => key));
  const last = sql`FROM printed_sheets WHERE session_id = ${sessionId} ORDER BY id DESC LIMIT 1`;
  const [, found] = await transact(db, [
    sql`INSERT INTO printed_sheets (session_id, lines, printed_at, printed_by)
      SELECT ${sessionId}, ${lines}, ${now}, ${actor}
      WHERE (SELECT lines ${last}) IS NOT ${lines}`,
    sql`SELECT id ${last}`,
  ]);
  return Number(found?.rows[0]?.id);
}

/** The sheets of a session, the last one first; at most ten. */
export const listPrintedSheets = (db: Database, sessionId: number): Promise<PrintedSheet[]> =>
  select<PrintedSheet>(
    db,
    sql`SELECT id, printed_at AS printedAt, row_number() OVER (ORDER BY id) AS number
      FROM printed_sheets WHERE session_id = ${sessionId} ORDER BY id DESC LIMIT 10`,
  );

/** A sheet with its people as they are now: the one named, else the last; as it would be printed now where none was. */
export async function findSheet(
  db: Database,
  sessionId: number,
  id: number | null,
): Promise<{ sheet: Sheet; roll: Roll; sheets: PrintedSheet[] }> {
  const sheets = await listPrintedSheets(db, sessionId);
  const printed = sheets.find((each) => each.id === id) ?? sheets[0] ?? null;
  const keys = printed ? await findLines(db, printed.id) : null;
  const roll = await findRoll(
    db,
    sessionId,
    keys?.map((key) => key.split('/')[0] ?? ''),
  );
  const all = roll.entries.flatMap(linesOf);
  if (!keys) return { sheet: { printed, lines: all, late: [] }, roll, sheets };
  const lines = keys.map((key) => all.find((line) => line.key === key) ?? null);
  const late = all.filter(({ key }) => !keys.includes(key));
  return { sheet: { printed, lines, late }, roll, sheets };
}

async function findLines(db: Database, id: number): Promise<string[]> {
  const [row] = await select<{ lines: string }>(
    db,
    sql`SELECT lines FROM printed_sheets WHERE id = ${id}`,
  );
  return JSON.parse(row?.lines ?? '[]');
}
