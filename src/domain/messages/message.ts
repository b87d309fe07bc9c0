/**
 * A message before it is text or HTML: the same blocks make both, so the two never say different
 * things. A kind of mail is one file that exports its MessageKind, and one line in kinds.ts.
 */
import type { Texts } from '../../i18n';
import type { Locale } from '../../lib/dates';
import type { SessionFacts } from '../catalogue/facts';

export type Link = { text: string; url: string };
export type Fact = { term: string; values: (string | Link)[] };
export type Block =
  | { is: 'text'; text: string }
  | { is: 'facts'; facts: Fact[] }
  | { is: 'button'; link: Link }
  | { is: 'links'; links: (Link & { detail: string })[] };

export type Message = {
  subject: string;
  blocks: Block[];
  /** Why this address gets it, when it is not for a registration. */
  why?: string;
  /** Where a POST unsubscribes the address (RFC 8058): mail programs show a button for it. */
  unsubscribeUrl?: string;
};

/** What the writing of a message may use; nothing here changes between two tries. */
export type Writing = {
  t: Texts['mail'];
  locale: Locale;
  timeZone: string;
  networkName: string;
  /** When the fact happened: the year of a date is said when it is another one. */
  now: number;
  /** The index of the local day that this mail's calendar part is for. */
  part: number;
  /** Whether the person's calendar holds the session: only those confirmed get the video link. */
  inCalendar: boolean;
  url: (path: string) => string;
  /** The page of the registration that the mail is about; null when it has none. */
  registrationUrl: string | null;
  registrationUrlOf: (registration: { id: number; holderVersion: number }) => Promise<string>;
  certificatesUrlOf: (certificate: { id: number; emailKey: string }) => Promise<string>;
  loginUrlOf: (reference: string) => Promise<string>;
  dateWatchUrlOf: (reference: string) => Promise<string>;
  /** The page of a session « sur invitation », with its form. */
  invitedUrlOf: (session: SessionFacts) => Promise<string>;
  unsubscribeUrlOf: (contact: { mac: string; mailing: number }) => Promise<string>;
  /** The personal link to the survey of a room code; null when the mail has no registration. */
  surveyUrlOf: (roomCode: string) => Promise<string | null>;
};

/** What the calendar part of a mail does. */
export type CalendarChange = {
  method: 'REQUEST' | 'CANCEL';
  session: SessionFacts;
  person: { firstName: string; lastName: string };
};

export type MessageKind<F> = {
  write: (facts: F, writing: Writing) => Message | Promise<Message>;
  calendar?: (facts: F) => CalendarChange;
};

export const text = (...texts: (string | null | false)[]): Block[] =>
  texts.filter((t) => t !== null && t !== false).map((t) => ({ is: 'text', text: t }));

type Entry = Omit<CalendarChange, 'method'>;

export const request = (facts: Entry): CalendarChange => ({ ...facts, method: 'REQUEST' });
export const cancel = (facts: Entry): CalendarChange => ({ ...facts, method: 'CANCEL' });
