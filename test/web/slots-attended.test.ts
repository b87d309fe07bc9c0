/** Who came stays with the half-day at which they came, whatever is done to the slots of the session. */
import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { listDeserved } from '../../src/domain/attendance/deserved';
import { recordAttendance } from '../../src/domain/attendance/record';
import { findRoll } from '../../src/domain/attendance/roll';
import { inputOf } from '../../src/domain/catalogue/duplicate-session';
import { findSessionById } from '../../src/domain/catalogue/find-session';
import { type Session, sessions } from '../../src/domain/catalogue/schema';
import { updateSession } from '../../src/domain/catalogue/update-session';
import { toInstant, toLocal } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { db } from '../support/db';
import { aSession } from '../support/fixtures';
import { fieldsOf } from '../support/forms';
import { anAccount, anOrganisation, carries, signedInCookie } from '../support/organisers';
import { visit } from '../support/web';

const zone = 'Europe/Paris';
const at = (time: string, day = '2026-03-12') => toInstant(`${day}T${time}`, zone);
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const morning = span('09:00', '12:00');
const afternoon = span('14:00', '17:00');
/** The evening of the day: what is noted is corrected afterwards. */
const now = at('19:00');
const app = createApp({ clock: () => now });
const { get, post } = visit(app);

let own = 0;
let cookie = '';
beforeAll(async () => {
  own = await anOrganisation('Reseda');
  const account = await anAccount('organiser', { organisationId: own });
  cookie = await signedInCookie(account.id, now);
});

/** Someone present in the morning and absent in the afternoon. */
async function attended(slots = [morning, afternoon]) {
  const session = await aSession({ slots });
  await carries(own, session.actionId);
  await mark(session, slots.indexOf(morning), 'present');
  if (slots.includes(afternoon)) await mark(session, slots.indexOf(afternoon), 'absent');
  return session;
}

const key = 'a-neighbour-who-came';
async function mark(session: Session, slot: number, state: 'present' | 'absent', noted = now) {
  const walkIn = { key: `${key}-${session.id}`, name: 'Zoé Arnaud', email: 'zoe@exemple.fr' };
  const marks = [{ id: newToken(), slot, who: { walkInKey: walkIn.key }, state, at: noted }];
  const sending = { walkIns: [walkIn], marks, source: 'tick' as const };
  return recordAttendance(db, session.id, sending, { now: noted, actor: 'system' });
}

/** What is noted of them, by the hours of the half-day, and what their certificate would attest. */
async function noted({ id }: { id: number }) {
  const view = await findSessionById(db, id);
  if (!view) throw new Error('no session');
  const { entries } = await findRoll(db, id);
  const hours = (startsAt: number) => toLocal(startsAt, zone).slice(11);
  const marks = view.slots.flatMap(({ number, startsAt }) => {
    const state = entries[0]?.marks.get(number)?.state;
    return state ? [[hours(startsAt), state]] : [];
  });
  const [deserved] = await listDeserved(db, view, at('12:00', '2026-12-31'));
  return { marks, attests: deserved?.slots.map(({ startsAt }) => hours(startsAt)) };
}

const path = ({ code }: { code: string }, rest = '') => `/organisation/seances/${code}${rest}`;
const formOf = async (session: Session) =>
  fieldsOf(await (await get(path(session, '/modification'), { cookie })).text());
const save = (session: Session, fields: Record<string, string | string[]>) =>
  post(path(session), { ...fields, etape: 'confirme' }, { cookie });
const rows = (times: readonly (readonly [string, string, string])[]) => ({
  slotDate: times.map(([day]) => day),
  slotFrom: times.map(([, from]) => from),
  slotTo: times.map(([, , to]) => to),
});
const day = '2026-03-12';
const unmoved = {
  marks: [
    ['09:00', 'present'],
    ['14:00', 'absent'],
  ],
  attests: ['09:00'],
};

it('does not take away a half-day at which people were noted, and says so at its row', async () => {
  const session = await attended();
  const form = await formOf(session);
  const first = {
    ...form,
    ...rows([
      ['', '', ''],
      [day, '14:00', '17:00'],
    ]),
  };
  for (const fields of [first, { ...first, etape: 'confirme' }]) {
    const answer = await post(path(session), fields, { cookie });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('id="slotDate-0-error"');
    expect(html).toContain(
      'Des présences sont notées ici (jeudi 12 mars, de 9\u00a0h à 12\u00a0h)',
    );
  }
  const undated = { ...form, dateState: 'to_be_determined', ...rows([]) };
  const answer = await post(path(session), undated, { cookie });
  expect(answer.status).toBe(422);
  expect(await noted(session)).toEqual(unmoved);
});

it('keeps each mark at its hours when a half-day is put before, also one that a phone sends late', async () => {
  const session = await attended();
  const form = await formOf(session);
  const three = [
    [day, '07:00', '08:30'],
    [day, '09:00', '12:00'],
    [day, '14:00', '17:00'],
  ] as const;
  const typed = { ...form, ...rows(three), slotStored: ['', ...[form.slotStored ?? []].flat()] };
  expect((await save(session, typed)).status).toBe(303);
  expect(await noted(session)).toEqual(unmoved);
  // The phone has seen two half-days, and means the second.
  expect((await mark(session, 1, 'present', now + 1)).refused).toEqual([]);
  expect(await noted(session)).toEqual({
    marks: [
      ['09:00', 'present'],
      ['14:00', 'present'],
    ],
    attests: ['09:00', '14:00'],
  });
  const list = await (await get(path(session, '/emargement?demi-journee=2'), { cookie })).text();
  expect(list).toMatch(/aria-current="true"[^>]*>jeudi 12 mars 2026, de 14/);
});

it('moves the marks with a half-day whose hours are corrected, and with no other', async () => {
  const session = await attended();
  const form = await formOf(session);
  await save(session, {
    ...form,
    ...rows([
      [day, '10:00', '13:00'],
      [day, '14:00', '17:00'],
    ]),
  });
  expect(await noted(session)).toEqual({
    marks: [
      ['10:00', 'present'],
      ['14:00', 'absent'],
    ],
    attests: ['10:00'],
  });
});

it('changes nothing when two rows swap their hours', async () => {
  const session = await attended();
  const form = await formOf(session);
  const swapped = {
    ...form,
    ...rows([
      [day, '14:00', '17:00'],
      [day, '09:00', '12:00'],
    ]),
  };
  expect((await save(session, swapped)).status).toBe(303);
  expect(await noted(session)).toEqual(unmoved);
});

it('shows the half-day that a colleague added meanwhile, once people were noted there', async () => {
  const session = await attended([morning]);
  const form = await formOf(session);
  const view = await findSessionById(db, session.id);
  if (!view) throw new Error('no session');
  const slots = [...view.slots, { ...afternoon, precision: 'time' as const, minutes: null }];
  const change = { id: session.id, version: 1, input: { ...inputOf(view), slots }, reason: null };
  await updateSession(db, change, { now, actor: 'system' });
  await mark(session, 1, 'present');

  const stale = await post(path(session), { ...form, summary: 'Corrigée' }, { cookie });
  expect(stale.status).toBe(409);
  const again = await save(session, fieldsOf(await stale.text()));
  expect(again.status).toBe(422);
  const html = await again.text();
  expect(html).toContain('id="slotDate-1-error"');
  expect((await save(session, fieldsOf(html))).status).toBe(303);
  expect((await noted(session)).marks).toEqual([
    ['09:00', 'present'],
    ['14:00', 'present'],
  ]);
  const [row] = await db.select().from(sessions).where(eq(sessions.id, session.id));
  expect(row?.summary).toBe('Corrigée');
});

it('lets the database refuse it, whoever asks, and where nothing is noted lets the half-day go', async () => {
  const session = await attended();
  const view = await findSessionById(db, session.id);
  if (!view) throw new Error('no session');
  const without = (hours: typeof morning) => {
    const slots = view.slots.filter(({ startsAt }) => startsAt !== hours.startsAt);
    const change = { id: session.id, version: 1, reason: null };
    const by = { now, actor: 'system' } as const;
    return updateSession(db, { ...change, input: { ...inputOf(view), slots } }, by);
  };
  expect(await without(morning)).toEqual({ ok: false, reason: 'slot_attended' });
  const quiet = await aSession({ slots: [morning, afternoon] });
  const other = await findSessionById(db, quiet.id);
  if (!other) throw new Error('no session');
  const input = { ...inputOf(other), slots: other.slots.slice(1) };
  const change = { id: quiet.id, version: 1, input, reason: null };
  expect((await updateSession(db, change, { now, actor: 'system' })).ok).toBe(true);
  const left = (await findSessionById(db, quiet.id))?.slots;
  expect(left).toEqual([other.slots[1]]);
});

it('an end put right once the session is over is saved at once: the date is the right one, and nobody is told', async () => {
  const session = await aSession({ slots: [span('14:00', '20:00')] });
  await carries(own, session.actionId);
  await mark(session, 0, 'present');
  const fields = { ...(await formOf(session)), slotTo: '18:00' };
  const saved = await post(path(session), fields, { cookie });
  expect(saved.headers.get('Location')).toBe(`${path(session)}?fait=enregistree`);
});
