/**
 * Who signs the certificates of an organisation: a name, a function, and the pictures of the signature
 * and of the stamp. One is in force at a time. Another one ends it, and certificates keep the one under
 * which they were issued (docs/decisions/0080).
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import type { Picture } from '../../lib/picture';
import { nameKey } from '../../lib/text';
import type { By } from '../catalogue/by';
import { entryId, organisationAdded } from '../catalogue/directories';
import { makeOnce } from '../forms/make-once';
import { type PictureRefusal, readPrintable } from './logos';
import { type SignaturePictureKind, signaturePictureKinds } from './schema';

/** organisation: its name, as the directory has it or will have it. A picture may be missing. */
export type NewSignature = {
  organisation: string;
  name: string;
  role: string;
  pictures: Partial<Record<SignaturePictureKind, Uint8Array>>;
};

export type SignatureOutcome =
  | { ok: true; id: number }
  | { ok: false; refused: Partial<Record<SignaturePictureKind, PictureRefusal>> };

/** Puts it in force in the place of the one that was: what is sent is all that is printed from now on. */
export async function addSignature(
  db: Database,
  { organisation, name, role, pictures }: NewSignature,
  by: By,
): Promise<SignatureOutcome> {
  const read = readPictures(pictures);
  if (!read.ok) return read;
  const owner = entryId('organisations', nameKey(organisation));
  const inForce = sql`organisation_id = ${owner} AND ended_at IS NULL`;
  const made = {
    table: sql`signatures`,
    id: sql`(SELECT id FROM signatures WHERE ${inForce})`,
  };
  const { id } = await makeOnce(db, by, made, [
    organisationAdded(organisation, by.now),
    ...ended(inForce, by),
    ...unborneGone,
    sql`INSERT INTO signatures (organisation_id, name, role, created_at, created_by)
      SELECT ${owner}, ${name}, ${role}, ${by.now}, ${by.actor}`,
    ...read.pictures.map(
      ({ kind, type, width, height, bytes }) =>
        sql`INSERT INTO signature_pictures (signature_id, kind, type, width, height, bytes)
          SELECT id, ${kind}, ${type}, ${width}, ${height}, ${bytes} FROM signatures WHERE ${inForce}`,
    ),
    noted('signature_given', inForce, by),
  ]);
  if (id === null) throw new Error('a signature vanished');
  return { ok: true, id };
}

type Read =
  | { ok: true; pictures: (Picture & { kind: SignaturePictureKind; bytes: Uint8Array })[] }
  | Extract<SignatureOutcome, { ok: false }>;

function readPictures(sent: NewSignature['pictures']): Read {
  const pictures: Extract<Read, { ok: true }>['pictures'] = [];
  const refused: Partial<Record<SignaturePictureKind, PictureRefusal>> = {};
  for (const kind of signaturePictureKinds) {
    const bytes = sent[kind];
    const picture = bytes && readPrintable(bytes);
    if (!picture) continue;
    if ('type' in picture) pictures.push({ ...picture, kind, bytes });
    else refused[kind] = picture.reason;
  }
  return Object.keys(refused).length ? { ok: false, refused } : { ok: true, pictures };
}

/** Certificates to come are without it; those that bear it keep it. */
export async function endSignature(db: Database, id: number, by: By): Promise<void> {
  await transact(db, [...ended(sql`id = ${id} AND ended_at IS NULL`, by), ...unborneGone]);
}

/** Takes the name and the pictures away for good: the certificates that bore them have an empty box. */
export async function eraseSignature(db: Database, id: number, by: By): Promise<void> {
  await transact(db, [
    noted('signature_erased', sql`id = ${id} AND name <> ''`, by),
    sql`DELETE FROM signature_pictures WHERE signature_id = ${id}`,
    sql`UPDATE signatures SET name = '', role = '', ended_at = coalesce(ended_at, ${by.now})
      WHERE id = ${id}`,
    ...unborneGone,
  ]);
}

/** Ends those that `which` finds. */
export const ended = (which: SQL, by: By): SQL[] => [
  noted('signature_ended', which, by),
  sql`UPDATE signatures SET ended_at = ${by.now} WHERE ${which}`,
];

const unborne = sql`SELECT s.id FROM signatures s WHERE s.ended_at IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM certificates c WHERE c.signature_id = s.id)`;

/** Nobody's signature is kept for nothing. */
export const unborneGone: readonly SQL[] = [
  sql`DELETE FROM signature_pictures WHERE signature_id IN (${unborne})`,
  sql`DELETE FROM signatures WHERE id IN (${unborne})`,
];

/** The history says whose signature it is, and never the name. */
const noted = (event: string, which: SQL, { now, actor }: By): SQL => sql`
  INSERT INTO history (at, actor, event, detail)
  SELECT ${now}, ${actor}, ${event}, json_object('organisation', organisation_id, 'signature', id)
  FROM signatures WHERE ${which}`;

/**
 * The id of the one that signs the certificates of an action now: of the first of its carriers that has
 * one. Null where none has: they are signed by hand.
 */
export const signing = (actionId: number): SQL => sql`(
  SELECT s.id FROM action_carriers a JOIN signatures s
    ON s.organisation_id = a.organisation_id AND s.ended_at IS NULL
  WHERE a.action_id = ${actionId} ORDER BY a.position LIMIT 1)`;
