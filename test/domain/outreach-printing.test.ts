/** Papers: the pictures that are taken as logos, whose logos stand where, and the list for the speaker. */
import { beforeAll, expect, it } from 'vitest';
import {
  addLogo,
  findLogoPicture,
  largestPicture,
  listLogos,
  listPrintedLogos,
  mostFunders,
  removeLogo,
} from '../../src/domain/printing/logos';
import {
  endSpeakerLink,
  findBySpeakerToken,
  findSpeakerToken,
  makeSpeakerLink,
  speakerLinkOutlives,
} from '../../src/domain/printing/speaker-links';
import { listGuests, mostGuests } from '../../src/domain/printing/speaker-list';
import { readPicture } from '../../src/lib/picture';
import { db } from '../support/db';
import { anAction, aSession, evening, now } from '../support/fixtures';
import { metered } from '../support/meter';
import { anOrganisation, carries, secret } from '../support/organisers';
import { registered } from '../support/people';
import { aPng } from '../support/pictures';

const by = { now, actor: 'organiser:1' } as const;
const png = aPng(300, 120);
/** The shortest JPEG head: SOI, an application segment, and a frame of 640 by 480. */
const jpeg = Uint8Array.from([
  ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2],
  ...[0xff, 0xc0, 0, 11, 8, 480 >> 8, 480 & 255, 640 >> 8, 640 & 255, 1, 1, 0x11, 0],
]);
const bytesOf = (text: string) => new TextEncoder().encode(text);

let reseda = 0;
let mutualite = 0;
let actionId = 0;
beforeAll(async () => {
  reseda = await anOrganisation('Reseda');
  mutualite = await anOrganisation('Mutualité Française Occitanie');
  actionId = await anAction();
  await carries(mutualite, actionId, 0);
  await carries(reseda, actionId, 1);
});

it('knows a picture by its bytes, and takes nothing else for one', () => {
  expect(readPicture(png)).toEqual({ type: 'image/png', width: 300, height: 120 });
  expect(readPicture(jpeg)).toEqual({ type: 'image/jpeg', width: 640, height: 480 });
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const notPictures = [
    bytesOf(svg),
    bytesOf('GIF89a'),
    png.slice(0, -4),
    Uint8Array.from([...png, ...bytesOf('<script>')]),
    jpeg.slice(0, 12),
    new Uint8Array(),
  ];
  expect(notPictures.map(readPicture)).toEqual(notPictures.map(() => null));
});

it('refuses what is too large, too wide or no picture, and keeps nothing of it', async () => {
  const logo = (bytes: Uint8Array) =>
    addLogo(db, { kind: 'carrier', name: 'Centre social de Rochebelle', bytes }, by);
  expect(await logo(new Uint8Array(largestPicture + 1))).toEqual({
    ok: false,
    reason: 'too_large',
  });
  expect(await logo(bytesOf('<svg/>'))).toEqual({ ok: false, reason: 'not_a_picture' });
  expect(await logo(aPng(2001, 1))).toEqual({ ok: false, reason: 'too_many_pixels' });
  expect(await listLogos(db)).toEqual([]);
});

it('prints carriers’ logos where they carry, in their order, and funders’ everywhere', async () => {
  await addLogo(db, { kind: 'carrier', name: 'RESEDA', bytes: png }, by);
  await addLogo(db, { kind: 'carrier', name: 'Mutualité française Occitanie', bytes: png }, by);
  await addLogo(db, { kind: 'funder', name: 'ARS Occitanie', bytes: jpeg }, by);
  const names = async (action: number) => {
    const { carriers, funders } = await listPrintedLogos(db, action);
    return [carriers.map(({ name }) => name), funders.map(({ name }) => name)];
  };
  expect(await names(actionId)).toEqual([
    ['Mutualité française Occitanie', 'RESEDA'],
    ['ARS Occitanie'],
  ]);
  expect(await names(await anAction())).toEqual([[], ['ARS Occitanie']]);
});

it('puts a carrier’s new logo in the place of the old one, at another address', async () => {
  const own = async () =>
    (await listLogos(db)).filter(({ organisationId }) => organisationId === reseda);
  const [before] = await own();
  await addLogo(db, { kind: 'carrier', name: 'Reseda', bytes: jpeg }, by);
  const after = await own();
  expect(after).toMatchObject([{ name: 'Reseda', type: 'image/jpeg', width: 640, height: 480 }]);
  expect(await findLogoPicture(db, before?.key ?? '')).toBeNull();
  const picture = await findLogoPicture(db, after[0]?.key ?? '');
  expect(picture).toEqual({ type: 'image/jpeg', bytes: jpeg });
  await removeLogo(db, after[0]?.id ?? 0);
  expect(await own()).toEqual([]);
});

it('has room for a dozen funders, and says so to the next', async () => {
  const outcomes = [];
  for (let n = 0; n < mostFunders; n++)
    outcomes.push(await addLogo(db, { kind: 'funder', name: `Financeur ${n}`, bytes: png }, by));
  expect(outcomes.map(({ ok }) => ok)).toEqual([...Array(mostFunders - 1).fill(true), false]);
  expect(outcomes.at(-1)).toEqual({ ok: false, reason: 'too_many_funders' });
});

const readLink = (token: string, at = now) => findBySpeakerToken(db, { secret, token, now: at });

it('makes one link however often it is asked for, and ends it for good', async () => {
  const { id } = await aSession();
  await Promise.all([makeSpeakerLink(db, id, by), makeSpeakerLink(db, id, by)]);
  const first = (await findSpeakerToken(db, secret, id)) ?? '';
  expect(await readLink(first)).toBe(id);
  await endSpeakerLink(db, id, by);
  expect(await findSpeakerToken(db, secret, id)).toBeNull();
  expect(await readLink(first)).toBeNull();
  await makeSpeakerLink(db, id, by);
  const second = (await findSpeakerToken(db, secret, id)) ?? '';
  expect(second).not.toBe(first);
  expect([await readLink(first), await readLink(second)]).toEqual([null, id]);
  const { results } = await db.$client
    .prepare('SELECT event FROM history WHERE session_id = ? ORDER BY id')
    .bind(id)
    .all();
  expect(results.map(({ event }) => event)).toEqual([
    'speaker_link_made',
    'speaker_link_ended',
    'speaker_link_made',
  ]);
});

it('opens for no guess, and no longer a month after the session', async () => {
  const { id } = await aSession();
  await makeSpeakerLink(db, id, by);
  const token = (await findSpeakerToken(db, secret, id)) ?? '';
  const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
  expect([await readLink(forged), await readLink(''), await readLink('x'.repeat(46))]).toEqual([
    null,
    null,
    null,
  ]);
  const last = evening.endsAt + speakerLinkOutlives;
  expect([await readLink(token, last - 1), await readLink(token, last)]).toEqual([id, null]);
});

it('tells the speaker first names, professions and hopes, and nothing else of anyone', async () => {
  const session = await aSession({ seatsPerRegistration: 2, capacity: 3, maxCapacity: 3 });
  const profession = 'Assistante maternelle';
  await registered(session, { firstName: 'Élodie', profession, note: 'Le sommeil ?' });
  await registered(session, {
    firstName: 'Fatma',
    profession: 'assistante maternelle ',
    seats: 2,
    companions: ['Yanis Benali'],
    phone: '06 12 34 56 78',
    organisation: 'Crèche du Parc',
    town: 'Alès',
  });
  await registered(session, { firstName: 'Qui-attend' });
  const guest = { note: null, seats: 1, groupLabel: null, headcounts: {} };
  expect(await listGuests(db, session.id)).toEqual({
    registrations: 2,
    seats: 3,
    professions: [{ name: profession, seats: 3 }],
    guests: [
      { ...guest, firstName: 'Élodie', profession, note: 'Le sommeil ?' },
      { ...guest, firstName: 'Fatma', profession: 'assistante maternelle ', seats: 2 },
    ],
  });
});

it('reads a sheet of names whatever the session holds, and says how many more there are', async () => {
  const session = await aSession({ capacity: 5000, maxCapacity: 5000 });
  const { id: partyId } = await partyOf(session.id);
  await db.$client
    .prepare(`INSERT INTO registrations (session_id, party_id, state, source, first_name, last_name,
      seats, state_changed_at, created_at)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
      SELECT ?, ?, 'confirmed', 'import', 'Camille', 'Nº ' || i, 1, 0, 0 FROM n`)
    .bind(session.id, partyId)
    .run();
  const { result, bill } = await metered((metredDb) => listGuests(metredDb, session.id));
  expect([result.guests.length, result.registrations, result.seats]).toEqual([
    mostGuests,
    2000,
    2000,
  ]);
  expect(bill.queries).toBe(2);
});

async function partyOf(sessionId: number): Promise<{ id: number }> {
  const row = await db.$client
    .prepare(`INSERT INTO parties (reference, session_id, state, seats, created_at)
      VALUES (hex(randomblob(8)), ?, 'confirmed', 2000, 0) RETURNING id`)
    .bind(sessionId)
    .first<{ id: number }>();
  if (!row) throw new Error('no party');
  return row;
}
