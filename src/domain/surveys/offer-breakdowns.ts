/**
 * Profession or kind of organisation is asked with the answers only where at least five people present
 * share each choice offered: from the attendance, and only while nobody has answered yet.
 */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { nameKey } from '../../lib/text';
import { presence } from '../attendance/presence';
import { entryId, findCanonicalNames } from '../catalogue/directories';
import { smallestGroup } from './breakdown';
import { countersMade } from './counters';
import { type Breakdown, markBase, type Survey } from './schema';

/** What may be asked now; a dimension with a single choice would tell nothing and is left out. */
export async function listOfferable(db: Database, sessionId: number): Promise<Breakdown[]> {
  const people = await select<{ profession: string | null; structure: string | null }>(
    db,
    sql`SELECT p.profession, o.kind AS structure FROM (${presence(sql`s.id = ${sessionId}`)}) p
      LEFT JOIN registrations r ON r.id = p.registration_id
      LEFT JOIN organisations o ON r.organisation_key <> ''
        AND o.id = ${entryId('organisations', sql`r.organisation_key`)}
      WHERE p.kind = 'person'`,
  );
  const canonical = await findCanonicalNames(db, 'professions');
  const said = people.map((one) => ({ ...one, profession: canonical(one.profession) }));
  const dimensions = ['profession', 'structure'] as const;
  return dimensions.flatMap((dimension) => {
    const choices = choicesOf(said.flatMap((person) => person[dimension] ?? []));
    return choices.length > 1 ? [{ dimension, choices }] : [];
  });
}

/** The names that five people and more share, however they are spelled; the commonest first. */
function choicesOf(names: readonly string[]): Breakdown['choices'] {
  const groups = Map.groupBy(names, (name) => nameKey(name).replaceAll(' ', '-'));
  return [...groups]
    .filter(([key, same]) => key && same.length >= smallestGroup)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([key, [label = '']]) => ({ key, label: label.trim() }));
}

export type AskOutcome = { ok: true } | { ok: false; reason: 'too_few' | 'answered' };

/** Adds what can be asked to the questionnaire. */
export async function askBreakdowns(db: Database, survey: Survey): Promise<AskOutcome> {
  const offered = await listOfferable(db, survey.sessionId);
  if (!offered.length) return { ok: false, reason: 'too_few' };
  const held = sql`id = ${survey.id} AND state = 'open' AND NOT EXISTS (SELECT 1 FROM survey_counts
    WHERE survey_id = ${survey.id} AND marks > ${markBase})`;
  const outcomes = await transact(db, [
    // Counters that nobody is asked to raise do no harm, should the next statement find answers.
    countersMade(survey.roomCode, survey.questions, offered),
    sql`UPDATE surveys SET breakdowns = ${JSON.stringify(offered)} WHERE ${held} RETURNING id`,
  ]);
  return outcomes[1]?.rows.length ? { ok: true } : { ok: false, reason: 'answered' };
}
