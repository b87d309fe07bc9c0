import { expect, it } from 'vitest';
import { makeRenderer } from '../../src/domain/messages/render';
import { toInstant } from '../../src/lib/dates';
import { aRow, conference, network, person, readEvent, readMail } from '../support/mails';

const registered = (session = conference, values = {}) =>
  aRow({
    kind: 'registered',
    calendarSequence: 0,
    facts: { session, person, byColleague: false },
    ...values,
  });

const entryOf = async (
  row: Parameters<ReturnType<typeof makeRenderer>>[0],
  zone = 'Europe/Paris',
) => {
  const mail = await makeRenderer({ ...network, timeZone: zone })(row);
  const { calendar, method } = await readMail(mail.raw);
  if (!calendar) throw new Error('no calendar part');
  return { ...readEvent(calendar), contentTypeMethod: method, content: calendar };
};

it('invites one attendee to one entry, by the exact address, with everything that a calendar shows', async () => {
  const entry = await entryOf(registered());
  expect(entry).toMatchObject({
    method: 'REQUEST',
    contentTypeMethod: 'REQUEST',
    uid: 'r12-1-0@inscriptions.example.fr',
    sequence: 0,
    status: 'CONFIRMED',
    summary: conference.title,
    location: 'Salle du Capitole, Alès',
    startsAt: Date.UTC(2023, 4, 25, 18),
    endsAt: Date.UTC(2023, 4, 25, 20),
    organizer: 'mailto:inscriptions@farandole.example',
    attendees: [{ address: 'mailto:fatima@example.org', name: 'Fatima Benali' }],
  });
  expect(entry.content).toMatch(/^DTSTAMP:\d{8}T\d{6}Z\r$/m);
  expect(entry.description).toContain('04 66 00 00 00');
});

it('updates the same entry with a higher SEQUENCE, and cancels it with METHOD and STATUS together', async () => {
  const change = await entryOf(
    aRow({
      kind: 'session_changed',
      calendarSequence: 1,
      facts: { session: conference, before: conference, person, reason: null },
    }),
  );
  expect(change).toMatchObject({ method: 'REQUEST', sequence: 1, status: 'CONFIRMED' });
  const cancel = await entryOf(
    aRow({
      kind: 'cancelled',
      calendarSequence: 2,
      facts: { session: conference, person, byOrganiser: false, reason: null },
    }),
  );
  expect(cancel).toMatchObject({
    method: 'CANCEL',
    contentTypeMethod: 'CANCEL',
    sequence: 2,
    status: 'CANCELLED',
    uid: change.uid,
    attendees: [{ address: 'mailto:fatima@example.org' }],
  });
});

it('gives a new holder an entry of their own', async () => {
  expect((await entryOf(registered(conference, { holderVersion: 2 }))).uid).toBe(
    'r12-2-0@inscriptions.example.fr',
  );
});

it('carries no calendar part for those who are not confirmed, nor without a date', async () => {
  const render = makeRenderer(network);
  const without = [
    registered(conference, { calendarSequence: null }),
    registered({ ...conference, slots: [] }, { calendarSequence: 0 }),
  ];
  for (const row of without) {
    const { email, calendar } = await readMail((await render(row)).raw);
    expect(calendar).toBeNull();
    expect(email.attachments).toEqual([]);
  }
});

it('stands last among the alternatives, and comes once more as a file', async () => {
  const { raw } = await makeRenderer(network)(registered());
  const types = [...raw.matchAll(/^Content-Type: ([^;\r]+)/gm)].map((m) => m[1]);
  expect(types).toEqual([
    'multipart/mixed',
    'multipart/alternative',
    'text/plain',
    'text/html',
    'text/calendar',
    'application/ics',
  ]);
});

it.each(['Europe/Paris', 'America/Toronto'])(
  'keeps the hour that people read, on both sides of both clock changes, in %s',
  async (zone) => {
    const evenings = {
      'Europe/Paris': ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25'],
      'America/Toronto': ['2026-03-07', '2026-03-08', '2026-10-31', '2026-11-01'],
    }[zone];
    for (const date of evenings ?? []) {
      const slots = [
        { startsAt: toInstant(`${date}T18:30`, zone), endsAt: toInstant(`${date}T20:00`, zone) },
      ];
      const entry = await entryOf(registered({ ...conference, slots }), zone);
      const shown = new Intl.DateTimeFormat('sv', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'short',
      }).format(entry.startsAt ?? 0);
      expect(shown).toBe(`${date} 18:30`);
      expect((entry.endsAt ?? 0) - (entry.startsAt ?? 0)).toBe(90 * 60_000);
    }
  },
);

it('a night that crosses the change of clocks is as long as it is', async () => {
  const slots = [
    {
      startsAt: toInstant('2026-10-24T22:00', 'Europe/Paris'),
      endsAt: toInstant('2026-10-25T06:00', 'Europe/Paris'),
    },
  ];
  const entry = await entryOf(registered({ ...conference, slots }));
  expect((entry.endsAt ?? 0) - (entry.startsAt ?? 0)).toBe(9 * 60 * 60_000);
});

it('survives quotes, commas, accents, right-to-left names and attempts to write a property', async () => {
  const title = 'Bébé, « co-dodo » ; "sommeil" \\n & co\r\nATTENDEE:mailto:evil@example.org';
  const row = registered({ ...conference, title });
  const names = {
    firstName: 'Şeyma "Zoé"',
    lastName: 'Łukasz; O’Neil, ליאת\r\nORGANIZER:mailto:evil',
  };
  const entry = await entryOf({ ...row, facts: { ...row.facts, person: { ...person, ...names } } });
  expect(entry.summary).toBe(
    'Bébé, « co-dodo » ; ’sommeil’ \\n & co ATTENDEE:mailto:evil@example.org',
  );
  expect(entry.organizer).toBe('mailto:inscriptions@farandole.example');
  expect(entry.attendees).toEqual([
    {
      address: 'mailto:fatima@example.org',
      name: 'Şeyma ’Zoé’ Łukasz; O’Neil, ליאת ORGANIZER:mailto:evil',
    },
  ]);
});

it('folds every line at 75 octets, between characters', async () => {
  const { content } = await entryOf(registered({ ...conference, title: 'é🎈'.repeat(200) }));
  const octets = content.split('\r\n').map((line) => new TextEncoder().encode(line).length);
  expect(Math.max(...octets)).toBeLessThanOrEqual(75);
  expect(readEvent(content).summary).toBe('é🎈'.repeat(200));
});
