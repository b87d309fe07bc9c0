/**
 * A mail that tells what is no longer true never goes, by itself or by hand: failed or waiting, with
 * the address corrected, the seat handed over, the registration cancelled, moved, or told of a change.
 * The mails are written by the registrations' own code, delivered, and applied by a calendar.
 */
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { mailCertificates } from '../../src/domain/attendance/certificate-mail';
import { handOver } from '../../src/domain/attendance/hand-over';
import { recordAttendance } from '../../src/domain/attendance/record';
import { correctWalkIn, findWalkIn } from '../../src/domain/attendance/walk-ins';
import { factsOf, findSessionById } from '../../src/domain/catalogue/find-session';
import type { Session } from '../../src/domain/catalogue/schema';
import { claimHoldsFor, claimNext } from '../../src/domain/mail/claim';
import { deliverOutbox } from '../../src/domain/mail/deliver';
import { listMails } from '../../src/domain/mail/log';
import { resendMail } from '../../src/domain/mail/resend';
import { announcements, mailbox, outbox } from '../../src/domain/mail/schema';
import { type ComposedMail, TransportError } from '../../src/domain/mail/transport';
import { makeRenderer } from '../../src/domain/messages/render';
import { expandAnnouncements } from '../../src/domain/registrations/announce';
import { cancelRegistration } from '../../src/domain/registrations/cancel';
import { correctAddress } from '../../src/domain/registrations/hand-over';
import { resendStanding } from '../../src/domain/registrations/mail-standing';
import { moveRegistration } from '../../src/domain/registrations/move';
import { releaseSeats } from '../../src/domain/registrations/release-seats';
import { history } from '../../src/domain/registrations/schema';
import { day, hour, minute } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { mailboxTransport } from '../../src/transports/mailbox';
import { certified, present } from '../support/attendance';
import { Calendar, hours } from '../support/calendar';
import { db } from '../support/db';
import { anAction, aSession, evening, now } from '../support/fixtures';
import { network } from '../support/mails';
import { registered, reload } from '../support/people';

const nextWeek = { startsAt: evening.startsAt + 7 * day, endsAt: evening.endsAt + 7 * day };
const nextDay = { startsAt: evening.startsAt + day, endsAt: evening.endsAt + day };
const by = { actor: 'organiser:1', now } as const;
let at = now;
const moment = () => ({ now: at, timeZone: 'Europe/Paris' });
beforeEach(async () => {
  await db.delete(outbox);
  await db.delete(mailbox);
  at = now;
});

type Server = 'up' | 'down' | 'refuses';

/** Delivers what is due to a server that takes all, answers nothing, or refuses every address. */
async function deliver(server: Server = 'up') {
  at += 2 * minute;
  const box = mailboxTransport(db, () => at);
  const send = async (mail: ComposedMail) => {
    if (server === 'down') throw new TransportError('connect ECONNREFUSED', 'unavailable');
    if (server === 'refuses') throw new TransportError('550 5.1.1 no such user', 'permanent');
    await box.send(mail);
  };
  const render = makeRenderer(network);
  await deliverOutbox(db, { transport: { send }, render, now: at, limit: 50 });
}

/** What was taken in the mailbox: kind of mail and address, in order. */
async function received() {
  const rows = await db.select().from(outbox).where(eq(outbox.state, 'sent')).orderBy(outbox.id);
  return rows.map(({ kind, recipient }) => `${kind} → ${recipient.split('@')[0]}`);
}
const stateOf = async (registration: { id: number }) => {
  const rows = await db
    .select()
    .from(outbox)
    .where(eq(outbox.registrationId, registration.id))
    .orderBy(outbox.id);
  return rows.map(({ kind, state }) => [kind, state]);
};
const viewOf = async (session: Session) => {
  const view = await findSessionById(db, session.id);
  if (!view) throw new Error('no session');
  return view;
};

/** Someone whose confirmation failed, or waits behind a dead server. */
async function unconfirmed(server: 'down' | 'refuses', slots = [evening]) {
  const actionId = await anAction();
  const session = await aSession({ actionId, slots });
  const other = await aSession({ actionId, slots: [nextWeek] });
  const registration = await registered(session, { email: 'fatima@exemple.fr' });
  await deliver(server);
  return { session, other, registration };
}

const happenings = {
  corrected: async ({ registration }: Awaited<ReturnType<typeof unconfirmed>>) =>
    correctAddress(db, await reload(registration), 'juste@exemple.fr', moment(), 'organiser:1'),
  'handed over': async ({ registration }: Awaited<ReturnType<typeof unconfirmed>>) =>
    handOver(
      db,
      await reload(registration),
      { firstName: 'Nadia', lastName: 'Roux', email: 'nadia@exemple.fr', locale: 'fr' },
      moment(),
    ),
  cancelled: async ({ registration }: Awaited<ReturnType<typeof unconfirmed>>) =>
    cancelRegistration(
      db,
      await reload(registration),
      { actor: 'organiser:1', endedBy: 'organiser' },
      moment(),
    ),
  moved: async ({ registration, other }: Awaited<ReturnType<typeof unconfirmed>>) =>
    moveRegistration(db, await reload(registration), await viewOf(other), moment()),
};

const after = {
  corrected: { mails: ['registered → juste'], fatima: [], other: [hours(evening)] },
  'handed over': {
    mails: ['handed_over → fatima', 'registered → nadia'],
    fatima: [],
    other: [hours(evening)],
  },
  cancelled: { mails: ['cancelled → fatima'], fatima: [], other: [] },
  moved: { mails: ['moved → fatima'], fatima: [hours(nextWeek)], other: [] },
};
const newAddress = {
  corrected: 'juste',
  'handed over': 'nadia',
  cancelled: 'no-one',
  moved: 'no-one',
};

describe.each(['down', 'refuses'] as const)(
  'a confirmation that did not go (server %s)',
  (server) => {
    it.each(Object.keys(happenings) as (keyof typeof happenings)[])(
      'never goes once the registration is %s, not even by hand',
      async (what) => {
        // To see it fail: delete the trigger outbox_overtakes of migration 0105.
        const made = await unconfirmed(server);
        const [mail] = await db.select().from(outbox);
        expect(mail).toMatchObject({ state: server === 'down' ? 'queued' : 'failed' });
        expect(await happenings[what](made)).toMatchObject({ ok: true });
        expect(await resendMail(db, { id: mail?.id ?? 0, carrierId: null }, by)).toEqual({
          ok: false,
          reason: 'untrue',
        });
        at += hour;
        await deliver();
        expect(await received()).toEqual(after[what].mails);
        const [fatima, other] = [new Calendar(false), new Calendar(false)];
        expect(await fatima.read('fatima@exemple.fr')).toEqual(after[what].fatima);
        expect(await other.read(`${newAddress[what]}@exemple.fr`)).toEqual(after[what].other);
        expect(
          (await listMails(db, { state: 'failed', carrierId: null, before: null })).mails,
        ).toEqual([]);
      },
    );
  },
);

it('withdraws a mail that was being sent when it was overtaken, and is put off', async () => {
  // To see it fail: delete the trigger outbox_overtaken of migration 0105.
  const { registration } = await unconfirmed('down');
  at += hour;
  const mail = await claimNext(db, at, 'oldest');
  await happenings.cancelled({ registration } as Awaited<ReturnType<typeof unconfirmed>>);
  expect(await stateOf(registration)).toEqual([
    ['registered', 'sending'],
    ['cancelled', 'queued'],
  ]);
  at += claimHoldsFor;
  await deliver();
  await deliver();
  expect(mail?.kind).toBe('registered');
  expect(await stateOf(registration)).toEqual([
    ['registered', 'superseded'],
    ['cancelled', 'sent'],
  ]);
});

it('withdraws every day of a training, and takes each out of a calendar that had it', async () => {
  const { registration } = await unconfirmed('down', [evening, nextDay]);
  at += hour;
  const calendar = new Calendar();
  await deliver();
  expect(await calendar.read('fatima@exemple.fr')).toHaveLength(2);
  await happenings.cancelled({ registration } as Awaited<ReturnType<typeof unconfirmed>>);
  await deliver();
  expect(await calendar.read('fatima@exemple.fr')).toEqual([]);
});

it('sends a CANCEL that waits even when a place is offered again, and never the one before', async () => {
  const session = await aSession({ slots: [evening] });
  const registration = await registered(session, { email: 'lea@exemple.fr' });
  await deliver();

  const release = { parties: [registration.partyId], to: 'waitlisted', reason: null } as const;
  await releaseSeats(db, await viewOf(session), release, 'organiser:1', moment());
  await deliver('down');
  at += hour;
  await deliver();
  // Freed and free: the offer follows at once, and the entry leaves the calendar all the same.
  expect(await received()).toEqual(['registered → lea', 'seat_withdrawn → lea', 'offer → lea']);
  expect(await new Calendar().read('lea@exemple.fr')).toEqual([]);
});

describe('what failed before the session changed', () => {
  async function changed() {
    const made = await unconfirmed('refuses');
    const before = factsOf(await viewOf(made.session));
    const session = { ...before, slots: [nextDay], version: before.version + 1 };
    await db.insert(announcements).values({
      kind: 'session_changed',
      sessionId: made.session.id,
      facts: { session, before, reason: null },
      createdAt: at,
    });
    await expandAnnouncements(db, moment());
    await deliver('refuses');
    return made;
  }

  it('may not follow the change; the change itself may go again', async () => {
    const { registration } = await changed();
    const { mails } = await listMails(db, { state: 'failed', carrierId: null, before: null });
    expect(mails.map(({ kind, isTrue }) => [kind, isTrue])).toEqual([
      ['session_changed', true],
      ['registered', false],
    ]);
    const [change, old] = mails;
    const resend = (id = 0) => resendMail(db, { id, carrierId: null }, by);
    expect(await resend(old?.id)).toEqual({ ok: false, reason: 'untrue' });
    expect(await resend(change?.id)).toEqual({ ok: true });
    const lines = await db
      .select()
      .from(history)
      .where(eq(history.registrationId, registration.id));
    expect(lines.at(-1)).toMatchObject({
      event: 'mail_resent',
      actor: 'organiser:1',
      detail: { mail: change?.id, kind: 'session_changed' },
    });
  });

  it('is replaced by how things stand now, once however often it is pressed', async () => {
    const { registration } = await changed();
    at += 5 * minute;
    const again = () =>
      reload(registration).then((r) => resendStanding(db, r, moment(), 'organiser:1'));
    expect(await Promise.all([again(), again()])).toEqual([{ ok: true }, { ok: true }]);
    await deliver();
    expect(await received()).toEqual(['registered → fatima']);
    expect(await stateOf(registration)).toEqual([
      ['registered', 'superseded'],
      ['session_changed', 'superseded'],
      ['registered', 'sent'],
    ]);
  });
});

describe('correcting an address', () => {
  it('takes the entry out of the former calendar when its invitation was sent', async () => {
    const session = await aSession({ slots: [evening, nextDay] });
    const registration = await registered(session, { email: 'mairie@exemple.fr' });
    const [former, present] = [new Calendar(), new Calendar()];
    await deliver();
    expect(await former.read('mairie@exemple.fr')).toHaveLength(2);
    await correctAddress(db, registration, 'maison@exemple.fr', moment(), 'organiser:1');
    await deliver();
    expect(await former.read('mairie@exemple.fr')).toEqual([]);
    expect(await present.read('maison@exemple.fr')).toHaveLength(2);
    // What comes later reaches the one calendar that has it.
    await cancelRegistration(
      db,
      await reload(registration),
      { actor: 'person', endedBy: 'person' },
      moment(),
    );
    await deliver();
    expect(await present.read('maison@exemple.fr')).toEqual([]);
    expect((await received()).filter((mail) => mail.endsWith('mairie'))).toEqual([
      'registered → mairie',
      'calendar_day → mairie',
      'address_left → mairie',
      'calendar_day_cancelled → mairie',
    ]);
  });

  it('does not keep the new address waiting behind a former one that does not answer', async () => {
    const registration = await registered(await aSession(), { email: 'lente@exemple.fr' });
    await deliver();
    await correctAddress(db, registration, 'vive@exemple.fr', moment(), 'organiser:1');
    await claimNext(db, at, 'oldest');
    await deliver();
    expect(await received()).toEqual(['registered → lente', 'registered → vive']);
  });

  it('refuses the address that it has, but not the second press of a correction', async () => {
    const registration = await registered(await aSession(), { email: 'une@exemple.fr' });
    const correct = async (email: string) =>
      correctAddress(db, await reload(registration), email, moment(), 'organiser:1');
    expect(await correct('Une@exemple.fr')).toEqual({ ok: false, reason: 'same_address' });
    expect(await correct('deux@exemple.fr')).toEqual({ ok: true, holderVersion: 2 });
    expect(await correct('deux@exemple.fr')).toEqual({ ok: true, holderVersion: 2 });
    at += 3 * minute;
    expect(await correct('deux@exemple.fr')).toEqual({ ok: false, reason: 'same_address' });
  });
});

describe('« votre attestation est prête »', () => {
  /** Someone who was there, and the mail with their certificate that a server has not taken. */
  async function unsent(server: 'down' | 'refuses') {
    at = evening.endsAt + hour;
    const session = await aSession();
    await present(session, 'Inès Modèle', { email: 'fatima@exemple.fr', at });
    const [certificate] = await certified(session, at);
    const walkIn = await findWalkIn(db, certificate?.walkInId ?? 0);
    if (!walkIn) throw new Error('nobody came');
    await mailCertificates(db, session.id, { ...by, now: at });
    await deliver(server);
    const [mail] = await db.select().from(outbox);
    return { session, walkIn, id: mail?.id ?? 0 };
  }
  type Unsent = Awaited<ReturnType<typeof unsent>>;
  const untrue = {
    'whose address was corrected': ({ walkIn }: Unsent) =>
      correctWalkIn(
        db,
        walkIn,
        {
          details: {
            name: walkIn.name,
            email: 'juste@exemple.fr',
            profession: '',
            organisation: '',
          },
          version: 1,
        },
        { ...by, now: at, actor: 'organiser:1' },
      ),
    'whose certificate a correction took': ({ session, walkIn }: Unsent) => {
      const who = { walkInKey: walkIn.clientKey };
      const marks = [{ id: newToken(), slot: 0, who, state: 'absent' as const, at }];
      return recordAttendance(
        db,
        session.id,
        { marks, source: 'tick' },
        { now: at, actor: 'system' },
      );
    },
  };

  it.each(Object.entries(untrue))('that failed is not sent again to one %s', async (_, happen) => {
    const mail = await unsent('refuses');
    await happen(mail);
    const which = { id: mail.id, carrierId: null };
    expect(await resendMail(db, which, { ...by, now: at })).toEqual({
      ok: false,
      reason: 'untrue',
    });
    await deliver();
    expect(await received()).toEqual([]);
  });

  it.each(Object.entries(untrue))(
    'that is being sent is not tried again to one %s',
    async (_, happen) => {
      const mail = await unsent('down');
      at += hour;
      const claimed = await claimNext(db, at, 'oldest');
      expect(claimed?.id).toBe(mail.id);
      await happen(mail);
      at += claimHoldsFor;
      await deliver();
      expect(await received()).toEqual([]);
    },
  );

  it('that failed goes again as it is to one who has it still', async () => {
    const { id } = await unsent('refuses');
    expect(await resendMail(db, { id, carrierId: null }, { ...by, now: at })).toEqual({ ok: true });
    await deliver();
    expect(await received()).toEqual(['certificate_ready → fatima']);
  });
});
