/**
 * The signed sheet as pages in object storage, where that is set up: photographed or scanned, kept for
 * those who work on the action. The row comes first and the object after it, and the other way round when
 * a page goes: whatever is cut off in between, no row that is shown lacks its object, and an object
 * without a row that is shown is found by its row and cleared away.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { hour, minute } from '../../lib/dates';
import { logError } from '../../lib/log';
import { readPageType } from '../../lib/page-file';
import { base64url, newToken } from '../../lib/tokens';
import type { Actor } from '../registrations/statements';
import type { SheetScan } from './schema';

/** Where the pages lie: a bucket of R2. */
export type PageStore = Pick<R2Bucket, 'put' | 'get' | 'delete'>;
type By = { now: number; actor: Actor };

/** Bytes: a photograph by a good phone. */
export const largestPage = 10 * 1024 * 1024;
/** Of one session: a sheet has two or three. */
export const mostPages = 12;

export type ScanRefusal = 'too_large' | 'not_a_page' | 'too_many' | 'not_stored';
export type ScanOutcome = { ok: true; id: number } | { ok: false; reason: ScanRefusal };
type Scan = Pick<SheetScan, 'id' | 'key' | 'type' | 'size' | 'storedAt'>;

/** What is wrong with a page before anything is asked of the database; null for nothing. */
export const faultOf = (bytes: Uint8Array): ScanRefusal | null =>
  bytes.length > largestPage ? 'too_large' : readPageType(bytes) ? null : 'not_a_page';

/** Keeps a page; the same page again is the one that is kept already. */
export async function addSheetScan(
  db: Database,
  store: PageStore,
  sessionId: number,
  bytes: Uint8Array<ArrayBuffer>,
  by: By,
): Promise<ScanOutcome> {
  const fault = faultOf(bytes);
  const type = readPageType(bytes);
  if (fault || !type) return { ok: false, reason: fault ?? 'not_a_page' };
  const hash = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  const live = sql`session_id = ${sessionId} AND removed_at IS NULL`;
  const [scan] = await select<Pick<Scan, 'id' | 'key' | 'storedAt'>>(
    db,
    sql`INSERT INTO sheet_scans (key, session_id, type, size, hash, begun_at)
      SELECT ${newToken()}, ${sessionId}, ${type}, ${bytes.length}, ${hash}, ${by.now}
      WHERE (SELECT count(*) FROM sheet_scans WHERE ${live}) < ${mostPages}
        OR EXISTS (SELECT 1 FROM sheet_scans WHERE ${live} AND hash = ${hash})
      ON CONFLICT (session_id, hash) WHERE removed_at IS NULL
        DO UPDATE SET begun_at = iif(stored_at IS NULL, excluded.begun_at, begun_at)
      RETURNING id, key, stored_at AS storedAt`,
  );
  if (!scan) return { ok: false, reason: 'too_many' };
  if (scan.storedAt !== null) return { ok: true, id: scan.id };
  if (!(await put(store, scan.key, bytes, type))) return { ok: false, reason: 'not_stored' };
  const arrived = sql`id = ${scan.id} AND stored_at IS NULL AND removed_at IS NULL`;
  const [, , kept] = await transact(db, [
    noted('sheet_scanned', arrived, by),
    sql`UPDATE sheet_scans SET stored_at = ${by.now} WHERE ${arrived}`,
    sql`SELECT 1 FROM sheet_scans WHERE id = ${scan.id} AND removed_at IS NULL`,
  ]);
  if (kept?.rows.length) return { ok: true, id: scan.id };
  // It took so long that it was given up meanwhile.
  await store.delete(scan.key);
  return { ok: false, reason: 'not_stored' };
}

async function put(store: PageStore, key: string, bytes: Uint8Array<ArrayBuffer>, type: string) {
  try {
    await store.put(key, bytes, { httpMetadata: { contentType: type } });
    return true;
  } catch (error) {
    logError('A page of a signed sheet was not stored.', error);
    return false;
  }
}

const shown = sql`stored_at IS NOT NULL AND removed_at IS NULL`;
const columns = sql`id, key, type, size, stored_at AS storedAt`;

/** In the order in which they were added; a dozen at most. */
export const listSheetScans = (db: Database, sessionId: number): Promise<Scan[]> =>
  select<Scan>(
    db,
    sql`SELECT ${columns} FROM sheet_scans WHERE session_id = ${sessionId} AND ${shown} ORDER BY id`,
  );

/** A page of this session, or null. */
export async function findSheetScan(
  db: Database,
  sessionId: number,
  id: number,
): Promise<Scan | null> {
  const [scan] = await select<Scan>(
    db,
    sql`SELECT ${columns} FROM sheet_scans WHERE id = ${id} AND session_id = ${sessionId} AND ${shown}`,
  );
  return scan ?? null;
}

/** Takes a page away for good; one that is gone already is gone. */
export async function removeSheetScan(
  db: Database,
  store: PageStore,
  sessionId: number,
  id: number,
  by: By,
): Promise<void> {
  const own = sql`id = ${id} AND session_id = ${sessionId} AND ${shown}`;
  const [, removed] = await transact(db, [
    noted('sheet_scan_removed', own, by),
    sql`UPDATE sheet_scans SET removed_at = ${by.now} WHERE ${own} RETURNING id, key`,
  ]);
  await clear(db, store, removed?.rows ?? []);
}

/** Clears away what was cut off: pages that never arrived, and those that were to go. */
export async function clearSheetScans(
  db: Database,
  store: PageStore,
  now: number,
  limit: number,
): Promise<number> {
  const [given] = await transact(db, [
    sql`UPDATE sheet_scans SET removed_at = coalesce(removed_at, ${now}) WHERE id IN (
        SELECT id FROM sheet_scans WHERE (stored_at IS NULL OR removed_at IS NOT NULL)
          AND coalesce(removed_at < ${now - minute}, begun_at < ${now - hour}) LIMIT ${limit})
      RETURNING id, key`,
  ]);
  await clear(db, store, given?.rows ?? []);
  return given?.rows.length ?? 0;
}

/** The objects, and then the rows by which they are found; what fails now is cleared away later. */
async function clear(db: Database, store: PageStore, gone: readonly Record<string, unknown>[]) {
  if (gone.length === 0) return;
  try {
    await store.delete(gone.map(({ key }) => String(key)));
  } catch (error) {
    return logError('A page of a signed sheet was not removed.', error);
  }
  const ids = JSON.stringify(gone.map(({ id }) => id));
  await transact(db, [
    sql`DELETE FROM sheet_scans WHERE id IN (SELECT value FROM json_each(${ids}))`,
  ]);
}

const noted = (event: string, which: SQL, { now, actor }: By): SQL => sql`
  INSERT INTO history (at, actor, event, session_id)
  SELECT ${now}, ${actor}, ${event}, session_id FROM sheet_scans WHERE ${which}`;
