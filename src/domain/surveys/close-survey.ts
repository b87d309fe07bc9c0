/**
 * Closing: the ballots go, and with them what was known of who may still answer; the blank places go;
 * the last answers that the steps of five held back are shown. It is final: opening again for one
 * answer would show that answer.
 */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import type { By } from '../catalogue/by';
import { noted } from '../catalogue/by';
import { caughtUp } from './answer';
import type { Survey } from './schema';

export async function closeSurvey(
  db: Database,
  { id, sessionId }: Pick<Survey, 'id' | 'sessionId'>,
  by: By,
): Promise<void> {
  const open = sql`EXISTS (SELECT 1 FROM surveys WHERE id = ${id} AND state = 'open')`;
  await transact(db, [
    ...caughtUp(id, open),
    sql`DELETE FROM survey_comments WHERE survey_id = ${id} AND filled = 0 AND ${open}`,
    sql`DELETE FROM ballots WHERE survey_id = ${id} AND ${open}`,
    // The reminders name those who had not answered by then.
    sql`DELETE FROM outbox WHERE session_id = ${sessionId} AND ${open}
      AND kind IN ('survey_invitation', 'survey_reminder') AND facts ->> '$.surveyId' = ${id}`,
    noted(by, 'survey_closed', sql`id = ${sessionId} AND ${open}`),
    sql`UPDATE surveys SET state = 'closed', closed_at = ${by.now}, room_open = 0
      WHERE id = ${id} AND state = 'open'`,
  ]);
}

/** Closes those whose time has come, a few at a time. */
export async function closeEndedSurveys(db: Database, now: number, limit = 5): Promise<number> {
  const ended = await select<Pick<Survey, 'id' | 'sessionId'>>(
    db,
    sql`SELECT id, session_id AS sessionId FROM surveys
      WHERE state = 'open' AND closes_at <= ${now} ORDER BY closes_at LIMIT ${limit}`,
  );
  for (const survey of ended) await closeSurvey(db, survey, { now, actor: 'system' });
  return ended.length;
}
