/** The demo: a living programme on the first start, made through the domain. */
import { and, asc, eq, isNotNull, like, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { calendarOf } from '../../scripts/demo/calendar';
import { loadDemo } from '../../scripts/demo/load-demo';
import { select } from '../../src/db/client';
import { sessions } from '../../src/domain/catalogue/schema';
import { mailbox, outbox } from '../../src/domain/mail/schema';
import { listLogos } from '../../src/domain/printing/logos';
import { listSignatures } from '../../src/domain/printing/read-signatures';
import { registrations } from '../../src/domain/registrations/schema';
import { markBase } from '../../src/domain/surveys/schema';
import { parseSettings } from '../../src/env';
import { localDay, toInstant } from '../../src/lib/dates';
import { bindings, db } from '../support/db';
import { now } from '../support/fixtures';

const settings = parseSettings({ ...bindings });

test('shows a season around today beside the past year, and loading it again doubles nothing', async () => {
  await loadDemo(db, settings, { now });
  const stands = await db
    .select({
      key: sessions.importKey,
      state: sessions.state,
      dateState: sessions.dateState,
      capacity: sessions.capacity,
      max: sessions.maxCapacity,
      taken: sessions.seatsTaken,
      waiting: sessions.waitingCount,
    })
    .from(sessions)
    .where(like(sessions.importKey, 'saison-%'))
    .orderBy(asc(sessions.id));
  const row = ({ key, state, dateState, capacity, max, taken, waiting }: (typeof stands)[number]) =>
    [key?.replace('saison-', ''), state, dateState, capacity, max, taken, waiting].join(' ');
  expect(stands.map(row)).toEqual([
    'ateliers-parents/chambre published set 15 18 0 0',
    'ateliers-parents/portage published set 8 10 8 3',
    'ateliers-parents/couples published set 12 14 7 0',
    'ateliers-parents/cosmetiques cancelled set 12 14 0 0',
    'ateliers-parents/sommeil published set 50 60 3 0',
    'ateliers-parents/purees published set 10 12 7 0',
    'conference/soiree published set 40 40 9 0',
    'conference/soiree-passee published set 24 30 24 2',
    'sensibilisation/air published set 15 18 5 0',
    'sensibilisation/repas published set 15 18 2 0',
    'sensibilisation/jouets published set 12 14 9 0',
    'fees/deux-jours published set 15 17 3 0',
    'collectivites/salle published to_be_determined 20 24 0 0',
    'collectivites/visio published to_be_determined 30 30 0 0',
    'accueil/jeudi-1 published set 10 12 0 0',
    'accueil/jeudi-2 published set 10 12 0 0',
    'accueil/jeudi-3 published set 10 12 0 0',
    'accueil/jeudi-4 published set 10 12 0 0',
    'accueil/jeudi-5 published set 10 12 0 0',
    'accueil/jeudi-6 published set 10 12 0 0',
    'accueil/en-ce-moment published set 10 12 7 0',
    'ecoles/matinee published set 120 130 0 0',
  ]);
  const count = () =>
    select(
      db,
      sql`SELECT (SELECT count(*) FROM sessions) AS s, (SELECT count(*) FROM registrations) AS r`,
    );
  const before = await count();
  await loadDemo(db, settings, { now });
  expect(await count()).toEqual(before);
});

test('its papers bear logos, and its certificates who signs, all of them said to be examples', async () => {
  const logos = await listLogos(db);
  expect(logos.filter(({ kind }) => kind === 'funder')).toHaveLength(1);
  const signatures = await listSignatures(db, 'all');
  const carriers = logos.flatMap(({ kind, name }) => (kind === 'carrier' ? name : []));
  expect(signatures.map(({ organisation }) => organisation).sort()).toEqual(carriers.sort());
  expect(carriers.length).toBeGreaterThan(2);
  for (const { name, role, pictures } of signatures)
    expect([name, role, pictures]).toEqual([
      'Camille Exemple',
      'signature d’exemple',
      ['signature', 'stamp'],
    ]);
});

test('what has taken place was noted, thanked for and evaluated as far as it says, and one session is open now', async () => {
  const held = await select<{
    key: string;
    endsAt: number;
    present: number;
    signed: number;
    survey: string | null;
    answers: number;
  }>(
    db,
    sql`SELECT replace(import_key, 'saison-', '') AS key, ends_at AS endsAt,
      (SELECT count(*) FROM attendance a WHERE a.session_id = s.id AND a.state = 'present') AS present,
      (SELECT count(signature_id) FROM certificates c WHERE c.session_id = s.id) AS signed,
      (SELECT state FROM surveys v WHERE v.session_id = s.id) AS survey,
      (SELECT coalesce(sum(marks - ${markBase}), 0) FROM surveys v
        JOIN survey_counts c ON c.survey_id = v.id WHERE v.session_id = s.id) AS answers
      FROM sessions s WHERE import_key LIKE 'saison-%' AND starts_at <= ${now} ORDER BY starts_at`,
  );
  const row = ({ key, present, signed, survey, answers }: (typeof held)[number]) =>
    [key, present, signed, survey, answers].join(' ');
  expect(held.map(row)).toEqual([
    'conference/soiree-passee 23 23 closed 14',
    'sensibilisation/jouets 16 0 open 6',
    'ateliers-parents/purees 0 0  0',
    'accueil/en-ce-moment 0 0  0',
  ]);
  const open = held.filter(({ endsAt }) => endsAt > now);
  expect(open.map(({ key }) => key)).toEqual(['accueil/en-ce-moment']);
});

test('each action of the season has the plan that was frozen before its first session', async () => {
  const plans = await select<{ title: string; sessions: number }>(
    db,
    sql`SELECT plan ->> 'title' AS title, json_array_length(plan -> 'sessions') AS sessions
      FROM action_plans`,
  );
  expect(plans).toHaveLength(7);
  expect(plans.find(({ title }) => title.includes('Poser un cadre'))?.sessions).toBe(2);
});

test('all else that is dated is ahead, and the two halves of the hybrid session point to each other', async () => {
  const season = await db
    .select()
    .from(sessions)
    .where(and(like(sessions.importKey, 'saison-%'), isNotNull(sessions.startsAt)));
  const begun = season.filter(({ startsAt }) => (startsAt ?? 0) <= now);
  expect(begun.map(({ importKey }) => importKey?.split('/')[1]).sort()).toEqual([
    'en-ce-moment',
    'jouets',
    'purees',
    'soiree-passee',
  ]);
  const [room, video] = await db
    .select()
    .from(sessions)
    .where(like(sessions.importKey, 'saison-collectivites/%'))
    .orderBy(asc(sessions.id));
  expect([room?.linkedSessionId, video?.linkedSessionId]).toEqual([video?.id, room?.id]);
});

test('its people hold what their sessions ask, and no mail to them leaves unless it stays here', async () => {
  const pending = await db
    .select({ profession: registrations.profession, town: registrations.town })
    .from(registrations)
    .where(eq(registrations.state, 'pending'));
  expect(pending).toHaveLength(3);
  for (const { profession, town } of pending) {
    expect(profession).toMatch(/\p{L}/u);
    expect(town).toBeNull();
  }
  // All lie in the local mailbox from the first moment, before anyone looks.
  expect(await db.$count(outbox)).toBeGreaterThan(30);
  expect(await db.$count(outbox, eq(outbox.state, 'sent'))).toBe(await db.$count(outbox));
  expect(await db.$count(mailbox)).toBe(await db.$count(outbox));
});

test('its calendar keeps weekdays and hours across a change of the clocks', () => {
  const calendar = calendarOf(toInstant('2026-12-31T23:30', 'Europe/Paris'), 'Europe/Paris');
  expect(calendar.day(1, 3)).toBe('2027-01-06');
  expect(calendar.monthly(4, 4)).toEqual(['2027-01-07', '2027-02-04', '2027-03-04', '2027-04-01']);
  const { startsAt } = calendar.slot('2027-04-01', '14:30', '16:00');
  expect(new Date(startsAt).toISOString()).toBe('2027-04-01T12:30:00.000Z');
  expect(localDay(startsAt, 'Europe/Paris')).toBe('2027-04-01');
});
