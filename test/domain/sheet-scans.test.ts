/** The pages of the signed sheet, in a real bucket: kept once, and nothing left behind by what is cut off. */
import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { sheetScans } from '../../src/domain/attendance/schema';
import {
  addSheetScan,
  clearSheetScans,
  findSheetScan,
  largestPage,
  listSheetScans,
  mostPages,
  type PageStore,
  removeSheetScan,
} from '../../src/domain/attendance/sheet-scans';
import type { Session } from '../../src/domain/catalogue/schema';
import { hour, minute } from '../../src/lib/dates';
import { bindings, db } from '../support/db';
import { aSession, now } from '../support/fixtures';
import { metered } from '../support/meter';
import { aJpeg, aPdf, hostilePages } from '../support/pages';
import { aPng } from '../support/pictures';

const store = bindings.SHEETS as R2Bucket;
const by = { now, actor: 'organiser:1' } as const;
const add = (session: Session, bytes: Uint8Array<ArrayBuffer>, into: PageStore = store) =>
  addSheetScan(db, into, session.id, bytes, by);
const listed = async (session: Session) =>
  (await listSheetScans(db, session.id)).map(({ type, size }) => [type, size]);
const rows = (session: Session) =>
  db.select().from(sheetScans).where(sql`session_id = ${session.id}`);
const objects = async () => (await store.list()).objects.length;
const down = () => Promise.reject(new Error('the storage is down'));

it('keeps a PDF, a JPEG and a PNG for their session, as they came', async () => {
  const session = await aSession();
  const pages = [aPdf(), aJpeg(), aPng(30, 40)];
  for (const page of pages) expect(await add(session, page)).toMatchObject({ ok: true });
  expect(await listed(session)).toEqual([
    ['application/pdf', pages[0]?.length],
    ['image/jpeg', pages[1]?.length],
    ['image/png', pages[2]?.length],
  ]);
  for (const [i, { key }] of (await listSheetScans(db, session.id)).entries()) {
    const kept = await store.get(key);
    expect(new Uint8Array((await kept?.arrayBuffer()) ?? [])).toEqual(pages[i]);
  }
  expect(await listed(await aSession())).toEqual([]);
});

it('the same page sent five times at once is one page', async () => {
  const session = await aSession();
  const before = await objects();
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => add(session, aPdf())));
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  expect(await listed(session)).toHaveLength(1);
  expect(await objects()).toBe(before + 1);
  const history = await db.$client
    .prepare("SELECT count(*) AS n FROM history WHERE session_id = ? AND event = 'sheet_scanned'")
    .bind(session.id)
    .first<{ n: number }>();
  expect(history?.n).toBe(1);
});

it.each(Object.entries(hostilePages))('does not take %s', async (_, bytes) => {
  const session = await aSession();
  expect(await add(session, bytes)).toEqual({ ok: false, reason: 'not_a_page' });
  expect(await rows(session)).toEqual([]);
});

it('takes ten megabytes and not a byte more, and a dozen pages', async () => {
  const session = await aSession();
  const large = new Uint8Array(largestPage + 1);
  large.set(aPdf());
  large.set(aPdf().slice(-20), largestPage - 20);
  expect(await add(session, large)).toEqual({ ok: false, reason: 'too_large' });
  expect(await add(session, large.slice(0, largestPage))).toMatchObject({ ok: true });
  const more = Array.from({ length: 20 }, (_, i) => aPdf(String(i)));
  const outcomes = await Promise.all(more.map((page) => add(session, page)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(mostPages - 1);
  expect(await listed(session)).toHaveLength(mostPages);
  // One that is there already is no page more.
  expect(await add(session, large.slice(0, largestPage))).toMatchObject({ ok: true });
});

it('a page goes for good, and the same one can come again', async () => {
  const session = await aSession();
  const first = await add(session, aPdf());
  if (!first.ok) throw new Error(first.reason);
  const key = (await findSheetScan(db, session.id, first.id))?.key ?? '';
  const other = await aSession();
  await removeSheetScan(db, store, other.id, first.id, by);
  expect(await listed(session)).toHaveLength(1);
  for (const _ of [1, 2]) await removeSheetScan(db, store, session.id, first.id, by);
  expect([await rows(session), await store.get(key)]).toEqual([[], null]);
  expect(await add(session, aPdf())).toMatchObject({ ok: true });
  expect(await listed(session)).toHaveLength(1);
});

it('taken away and sent again at the same moment, what is listed is there', async () => {
  const session = await aSession();
  const first = await add(session, aPdf());
  if (!first.ok) throw new Error(first.reason);
  await Promise.all([
    removeSheetScan(db, store, session.id, first.id, by),
    ...Array.from({ length: 4 }, () => add(session, aPdf())),
  ]);
  await clearSheetScans(db, store, now + 2 * hour, 20);
  const kept = await listSheetScans(db, session.id);
  for (const { key } of kept) expect(await store.head(key)).not.toBeNull();
  expect(await rows(session)).toHaveLength(kept.length);
});

it('what is cut off is never shown, and is cleared away', async () => {
  const session = await aSession();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const before = await objects();
  // Before the object was there, and after it, as when the Worker ends in between.
  expect(await add(session, aPdf('a'), { ...faulty(), put: down })).toEqual({
    ok: false,
    reason: 'not_stored',
  });
  const late: PageStore['put'] = async (...page: Parameters<R2Bucket['put']>) => {
    await store.put(...page);
    throw new Error('the answer is lost');
  };
  await add(session, aPdf('b'), { ...faulty(), put: late as R2Bucket['put'] });
  expect([await listed(session), await objects()]).toEqual([[], before + 1]);
  const stays = await add(session, aPdf('c'));
  const goes = await add(session, aPdf('d'));
  if (!goes.ok || !stays.ok) throw new Error('refused');
  await removeSheetScan(db, { ...faulty(), delete: down }, session.id, goes.id, by);
  expect(await listed(session)).toHaveLength(1);
  expect(await objects()).toBe(before + 3);

  await clearSheetScans(db, store, now + 2 * minute, 20);
  expect([(await rows(session)).length, await objects()]).toEqual([3, before + 2]);
  await clearSheetScans(db, store, now + 2 * hour, 20);
  expect([(await rows(session)).map((row) => row.id), await objects()]).toEqual([
    [stays.id],
    before + 1,
  ]);
  const { bill } = await metered((d) => clearSheetScans(d, store, now + 3 * hour, 20));
  expect([bill.queries, bill.rowsWritten]).toEqual([1, 0]);
});

it('a page that took so long that it was given up leaves nothing, and is said not to be kept', async () => {
  const session = await aSession();
  const before = await objects();
  const slow = async (...page: Parameters<R2Bucket['put']>) => {
    await clearSheetScans(db, store, now + 2 * hour, 20);
    return store.put(...page);
  };
  const outcome = await add(session, aPdf(), { ...faulty(), put: slow as R2Bucket['put'] });
  expect(outcome).toEqual({ ok: false, reason: 'not_stored' });
  expect([await rows(session), await objects()]).toEqual([[], before]);
});

/** The bucket, for one of whose answers something else is put. */
function faulty(): PageStore {
  return {
    put: store.put.bind(store) as PageStore['put'],
    get: store.get.bind(store) as PageStore['get'],
    delete: store.delete.bind(store),
  };
}
