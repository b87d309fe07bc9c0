/**
 * What a certificate bears beside its words: the logos of those who carried the action and who paid, by
 * the names that were frozen when it was issued, and the signature that was in force then. A revoked one
 * bears no signature. All that certificates share is read once, whatever their number.
 */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { nameKey } from '../../lib/text';
import { entryId } from '../catalogue/directories';
import { listFunderLogos, logoColumns } from '../printing/logos';
import { type PrintedSignature, readSignatures } from '../printing/read-signatures';
import type { Logo } from '../printing/schema';
import type { Certificate } from './schema';

export type Papers = {
  carriers: Logo[];
  funders: Logo[];
  signature: PrintedSignature | null;
};
export type PrintedCertificate = { certificate: Certificate; papers: Papers };

export async function withPapers(
  db: Database,
  certificates: readonly Certificate[],
): Promise<PrintedCertificate[]> {
  const names = certificates.flatMap(({ facts }) => facts.carriers);
  const ids = certificates.flatMap(({ signatureId, revokedAt }) =>
    signatureId === null || revokedAt !== null ? [] : [signatureId],
  );
  const [logoOf, funders, signatures] = await Promise.all([
    listCarrierLogos(db, names),
    listFunderLogos(db),
    readSignatures(db, ids),
  ]);
  return certificates.map((certificate) => ({
    certificate,
    papers: {
      carriers: certificate.facts.carriers.flatMap((name) => logoOf.get(nameKey(name)) ?? []),
      funders: funders.filter(({ name }) => certificate.facts.funders?.includes(name)),
      signature:
        (certificate.revokedAt === null && signatures.get(certificate.signatureId ?? 0)) || null,
    },
  }));
}

/** By the key of the name that was printed: an organisation that was renamed or merged is found by it. */
async function listCarrierLogos(
  db: Database,
  names: readonly string[],
): Promise<Map<string, Logo>> {
  const keys = [...new Set(names.map(nameKey))];
  if (keys.length === 0) return new Map();
  const rows = await select<Logo & { said: string }>(
    db,
    sql`SELECT n.value AS said, ${logoColumns} FROM json_each(${JSON.stringify(keys)}) n
      JOIN logos ON organisation_id = ${entryId('organisations', sql`n.value`)}`,
  );
  return new Map(rows.map(({ said, ...logo }) => [said, logo]));
}
