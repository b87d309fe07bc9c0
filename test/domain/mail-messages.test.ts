/**
 * Every kind of mail in both languages, as golden files: what changes in a mail is seen in review.
 * `vitest -u` writes them anew.
 */
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { isMailKind, kinds, type MailFacts, type MailKind } from '../../src/domain/messages/kinds';
import { makeRenderer } from '../../src/domain/messages/render';
import { hour, toInstant } from '../../src/lib/dates';
import { aRow, conference, network, person, readEvent, readMail, training } from '../support/mails';

const render = makeRenderer(network);
const paris = (local: string) => toInstant(local, 'Europe/Paris');

const online = {
  ...conference,
  mode: 'online' as const,
  venue: null,
  videoUrl: 'https://visio.example.fr/rpe-ales',
};
const later = {
  ...conference,
  slots: [{ startsAt: paris('2023-06-01T20:00'), endsAt: paris('2023-06-01T22:00') }],
  venue: { name: 'Espace Cazot', address: 'Rue Jules Cazot', town: 'Alès', access: null },
};
const couple = { ...person, seats: 2, companions: ['Yanis Benali'] };
const base = { session: conference, person };
const certificate = {
  title: conference.title,
  heldOn: conference.slots[0]?.startsAt ?? null,
  name: 'Fatima Benali',
  number: '2023-0040',
  certificate: { id: 40, emailKey: 'fatima@example.org' },
};

/** One mail of each kind, on the real programme of 2023; `sequence` where it carries an entry. */
const samples: { [K in MailKind]: { facts: MailFacts[K]; sequence?: number; part?: number } } = {
  registered: { facts: { session: training, person, byColleague: true }, sequence: 0 },
  being_checked: { facts: { session: training, person, byColleague: false } },
  waitlisted: { facts: { ...base, rank: 3, byColleague: false } },
  offer: { facts: { ...base, person: couple, expiresAt: paris('2023-05-03T14:15') } },
  offer_lapsed: { facts: base },
  confirmed: { facts: { session: online, person: couple }, sequence: 0 },
  not_eligible: {
    facts: { session: training, person, reason: 'la formation est réservée aux soignants' },
  },
  cancelled: { facts: { ...base, byOrganiser: false, reason: null }, sequence: 1 },
  seat_withdrawn: {
    facts: { ...base, rank: 1, reason: 'la jauge de la salle est réduite à 10 personnes' },
    sequence: 1,
  },
  session_cancelled: { facts: { ...base, reason: 'l’intervenante est souffrante' }, sequence: 1 },
  session_changed: {
    facts: { session: later, before: conference, person, reason: 'la salle n’est plus libre' },
    sequence: 1,
  },
  moved: { facts: { session: later, before: conference, person, reason: null }, sequence: 1 },
  handed_over: { facts: base, sequence: 1 },
  address_left: { facts: base, sequence: 1 },
  already_registered: { facts: base },
  calendar_day: { facts: { session: training, person }, sequence: 0, part: 1 },
  calendar_day_cancelled: {
    facts: {
      session: training,
      person,
      reason: 'la formatrice est retenue',
      now: { ...training, slots: training.slots.slice(0, 2) },
    },
    sequence: 1,
    part: 1,
  },
  survey_invitation: { facts: { ...base, surveyId: 3, roomCode: 'K7MPQ2', moment: 'after' } },
  survey_reminder: { facts: { ...base, surveyId: 3, roomCode: 'K7MPQ2', moment: 'after' } },
  certificate_ready: { facts: { ...certificate, replaces: null } },
  certificate_revoked: { facts: { ...certificate, because: 'mistake' } },
  certificates_link: {
    facts: { certificate: { id: 40, emailKey: 'fatima@example.org' }, count: 3 },
  },
  date_awaited: {
    facts: {
      session: { ...conference, slots: [] },
      firstName: 'Fatima',
      reference: 'abcdefghijklmnopqrstuv',
    },
  },
  date_known: { facts: { session: conference, firstName: 'Fatima', cancelled: null } },
  login_link: {
    facts: {
      reference: 'abcdefghijklmnopqrstuv',
      expiresAt: paris('2023-05-02T14:30'),
      name: 'Camille',
    },
  },
  account_invitation: { facts: { name: 'Camille', invitedBy: 'Fabienne' } },
  note_to_registrants: {
    facts: {
      ...base,
      subject: 'Pensez à apporter votre numéro d’agrément',
      body: 'La salle ouvre à 19 h 30.\n\nVenez avec votre numéro d’agrément : l’attestation le porte.',
      trial: false,
    },
  },
  partner_invitation: {
    facts: {
      session: conference,
      target: 'Assistant·es maternel·les et parents',
      capacity: 80,
      subject: 'Invitation – jeudi 25 mai – Quand l’inquiétude s’immisce',
      body: 'Nous avons le plaisir de vous inviter.\n\nFaites suivre cette invitation.',
      sender: 'Fabienne Roux, Réseau périnatalité (Reseda)',
      mailing: 7,
      mac: 'abcdefghijklmnopqrstuvwx',
      name: 'Camille Martin',
      consentSource: 'fiche remplie au forum de mars 2023',
      trial: false,
    },
  },
  lost_link: {
    facts: {
      registrations: [
        {
          id: 12,
          holderVersion: 1,
          title: conference.title,
          startsAt: conference.slots[0]?.startsAt ?? null,
          state: 'confirmed',
        },
        { id: 31, holderVersion: 2, title: training.title, startsAt: null, state: 'waitlisted' },
      ],
    },
  },
};

const aboutASession = (kind: MailKind) => 'session' in samples[kind].facts;

const sample = (kind: MailKind, locale: 'fr' | 'en' = 'fr') => {
  const { facts, sequence = null, part = 0 } = samples[kind];
  return aRow({ kind, facts, locale, calendarSequence: sequence, part });
};

const all = Object.keys(kinds).filter(isMailKind);

for (const kind of all)
  for (const locale of ['fr', 'en'] as const)
    it(`writes ${kind} in ${locale} as its golden file shows`, async () => {
      const mail = await render(sample(kind, locale));
      const { email, calendar } = await readMail(mail.raw);
      const html = email.html?.replace(/(<\/(?:p|dt|dd|div|li|style|head)>)/g, '$1\n').trim();
      const golden = [
        `From: ${email.from?.name} <${email.from?.address}>`,
        `To: ${email.to?.[0]?.address}`,
        `Subject: ${email.subject}`,
        `Message-ID: ${email.messageId}`,
        `Date: ${email.date}`,
        '',
        email.text?.trim(),
        '',
        '=== text/html',
        html,
        ...(calendar ? ['', '=== text/calendar', calendar.replaceAll('\r\n', '\n').trim()] : []),
        '',
      ].join('\n');
      await expect(golden).toMatchFileSnapshot(`../golden/mail/${kind}.${locale}.txt`);
    });

it('gives people the same facts as text and as HTML', async () => {
  for (const kind of all) {
    const { email } = await readMail((await render(sample(kind))).raw);
    const strip = (html: string) =>
      html
        .replace(/<style>.*?<\/style>|<title>.*?<\/title>/gs, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/&quot;/g, '"')
        .replace(/&#39;/g, "'")
        .replace(/&amp;/g, '&');
    const words = (text: string) =>
      text.replace(/https?:\S+/g, '').match(/[\p{L}\p{N}]{2,}/gu) ?? [];
    const inText = new Set(words(email.text ?? '').map((w) => w.toLowerCase()));
    const inHtml = new Set(words(strip(email.html ?? '')).map((w) => w.toLowerCase()));
    expect([...inHtml].sort()).toEqual([...inText].sort());
  }
});

it('shows the video link to people confirmed only', async () => {
  const kindsOf = async (confirmed: boolean) => {
    const seen: string[] = [];
    for (const kind of all) {
      if (!aboutASession(kind)) continue;
      const row = sample(kind);
      const facts = {
        ...row.facts,
        session: online,
        before: { ...online, videoUrl: 'https://old' },
      };
      const calendarSequence = confirmed ? row.calendarSequence : null;
      const { raw } = await render({ ...row, facts, calendarSequence, part: 0 });
      const { email, calendar } = await readMail(raw);
      if (`${email.html}${email.text}${calendar}`.includes(online.videoUrl)) seen.push(kind);
    }
    return seen;
  };
  expect(await kindsOf(true)).toEqual([
    'registered',
    'confirmed',
    'session_changed',
    'moved',
    'calendar_day',
  ]);
  // A change is told to the waiting list too, without a calendar part and without the link.
  expect(await kindsOf(false)).toEqual(['registered', 'confirmed', 'moved']);
});

it('says old and new when the date and the place change', async () => {
  const { email } = await readMail((await render(sample('session_changed'))).raw);
  for (const said of ['jeudi 25 mai', 'jeudi 1er juin', 'Salle du Capitole', 'Espace Cazot'])
    expect(email.text).toContain(said);
  expect(email.subject).toContain('jeudi 1er juin');
});

it('says every slot of a training of two days', async () => {
  const { email } = await readMail((await render(sample('registered'))).raw);
  expect(email.text).toContain(
    'mercredi 6 décembre, de 9\u00a0h à 12\u00a0h\u00a030 et de 13\u00a0h\u00a030 à 17\u00a0h\n  jeudi 7 décembre, de 9\u00a0h à 12\u00a0h\u00a030 et de 13\u00a0h\u00a030 à 17\u00a0h',
  );
});

it('says until when an offer holds, in its subject and its text', async () => {
  const { email } = await readMail((await render(sample('offer'))).raw);
  expect(email.subject).toContain('répondez avant mercredi 3 mai, 14\u00a0h\u00a015');
  expect(email.text).toContain('mercredi 3 mai à 14\u00a0h\u00a015');
  expect(email.text).toContain(`${network.baseUrl}/i/`);
});

it('lets no name, title or reason write HTML, a header or an advertisement', async () => {
  const hostile = '<img src=x onerror=alert(1)>\r\nBcc: all@example.org';
  const row = aRow({
    kind: 'cancelled',
    calendarSequence: 1,
    facts: {
      session: { ...conference, title: `${hostile} & « 1 < 2 »` },
      person: { ...person, firstName: 'Gagnez sur http://evil.example', lastName: hostile },
      byOrganiser: true,
      reason: `${hostile}"'`,
    },
  });
  const { raw } = await render(row);
  const { email } = await readMail(raw);
  expect(email.html).not.toContain('<img');
  expect(raw).not.toContain('evil.example');
  expect(email.headers.map((h) => h.key)).toEqual([
    'from',
    'to',
    'subject',
    'message-id',
    'date',
    'content-language',
    'auto-submitted',
    'x-auto-response-suppress',
    'mime-version',
    'content-type',
  ]);
  expect(email.text).toContain('Bonjour,\n');
});

it('is read by any server: CRLF only, ASCII, lines of at most 998 octets', async () => {
  const long = { ...conference, title: 'é'.repeat(4000) };
  for (const kind of all) {
    const row = sample(kind);
    const facts = aboutASession(kind) ? { ...row.facts, session: long } : row.facts;
    const { raw } = await render({ ...row, facts });
    const lines = raw.split('\r\n');
    expect(lines.every((line) => line.length <= 998 && /^[\t\x20-\x7e]*$/.test(line))).toBe(true);
  }
});

it('says that it is automatic, and offers no List-Unsubscribe: nobody subscribed', async () => {
  const { email } = await readMail((await render(sample('registered'))).raw);
  const header = (key: string) => email.headers.find((h) => h.key === key)?.value;
  expect(header('auto-submitted')).toBe('auto-generated');
  expect(header('list-unsubscribe')).toBeUndefined();
});

it('leads to the registration with the token of its holder, which a hand-over ends', async () => {
  const link = async (holderVersion: number) => {
    const { email } = await readMail(
      (await render({ ...sample('waitlisted'), holderVersion })).raw,
    );
    return /https:\S+\/i\/\S+/.exec(email.text ?? '')?.[0];
  };
  expect(await link(1)).toMatch(/^https:\/\/inscriptions\.example\.fr\/i\/c-[\w-]{24}$/);
  expect(await link(2)).not.toBe(await link(1));
  expect((await readMail((await render(sample('handed_over'))).raw)).email.text).not.toContain(
    '/i/',
  );
});

it('puts the day of its part into the calendar, and only that one', async () => {
  const { calendar } = await readMail((await render(sample('calendar_day'))).raw);
  expect(readEvent(calendar ?? '')).toMatchObject({
    method: 'REQUEST',
    uid: 'r12-1-1@inscriptions.example.fr',
    startsAt: paris('2023-12-07T09:00'),
    endsAt: paris('2023-12-07T09:00') + 8 * hour,
  });
});

it('writes in the name of the network, in mails and calendars, where the settings name nobody', async () => {
  const unnamed = makeRenderer({ ...network, mailFrom: 'inscriptions@farandole.example' });
  const { email, calendar } = await readMail((await unnamed(sample('registered'))).raw);
  expect(email.from).toEqual({
    name: network.networkName,
    address: 'inscriptions@farandole.example',
  });
  const event = new ICAL.Component(ICAL.parse(calendar ?? '')).getFirstSubcomponent('vevent');
  expect(event?.getFirstProperty('organizer')?.getParameter('cn')).toBe(network.networkName);
  const named = await readMail((await render(sample('registered'))).raw);
  expect(named.email.from?.name).toBe('Farandole');
});
