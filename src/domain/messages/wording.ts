/** What most messages say in the same way: when, where, what is good to know, whom to ask. */
import { byDay, sayDay, sayHours } from '../../lib/dates';
import { sayPlaceOnce } from '../../lib/text';
import type { SessionFacts } from '../catalogue/facts';
import type { PersonFacts } from '../registrations/mail-facts';
import { type Block, type Fact, type Link, text, type Writing } from './message';

/** « Inscription confirmée – jeudi 25 mai – Conférence-débat… » */
export function subject(fact: string, session: SessionFacts, w: Writing): string {
  const title =
    session.title.length > 80 ? `${session.title.slice(0, 79).trimEnd()}…` : session.title;
  return `${fact} – ${sayDays(session, w)} – ${title}`;
}

export function sayDays(session: SessionFacts, w: Writing): string {
  const days = byDay(session.slots, w.timeZone).map((d) =>
    sayDay(d.startsAt, w.locale, w.timeZone, w.now),
  );
  const [first] = days;
  if (first === undefined) return w.t.noDate;
  return days.length > 3 ? w.t.from(first, days.length) : w.t.and(days);
}

/** A line a day, each slot said: « mercredi 6 décembre, de 9 h à 12 h 30 et de 13 h 30 à 17 h ». */
export function sayWhen(session: SessionFacts, w: Writing): string[] {
  const days = byDay(session.slots, w.timeZone).map(({ startsAt, slots }) => {
    const hours = slots.map((slot) => sayHours(slot, w.locale, w.timeZone));
    return `${sayDay(startsAt, w.locale, w.timeZone, w.now)}, ${w.t.and(hours)}`;
  });
  return days.length ? days : [w.t.noDateYet];
}

/** The address of the room, or the video link for those who may have it. */
export function sayWhere(session: SessionFacts, w: Writing, confirmed: boolean): (string | Link)[] {
  if (session.mode === 'online') {
    if (!confirmed) return [w.t.online, w.t.videoOnceConfirmed];
    return session.videoUrl
      ? [w.t.online, { text: w.t.joinVideo, url: session.videoUrl }]
      : [w.t.online, w.t.videoLater];
  }
  return [sayPlace(session) ?? w.t.noPlace];
}

export function sayPlace({ venue }: SessionFacts): string | null {
  if (!venue) return null;
  return sayPlaceOnce([venue.name, venue.address, venue.town]);
}

export function sayPractical(session: SessionFacts, w: Writing): string[] {
  const p = session.practical;
  const t = w.t.practical;
  return [
    p.free && t.free,
    p.price && t.price(p.price),
    p.babies && t.babies,
    p.wheelchair && t.wheelchair,
    session.mode !== 'online' && session.venue?.access && t.access(session.venue.access),
    p.parking && t.parking(p.parking),
    p.bus && t.bus(p.bus),
    p.interpreter && t.interpreter(p.interpreter),
    p.signLanguage && t.signLanguage,
    p.bring && t.bring(p.bring),
  ].flatMap((line) => line || []);
}

export type About = { session: SessionFacts; person: PersonFacts; confirmed: boolean };

/** What, when, where, and for whom when it is more than one. */
export function about({ session, person, confirmed }: About, w: Writing): Block {
  const companions = person.companions.map(safeName).filter((name) => name !== null);
  const group = person.groupLabel && safeName(person.groupLabel);
  const practical = sayPractical(session, w);
  const facts: (Fact | false)[] = [
    { term: w.t.terms.what, values: [session.title] },
    { term: w.t.terms.when, values: sayWhen(session, w) },
    { term: w.t.terms.where, values: sayWhere(session, w, confirmed) },
    person.seats > 1 && {
      term: w.t.terms.seats,
      values: [group ? `${person.seats} (${group})` : String(person.seats)],
    },
    companions.length > 0 && { term: w.t.terms.with, values: [w.t.and(companions)] },
    practical.length > 0 && { term: w.t.terms.practical, values: practical },
    session.carriers.length > 0 && { term: w.t.terms.by, values: [w.t.and(session.carriers)] },
  ];
  return { is: 'facts', facts: facts.filter((fact) => fact !== false) };
}

/** Only what is needed to know which session a mail speaks of. */
export const brief = (session: SessionFacts, w: Writing): Block => ({
  is: 'facts',
  facts: [
    { term: w.t.terms.what, values: [session.title] },
    { term: w.t.terms.when, values: sayWhen(session, w) },
  ],
});

export const greeting = (person: PersonFacts, w: Writing): Block => {
  const name = safeName(person.firstName);
  return { is: 'text', text: name ? w.t.helloName(name) : w.t.hello };
};

/**
 * A name that someone typed, possibly about another person's address: one that holds a link or an
 * address is an advertisement, and is not carried to a stranger's mailbox.
 */
export function safeName(name: string): string | null {
  const clean = name.replace(/[\p{C}\s]+/gu, ' ').trim();
  const advertises = /[/@\\<>{}]|https?:|www\.|\p{L}\.\p{L}{2}/iu.test(clean);
  return clean && clean.length <= 80 && !advertises ? clean : null;
}

/** A human to talk to: the session's contact, and always the answer to this mail. */
export function contact(session: SessionFacts, w: Writing): Block[] {
  const { contactName, contactPhone, contactEmail } = session.practical;
  const phone =
    contactPhone &&
    (contactName ? w.t.callName(contactName, contactPhone) : w.t.call(contactPhone));
  const ways = [phone, contactEmail && w.t.writeTo(contactEmail), w.t.orAnswer].flatMap(
    (way) => way || [],
  );
  const said =
    ways.length > 1 ? `${ways.slice(0, -1).join(', ')} ${w.t.or} ${ways.at(-1)}` : ways[0];
  return text(w.t.question(`${capital(said ?? '')}.`));
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const button = (label: string, url: string | null): Block[] =>
  url ? [{ is: 'button', link: { text: label, url } }] : [];

export const manage = (w: Writing): Block[] => button(w.t.manage, w.registrationUrl);

/** How the invitation comes, when one does. */
export function invitationNote(session: SessionFacts, w: Writing): string | null {
  if (!w.inCalendar) return null;
  return byDay(session.slots, w.timeZone).length > 1 ? w.t.invitationADay : w.t.invitationAttached;
}

/** The code that is scanned on arriving stands on the page of the registration. */
export const atTheDoor = (session: SessionFacts, w: Writing): string | false =>
  session.mode !== 'online' && w.t.atTheDoor;
