/** Who signs: one at a time for an organisation, and each certificate keeps the one that it was issued under. */
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { select } from '../../src/db/client';
import { withPapers } from '../../src/domain/attendance/certificate-papers';
import { listSessionCertificates } from '../../src/domain/attendance/certificates';
import type { Certificate } from '../../src/domain/attendance/schema';
import { takeBackCertificate } from '../../src/domain/attendance/take-back';
import type { Session } from '../../src/domain/catalogue/schema';
import { editEntry } from '../../src/domain/directories/edit-entry';
import { findEntry } from '../../src/domain/directories/list-entries';
import { mergeEntries } from '../../src/domain/directories/merge-entries';
import { addLogo, largestPicture, listLogos, removeLogo } from '../../src/domain/printing/logos';
import {
  countBearing,
  findSignature,
  findSignaturePicture,
  findSigning,
  listSignatures,
} from '../../src/domain/printing/read-signatures';
import {
  addSignature,
  endSignature,
  eraseSignature,
  type NewSignature,
} from '../../src/domain/printing/signatures';
import { day } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { certified, present } from '../support/attendance';
import { db } from '../support/db';
import { aSession, now } from '../support/fixtures';
import { metered } from '../support/meter';
import { anOrganisation, carries } from '../support/organisers';
import { aPng } from '../support/pictures';

const by = { now, actor: 'organiser:1' } as const;
const ink = aPng(60, 20, [20, 20, 120]);
const rubber = aPng(40, 40, [120, 20, 20]);
const bytesOf = (text: string) => new TextEncoder().encode(text);

type Named = { id: number; name: string };
let reseda: Named;
let session: Session;
beforeEach(async () => {
  reseda = await organisation();
  session = await aSession();
  await carries(reseda.id, session.actionId);
});
async function organisation(): Promise<Named> {
  const name = `Structure ${newToken()}`;
  return { id: await anOrganisation(name), name };
}

const give = (values: Partial<NewSignature> = {}, at = now) =>
  addSignature(
    db,
    {
      organisation: reseda.name,
      name: 'Łucja Dąbrowska',
      role: 'directrice',
      pictures: { signature: ink, stamp: rubber },
      ...values,
    },
    { ...by, now: at },
  );
async function given(values: Partial<NewSignature> = {}, at = now): Promise<number> {
  const outcome = await give(values, at);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refused));
  return outcome.id;
}
async function issued(name = 'Camille Martin'): Promise<Certificate> {
  await present(session, name);
  const found = (await certified(session)).find((each) => each.name === name);
  if (!found) throw new Error('no certificate');
  return found;
}
const papersOf = async (certificate: Certificate) => {
  const [printed] = await withPapers(db, [certificate]);
  return printed?.papers;
};
const own = () => listSignatures(db, reseda.id);

it('refuses what can’t be printed, each at its picture, and keeps nothing of it', async () => {
  const truncated = ink.slice(0, -6);
  expect(await give({ pictures: { signature: bytesOf('<svg/>'), stamp: truncated } })).toEqual({
    ok: false,
    refused: { signature: 'not_a_picture', stamp: 'not_a_picture' },
  });
  const huge = new Uint8Array(largestPicture + 1);
  expect(await give({ pictures: { signature: ink, stamp: huge } })).toEqual({
    ok: false,
    refused: { stamp: 'too_large' },
  });
  expect(await give({ pictures: { signature: aPng(2001, 1) } })).toEqual({
    ok: false,
    refused: { signature: 'too_many_pixels' },
  });
  expect(await own()).toEqual([]);
});

it('has one in force, whatever comes at once, and keeps none that nothing bears', async () => {
  await Promise.all([given(), given({ name: 'Şeyma Çelik' }), given({ name: 'Zoë Œuvrard' })]);
  expect(await own()).toHaveLength(1);
  const id = await given({ name: 'Anne Petit', pictures: {} });
  expect(await own()).toMatchObject([
    { id, name: 'Anne Petit', role: 'directrice', endedAt: null, pictures: [] },
  ]);
  const [{ pictures } = { pictures: -1 }] = await select<{ pictures: number }>(
    db,
    sql`SELECT count(*) AS pictures FROM signature_pictures p
      LEFT JOIN signatures s ON s.id = p.signature_id WHERE s.id IS NULL OR s.organisation_id = ${reseda.id}`,
  );
  expect(pictures).toBe(0);
});

it('A certificate keeps the signature that was in force when it was issued', async () => {
  const byHand = await issued('Avant Toute');
  const first = await given();
  const former = await issued('Sous Première');
  const second = await given({ name: 'Anne Petit', role: 'directeur' }, now + day);
  const latter = await issued('Sous Seconde');
  expect([byHand.signatureId, former.signatureId, latter.signatureId]).toEqual([
    null,
    first,
    second,
  ]);
  expect(await papersOf(byHand)).toMatchObject({ signature: null });
  expect(await papersOf(former)).toMatchObject({
    signature: { name: 'Łucja Dąbrowska', role: 'directrice', signature: { bytes: ink } },
  });
  expect(await own()).toMatchObject([
    { id: second, endedAt: null },
    { id: first, endedAt: now + day },
  ]);
  expect(await countBearing(db, first)).toBe(1);
});

it('one that takes another’s place is signed by who signs then', async () => {
  const first = await given();
  const former = await issued('Camile Martin');
  const second = await given({ name: 'Anne Petit' }, now + day);
  await db.run(sql`UPDATE walk_ins SET name = 'Camille Martin' WHERE session_id = ${session.id}`);
  const [latter] = await certified(session);
  expect([former.signatureId, latter?.signatureId]).toEqual([first, second]);
  expect(latter?.replacesId).toBe(former.id);
});

it('is that of the first carrier that has one', async () => {
  const [lead, third] = [await organisation(), await organisation()];
  await carries(lead.id, session.actionId, -1);
  await carries(third.id, session.actionId, 1);
  expect(await findSigning(db, session.actionId)).toBeNull();
  await given({ organisation: third.name });
  const id = await given();
  expect(await findSigning(db, session.actionId)).toMatchObject({ id, organisation: reseda.name });
  expect((await issued()).signatureId).toBe(id);
});

it('a revoked certificate, printed again, bears none', async () => {
  await given();
  await takeBackCertificate(db, await issued(), { reason: 'mistake', note: '' }, by);
  const [revoked] = await listSessionCertificates(db, session.id);
  expect(revoked && (await papersOf(revoked))).toMatchObject({ signature: null });
});

it('ends for what is to come, and is erased from what there is', async () => {
  const id = await given();
  const bears = await issued();
  await endSignature(db, id, by);
  expect(await findSigning(db, session.actionId)).toBeNull();
  expect(await papersOf(bears)).toMatchObject({ signature: { id } });

  await eraseSignature(db, id, by);
  expect(await papersOf(bears)).toMatchObject({ signature: null });
  expect(await findSignature(db, id)).toBeNull();
  expect(await findSignaturePicture(db, id, 'signature')).toBeNull();
  const rows = await select(db, sql`SELECT name, role FROM signatures WHERE id = ${id}`);
  expect(rows).toEqual([{ name: '', role: '' }]);
  const events = await select<{ event: string; detail: string }>(
    db,
    sql`SELECT event, detail FROM history WHERE detail ->> 'signature' = ${id} ORDER BY id`,
  );
  expect(events.map(({ event }) => event)).toEqual([
    'signature_given',
    'signature_ended',
    'signature_erased',
  ]);
  expect(JSON.stringify(events)).not.toContain('Łucja');
});

describe('merging organisations', () => {
  const merge = (gone: Named, kept: Named) =>
    mergeEntries(db, 'organisations', { gone, kept }, { ...by, now: now + day });

  it('keeps the signature of the one that stays in force, and every certificate its own', async () => {
    const kept = await organisation();
    const [gone, stays] = [
      await given(),
      await given({ organisation: kept.name, name: 'A. Petit' }),
    ];
    const bears = await issued();
    const uses = async ({ id }: Named) => (await findEntry(db, 'organisations', id))?.uses;
    expect(await uses(reseda)).toMatchObject({ signatures: 1 });
    expect(await merge(reseda, kept)).toEqual({ ok: true });
    expect(await listSignatures(db, kept.id)).toMatchObject([
      { id: stays, endedAt: null },
      { id: gone, endedAt: now + day },
    ]);
    expect(await uses(kept)).toMatchObject({ signatures: 1 });
    expect(await papersOf(bears)).toMatchObject({ signature: { id: gone } });
    expect(await findSigning(db, session.actionId)).toMatchObject({ id: stays });
  });

  it('gives the one that stays the other’s where it has none', async () => {
    const kept = await organisation();
    const id = await given();
    await merge(reseda, kept);
    expect(await listSignatures(db, kept.id)).toMatchObject([{ id, endedAt: null }]);
  });

  it('keeps none of the one that goes that nothing bears', async () => {
    const kept = await organisation();
    await given();
    const id = await given({ organisation: kept.name });
    await merge(reseda, kept);
    expect(await listSignatures(db, kept.id)).toMatchObject([{ id }]);
  });
});

describe('the logos of a certificate', () => {
  const logo = (kind: 'carrier' | 'funder', name: string) =>
    addLogo(db, { kind, name, bytes: aPng(30, 20) }, by);
  const names = async (certificate: Certificate) => {
    const papers = await papersOf(certificate);
    return [papers?.carriers, papers?.funders].map((list) => list?.map(({ name }) => name));
  };
  beforeEach(async () => {
    for (const { id } of await listLogos(db)) await removeLogo(db, id);
  });

  it('are those of who carried and who paid when it was issued', async () => {
    await logo('funder', 'ARS');
    await logo('funder', 'Caf');
    const certificate = await issued();
    await carries((await organisation()).id, session.actionId, 1);
    await logo('funder', 'MSA');
    await logo('carrier', reseda.name);
    expect(await names(certificate)).toEqual([[reseda.name], ['ARS', 'Caf']]);
  });

  it('follow a carrier through another name and a merge', async () => {
    await logo('carrier', reseda.name);
    const certificate = await issued();
    const entry = await findEntry(db, 'organisations', reseda.id);
    const name = `Nouveau nom ${newToken()}`;
    const input = { name, kind: '', address: '', town: '', access: '' };
    const change = { id: reseda.id, state: entry?.state ?? '', input };
    expect(await editEntry(db, 'organisations', change, by)).toEqual({ ok: true });
    expect((await names(certificate))[0]).toHaveLength(1);
    const kept = await organisation();
    await mergeEntries(db, 'organisations', { gone: { ...reseda, name }, kept }, by);
    expect((await names(certificate))[0]).toHaveLength(1);
  });

  it('are none of today’s funders on one from before funders were noted', async () => {
    await logo('funder', 'ARS');
    const { facts, ...certificate } = await issued();
    const { funders: _, ...older } = facts;
    expect(await names({ ...certificate, facts: older })).toEqual([[], []]);
  });
});

it('is read once for all the certificates of a session', async () => {
  await given();
  const read = async (people: number) => {
    for (let n = 0; n < people; n++) await present(session, `Nº ${newToken()}`);
    const all = await certified(session);
    const { result, bill } = await metered((metredDb) => withPapers(metredDb, all));
    expect(new Set(result.map(({ papers }) => papers.signature)).size).toBe(1);
    return [result.length, bill.queries, bill.rowsRead];
  };
  const [few, queries, rows] = await read(2);
  expect(await read(28)).toEqual([Number(few) + 28, queries, rows]);
});
