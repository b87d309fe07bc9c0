/** Reading who signs: for the organisers' pages without the pictures, for a certificate with them. */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import type { FilePicture } from '../../lib/picture';
import { type PictureType, type SignaturePictureKind, signaturePictureKinds } from './schema';
import { signing } from './signatures';

export type Signature = {
  id: number;
  organisationId: number;
  organisation: string;
  name: string;
  role: string;
  createdAt: number;
  /** Null: it is in force. */
  endedAt: number | null;
  pictures: SignaturePictureKind[];
};

type Row = Omit<Signature, 'pictures'> & { pictures: string };

async function list(db: Database, which: SQL): Promise<Signature[]> {
  const rows = await select<Row>(
    db,
    sql`SELECT s.id, s.organisation_id AS organisationId, o.name AS organisation, s.name, s.role,
        s.created_at AS createdAt, s.ended_at AS endedAt,
        (SELECT json_group_array(p.kind) FROM signature_pictures p WHERE p.signature_id = s.id) AS pictures
      FROM signatures s JOIN organisations o ON o.id = s.organisation_id
      WHERE s.name <> '' AND ${which} ORDER BY o.name, s.id DESC LIMIT 200`,
  );
  return rows.map((row) => {
    const held: string[] = JSON.parse(row.pictures);
    return { ...row, pictures: signaturePictureKinds.filter((kind) => held.includes(kind)) };
  });
}

/** Those of an organisation, or of all: in force, and ended ones that certificates bear. */
export const listSignatures = (db: Database, organisationId: number | 'all') =>
  list(db, organisationId === 'all' ? sql`true` : sql`s.organisation_id = ${organisationId}`);

export async function findSignature(db: Database, id: number): Promise<Signature | null> {
  const [found] = await list(db, sql`s.id = ${id}`);
  return found ?? null;
}

/** The one that the certificates of an action bear if they are issued now. */
export async function findSigning(db: Database, actionId: number): Promise<Signature | null> {
  const [found] = await list(db, sql`s.id = ${signing(actionId)}`);
  return found ?? null;
}

/** More are « a thousand or more »: counting costs a row each. */
export const mostCounted = 1000;

/** How many certificates bear it, revoked ones left out; at most `mostCounted`. */
export async function countBearing(db: Database, id: number): Promise<number> {
  const [row] = await select<{ count: number }>(
    db,
    sql`SELECT count(*) AS count FROM (SELECT 1 FROM certificates
      WHERE signature_id = ${id} AND revoked_at IS NULL LIMIT ${mostCounted})`,
  );
  return row?.count ?? 0;
}

export async function findSignaturePicture(
  db: Database,
  id: number,
  kind: SignaturePictureKind,
): Promise<{ type: PictureType; bytes: Uint8Array<ArrayBuffer> } | null> {
  const [row] = await select<{ type: PictureType; bytes: string }>(
    db,
    sql`SELECT type, hex(bytes) AS bytes FROM signature_pictures
      WHERE signature_id = ${id} AND kind = ${kind}`,
  );
  return row ? { type: row.type, bytes: Uint8Array.fromHex(row.bytes) } : null;
}

/** What a certificate bears; each picture stands for itself in all that share it. */
export type PrintedSignature = Pick<Signature, 'id' | 'name' | 'role'> &
  Partial<Record<SignaturePictureKind, FilePicture>>;

type PrintedRow = Pick<Signature, 'id' | 'name' | 'role'> &
  Partial<Omit<FilePicture, 'bytes' | 'name'>> & {
    kind: SignaturePictureKind | null;
    bytes: string;
  };

/** With their pictures, each read once whatever the number of certificates; erased ones are left out. */
export async function readSignatures(
  db: Database,
  ids: readonly number[],
): Promise<Map<number, PrintedSignature>> {
  if (ids.length === 0) return new Map();
  const rows = await select<PrintedRow>(
    db,
    sql`SELECT s.id, s.name, s.role, p.kind, p.type, p.width, p.height, hex(p.bytes) AS bytes
      FROM signatures s LEFT JOIN signature_pictures p ON p.signature_id = s.id
      WHERE s.name <> '' AND s.id IN (SELECT value FROM json_each(${JSON.stringify([...new Set(ids)])}))`,
  );
  const found = new Map<number, PrintedSignature>();
  for (const { id, name, role, kind, type, width, height, bytes } of rows) {
    const signature = found.get(id) ?? { id, name, role };
    if (kind && type && width && height)
      signature[kind] = { type, width, height, name, bytes: Uint8Array.fromHex(bytes) };
    found.set(id, signature);
  }
  return found;
}
