/**
 * A dated copy of a year's report, for a funder who holds it to what was said that day. It never
 * changes; later it shows what has changed since, down to the lines of the lists.
 */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import type { By } from '../catalogue/by';
import { makeOnce } from '../forms/make-once';
import { type About, type Figure, type FigureKey, identityOf, isUnknown } from './figure';
import type { PooledQuestion } from './satisfaction';
import type { YearReport } from './year-report';

export type SnapshotHead = {
  id: number;
  year: number;
  label: string;
  frozenAt: number;
  /** The account's name; null when it is there no more. */
  frozenBy: string | null;
};
export type Snapshot = SnapshotHead & { report: YearReport };

const head = sql`c.id, c.year, c.label, c.frozen_at AS frozenAt, a.name AS frozenBy`;
const copies = sql`report_snapshots c LEFT JOIN accounts a
  ON a.id = CAST(substr(c.frozen_by, 11) AS INTEGER) AND c.frozen_by LIKE 'organiser:%'`;

/** @param label what it was made for: « comité de pilotage du 12 janvier » */
export async function freezeReport(
  db: Database,
  report: YearReport,
  label: string,
  { now, actor, formKey }: By,
): Promise<number> {
  // The row just made has the highest id: nothing comes between the statements of a batch.
  const made = { table: sql`report_snapshots`, id: sql`(SELECT max(id) FROM report_snapshots)` };
  const { id } = await makeOnce(db, { formKey }, made, [
    sql`INSERT INTO report_snapshots (year, label, report, frozen_at, frozen_by)
      VALUES (${report.year}, ${label}, ${JSON.stringify(report)}, ${now}, ${actor})`,
    sql`INSERT INTO history (at, actor, event, detail)
      VALUES (${now}, ${actor}, 'report_frozen', json_object('year', ${report.year}))`,
  ]);
  return Number(id);
}

/** The latest first, 50 at most. */
export const listSnapshots = (db: Database, year: number): Promise<SnapshotHead[]> =>
  select<SnapshotHead>(
    db,
    sql`SELECT ${head} FROM ${copies} WHERE c.year = ${year} ORDER BY c.id DESC LIMIT 50`,
  );

export async function findSnapshot(
  db: Database,
  { id, year }: { id: number; year: number },
): Promise<Snapshot | null> {
  const [row] = await select<SnapshotHead & { report: string }>(
    db,
    sql`SELECT ${head}, c.report FROM ${copies} WHERE c.id = ${id} AND c.year = ${year}`,
  );
  return row ? { ...row, report: JSON.parse(row.report) as YearReport } : null;
}

/** Null: nobody noted it. wholes: of a rate, what the values are parts of. */
export type LineChange = {
  about: About;
  was: number | null;
  is: number | null;
  wholes?: { was: number; is: number };
};
export type Change = {
  key: FigureKey;
  was: number;
  is: number;
  /** Which lines of the list make the difference. */
  lines: LineChange[];
};

/** The figures that are not what they were, with the lines that make the difference. */
export function changesSince(then: readonly Figure[], now: readonly Figure[]): Change[] {
  return now.flatMap((current): Change[] => {
    const frozen = then.find((figure) => figure.key === current.key);
    // Not counted yet when the copy was made: nobody can tell what it was.
    if (!frozen) return [];
    const lines = lineChanges(frozen, current);
    const moved =
      frozen.value !== current.value ||
      frozen.whole !== current.whole ||
      isUnknown(frozen) !== isUnknown(current);
    return moved || lines.length
      ? [{ key: current.key, was: frozen.value, is: current.value, lines }]
      : [];
  });
}

function lineChanges(then: Figure, now: Figure): LineChange[] {
  const before = new Map(then.lines.map((line) => [identityOf(line.about), line]));
  const after = new Map(now.lines.map((line) => [identityOf(line.about), line]));
  const notNoted = (figure: Figure) => new Set(figure.unknown.map(identityOf));
  const [notThen, notNow] = [notNoted(then), notNoted(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): LineChange[] => {
    const [old, current] = [before.get(key), after.get(key)];
    const about = current?.about ?? old?.about;
    const values = {
      was: old?.value ?? (notThen.has(key) ? null : 0),
      is: current?.value ?? (notNow.has(key) ? null : 0),
    };
    const wholes = { was: old?.whole ?? 0, is: current?.whole ?? 0 };
    if (!about || (values.was === values.is && wholes.was === wholes.is)) return [];
    return [{ about, ...values, ...((wholes.was || wholes.is) && { wholes }) }];
  });
}

export type QuestionChange = {
  key: string;
  label: PooledQuestion['label'];
  /** Null: not asked, or answered by fewer than five. */
  was: PooledQuestion | null;
  is: PooledQuestion | null;
};

/** The questions whose answers are not what they were. */
export function answersSince(
  then: readonly PooledQuestion[],
  now: readonly PooledQuestion[],
): QuestionChange[] {
  const keys = new Set([...then, ...now].map(({ key }) => key));
  return [...keys].flatMap((key): QuestionChange[] => {
    const was = then.find((question) => question.key === key) ?? null;
    const is = now.find((question) => question.key === key) ?? null;
    const label = (is ?? was)?.label;
    const isSame = was?.favourable === is?.favourable && was?.n === is?.n;
    return label && !isSame ? [{ key, label, was, is }] : [];
  });
}
