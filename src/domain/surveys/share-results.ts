/** A read-only link to the results, for the speaker or the funder; revoking it ends that link for good. */
import { sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { type By, noted } from '../catalogue/by';
import type { Survey } from './schema';

type Shared = Pick<Survey, 'id' | 'sessionId'>;

export const shareResults = (db: Database, survey: Shared, by: By) =>
  setShared(db, survey, true, by);

export const revokeResults = (db: Database, survey: Shared, by: By) =>
  setShared(db, survey, false, by);

async function setShared(db: Database, { id, sessionId }: Shared, shared: boolean, by: By) {
  const changes = sql`EXISTS (SELECT 1 FROM surveys WHERE id = ${id} AND shared = ${shared ? 0 : 1})`;
  await transact(db, [
    noted(
      by,
      shared ? 'survey_results_shared' : 'survey_results_revoked',
      sql`id = ${sessionId} AND ${changes}`,
    ),
    sql`UPDATE surveys SET shared = ${shared ? 1 : 0}, share_version = share_version + ${shared ? 0 : 1}
      WHERE id = ${id} AND shared = ${shared ? 0 : 1}`,
  ]);
}
