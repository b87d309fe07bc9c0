/**
 * Logos, given once and printed on everything: a carrier's on what its organisation carries, a
 * funder's on all that the network prints. A carrier has one logo: a new one takes the place of the
 * old one. Only PNG and JPEG are taken, known by their bytes, and nothing of them is ever run.
 */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { type FilePicture, type Picture, readPicture } from '../../lib/picture';
import { nameKey } from '../../lib/text';
import { newToken } from '../../lib/tokens';
import type { By } from '../catalogue/by';
import { entryId, organisationAdded } from '../catalogue/directories';
import { makeOnce } from '../forms/make-once';
import { type Member, mayAdminister, mayOrganise } from '../organisers/permissions';
import type { Logo, LogoKind } from './schema';

/** Bytes. */
export const largestPicture = 300 * 1024;
/** Pixels on a side: more is a photograph, and takes a printer's memory. */
export const mostPixels = 2000;
/** The funders of one network, and what a poster has room for. */
export const mostFunders = 12;

export type PictureRefusal = 'too_large' | 'not_a_picture' | 'too_many_pixels';
export type LogoRefusal = PictureRefusal | 'too_many_funders';
export type LogoOutcome = { ok: true; id: number } | { ok: false; reason: LogoRefusal };

/** For a carrier, name is its organisation's, as the directory has it or will have it. */
type NewLogo = { kind: LogoKind; name: string; bytes: Uint8Array };

/** Whether the member may add or take away this logo: their own organisation's, or any. */
export const mayChangeLogo = (
  member: Member,
  { kind, organisationId }: { kind: LogoKind; organisationId: number | null },
): boolean =>
  mayAdminister(member) ||
  (mayOrganise(member) &&
    kind === 'carrier' &&
    organisationId !== null &&
    organisationId === member.organisationId);

export async function addLogo(db: Database, logo: NewLogo, by: By): Promise<LogoOutcome> {
  const picture = readPrintable(logo.bytes);
  if (!('type' in picture)) return picture;
  const { kind, name, bytes } = logo;
  const organisation = kind === 'carrier' ? entryId('organisations', nameKey(name)) : sql`NULL`;
  const key = newToken();
  const made = { table: sql`logos`, id: sql`(SELECT id FROM logos WHERE key = ${key})` };
  const { id } = await makeOnce(db, by, made, [
    ...(kind === 'carrier' ? [organisationAdded(name, by.now)] : []),
    sql`DELETE FROM logos WHERE organisation_id = ${organisation}`,
    sql`INSERT INTO logos (key, kind, organisation_id, name, type, width, height, bytes, created_at, created_by)
      SELECT ${key}, ${kind}, ${organisation}, ${name}, ${picture.type}, ${picture.width},
        ${picture.height}, ${bytes}, ${by.now}, ${by.actor}
      WHERE ${kind} = 'carrier' OR (SELECT count(*) FROM logos WHERE kind = 'funder') < ${mostFunders}`,
  ]);
  return id === null ? { ok: false, reason: 'too_many_funders' } : { ok: true, id };
}

/** A picture that can be printed: PNG or JPEG, and of a size that a PDF has room for. */
export function readPrintable(bytes: Uint8Array): Picture | { ok: false; reason: PictureRefusal } {
  if (bytes.length > largestPicture) return { ok: false, reason: 'too_large' };
  const picture = readPicture(bytes);
  if (!picture) return { ok: false, reason: 'not_a_picture' };
  const pixels = Math.max(picture.width, picture.height);
  return pixels > mostPixels ? { ok: false, reason: 'too_many_pixels' } : picture;
}

export async function removeLogo(db: Database, id: number): Promise<void> {
  await transact(db, [sql`DELETE FROM logos WHERE id = ${id}`]);
}

export const logoColumns = sql`logos.id, logos.key, logos.kind, logos.organisation_id AS organisationId,
  logos.name, logos.type, logos.width, logos.height`;

/** All of them, without their pictures: one a carrier, and a dozen funders at most. */
export const listLogos = (db: Database): Promise<Logo[]> =>
  select<Logo>(db, sql`SELECT ${logoColumns} FROM logos ORDER BY kind, id LIMIT 200`);

export async function findLogo(db: Database, id: number): Promise<Logo | null> {
  const [logo] = await select<Logo>(db, sql`SELECT ${logoColumns} FROM logos WHERE id = ${id}`);
  return logo ?? null;
}

export const listFunderLogos = (db: Database): Promise<Logo[]> =>
  select<Logo>(db, sql`SELECT ${logoColumns} FROM logos WHERE kind = 'funder' ORDER BY id`);

export type PrintedLogos = { carriers: Logo[]; funders: Logo[] };

/** As they stand in a row. */
export const inOrder = ({ carriers, funders }: PrintedLogos): Logo[] => [...carriers, ...funders];

/** Those of one session's papers: its carriers' in their order, then the funders'. */
export async function listPrintedLogos(db: Database, actionId: number): Promise<PrintedLogos> {
  const [carriers, funders] = await Promise.all([
    select<Logo>(
      db,
      sql`SELECT ${logoColumns}
        FROM action_carriers a JOIN logos ON logos.organisation_id = a.organisation_id
        WHERE a.action_id = ${actionId} ORDER BY a.position LIMIT 12`,
    ),
    listFunderLogos(db),
  ]);
  return { carriers, funders };
}

/**
 * The picture at a logo's public address. As hexadecimal digits: D1 would give a BLOB as the list of its
 * bytes, which costs three times as much to read.
 */
export async function findLogoPicture(
  db: Database,
  key: string,
): Promise<{ type: Logo['type']; bytes: Uint8Array<ArrayBuffer> } | null> {
  const [row] = await select<{ type: Logo['type']; bytes: string }>(
    db,
    sql`SELECT type, hex(bytes) AS bytes FROM logos WHERE key = ${key}`,
  );
  return row ? { type: row.type, bytes: Uint8Array.fromHex(row.bytes) } : null;
}

/** The pictures of logos by their ids, in their order, for what holds them itself: PDF and ODT. */
export async function readPictures(
  db: Database,
  logos: readonly Logo[],
): Promise<Map<number, FilePicture>> {
  if (logos.length === 0) return new Map();
  const ids = logos.map(({ id }) => id);
  const rows = await select<{ id: number; bytes: string }>(
    db,
    sql`SELECT id, hex(bytes) AS bytes FROM logos
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  );
  const bytesOf = new Map(rows.map(({ id, bytes }) => [id, bytes]));
  return new Map(
    logos.flatMap(({ id, type, width, height, name }) => {
      const bytes = bytesOf.get(id);
      if (!bytes) return [];
      return [[id, { type, width, height, name, bytes: Uint8Array.fromHex(bytes) }] as const];
    }),
  );
}
