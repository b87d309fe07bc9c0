/** Mails for tests: real facts, and messages read back as a mail program reads them. */
import ICAL from 'ical.js';
import PostalMime, { type Email } from 'postal-mime';
import type { SessionFacts } from '../../src/domain/catalogue/facts';
import type { OutboxRow } from '../../src/domain/mail/schema';
import type { MailFacts, MailKind } from '../../src/domain/messages/kinds';
import type { PersonFacts } from '../../src/domain/registrations/mail-facts';
import { toInstant } from '../../src/lib/dates';

export const network = {
  baseUrl: 'https://inscriptions.example.fr',
  networkName: 'Réseau Périnatalité – Petite Enfance Alès-Cévennes',
  timeZone: 'Europe/Paris',
  mailFrom: 'Farandole <inscriptions@farandole.example>',
  signingSecret: 'a signing secret that is only for tests',
};

const slot = (from: string, to: string, zone = 'Europe/Paris') => ({
  startsAt: toInstant(from, zone),
  endsAt: toInstant(to, zone),
});

/** The conference of 25 May 2023, as the year's programme has it. */
export const conference: SessionFacts = {
  id: 7,
  code: 'CAP2ME',
  title:
    'Conférence-débat « Assistant·es maternel·les : quand l’inquiétude s’immisce dans l’accueil d’un enfant »',
  mode: 'in_person',
  slots: [slot('2023-05-25T20:00', '2023-05-25T22:00')],
  venue: { name: 'Salle du Capitole', address: null, town: 'Alès', access: null },
  videoUrl: null,
  carriers: ['Réseau périnatalité (Reseda)', 'Relais Petite Enfance Alès Agglomération (RPE)'],
  speakers: [{ role: 'pédopsychiatre' }, { role: 'puéricultrice (PMI d’Alès)' }],
  practical: {
    free: true,
    babies: true,
    wheelchair: true,
    parking: 'place des Martyrs',
    bring: 'votre numéro d’agrément',
    contactName: 'Fabienne',
    contactPhone: '04 66 00 00 00',
  },
  eligibility: '',
  version: 1,
};

/** The training of 6 and 7 December 2023: two days, four half-day slots, one registration. */
export const training: SessionFacts = {
  ...conference,
  id: 8,
  code: 'FEES23',
  title: 'Formation « Femmes enceintes, environnement et santé » (FEES)',
  slots: [
    slot('2023-12-06T09:00', '2023-12-06T12:30'),
    slot('2023-12-06T13:30', '2023-12-06T17:00'),
    slot('2023-12-07T09:00', '2023-12-07T12:30'),
    slot('2023-12-07T13:30', '2023-12-07T17:00'),
  ],
  venue: {
    name: 'Reseda – La Maison de la Santé',
    address: '34 bis avenue Jean-Baptiste Dumas',
    town: 'Alès',
    access: 'interphone, premier étage',
  },
  carriers: ['Mutualité Française Occitanie'],
  eligibility:
    'Professionnels de santé de la périnatalité : médecins généralistes, pédiatres, sages-femmes, infirmiers, puéricultrices',
  practical: { free: true, contactPhone: '04 66 00 00 00', contactEmail: 'fees@example.fr' },
};

export const person: PersonFacts = {
  firstName: 'Fatima',
  lastName: 'Benali',
  seats: 1,
  companions: [],
  groupLabel: null,
  headcounts: {},
};

type Row<K extends MailKind> = Partial<OutboxRow> & { kind: K; facts: MailFacts[K] };

/** An outbox row as delivery finds it, not stored. */
export const aRow = <K extends MailKind>(row: Row<K>): OutboxRow => ({
  id: 1,
  messageId: '0123456789abcdef0123456789abcdef',
  recipient: 'fatima@example.org',
  locale: 'fr',
  sessionId: null,
  registrationId: 12,
  holderVersion: 1,
  calendarSequence: null,
  announcementId: null,
  part: 0,
  dispatch: null,
  state: 'sending',
  attempts: 1,
  nextAttemptAt: 0,
  claim: 'claim',
  claimedAt: 0,
  lastError: null,
  createdAt: toInstant('2023-05-02T14:15', 'Europe/Paris'),
  sentAt: null,
  settledAt: null,
  ...row,
});

export type ReadMail = { email: Email; calendar: string | null; method: string | null };

/** A raw message as postal-mime reads it; the calendar by its bytes, since it gives texts its own line ends. */
export async function readMail(raw: string): Promise<ReadMail> {
  const email = await PostalMime.parse(raw);
  const [shown, attached] = [bytesOf('text/calendar', raw), bytesOf('application/ics', raw)];
  if (shown !== attached) throw new Error('the invitation and its file differ');
  const part = email.attachments.find((a) => a.mimeType === 'text/calendar');
  return { email, calendar: shown, method: part?.method ?? null };
}

function bytesOf(type: string, raw: string): string | null {
  const body = raw.split(`Content-Type: ${type}`)[1]?.split('\r\n\r\n')[1]?.split('\r\n--')[0];
  if (body === undefined) return null;
  const bytes = Uint8Array.from(atob(body.replaceAll('\r\n', '')), (c) => c.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

/** The one event of a calendar file, and the file's method. */
export function readEvent(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content));
  const events = calendar.getAllSubcomponents('vevent');
  if (events.length !== 1 || !events[0]) throw new Error(`${events.length} events in one mail`);
  const component = events[0];
  const value = (name: string) => component.getFirstPropertyValue(name);
  const time = (name: string) => (value(name) as ICAL.Time | null)?.toJSDate().getTime() ?? null;
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: value('uid'),
    sequence: value('sequence'),
    status: value('status'),
    summary: value('summary'),
    location: value('location'),
    description: value('description'),
    startsAt: time('dtstart'),
    endsAt: time('dtend'),
    stamp: time('dtstamp'),
    organizer: value('organizer'),
    attendees: component.getAllProperties('attendee').map((a) => ({
      address: a.getFirstValue(),
      name: a.getParameter('cn'),
    })),
  };
}
