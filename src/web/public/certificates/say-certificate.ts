/** A certificate in words: the page that prints, the PDF and the verification all say the same. */

import type { AttestedSlot } from '../../../domain/attendance/certificate-facts';
import { numberOf } from '../../../domain/attendance/certificates';
import type { Certificate } from '../../../domain/attendance/schema';
import { type Texts, texts } from '../../../i18n';
import { byDay, sayDay, sayHours } from '../../../lib/dates';
import { sayPlaceOnce, typeset } from '../../../lib/text';
import { absolute, links } from '../../../links';

export type SaidCertificate = {
  texts: Texts['certificates']['document'];
  locale: Certificate['locale'];
  network: string;
  number: string;
  /** Empty after an erasure. */
  name: string;
  title: string;
  /** The facts, in order; each has at least one line. */
  facts: [term: string, lines: string[]][];
  issuedOn: string;
  verifyUrl: string;
  isRevoked: boolean;
};

/** In the language that the person registered in. */
export function sayCertificate(certificate: Certificate, baseUrl: string): SaidCertificate {
  const { locale, facts } = certificate;
  const t = texts(locale).certificates;
  const text = t.document;
  const { place } = facts;
  const where = place
    ? sayPlaceOnce([place.name, place.address, place.town])
    : facts.mode === 'online'
      ? text.online
      : '';
  const lines: [string, string[]][] = [
    [
      text.when,
      facts.slots.length
        ? byDay(facts.slots, facts.timeZone).map((day) => sayAttested(day.slots, certificate))
        : [text.noDate],
    ],
    [
      text.hours,
      [certificate.minutes === null ? text.hoursUnknown : t.minutes(certificate.minutes)],
    ],
    [text.where, where ? [where] : []],
    [text.by, facts.carriers],
    [text.speakers, facts.speakers],
  ];
  return {
    texts: text,
    locale,
    network: facts.network,
    number: text.number(numberOf(certificate)),
    name: certificate.name,
    title: typeset(facts.title),
    facts: lines.filter(([, values]) => values.length > 0),
    issuedOn: text.issuedOn(sayDay(certificate.issuedAt, locale, facts.timeZone)),
    verifyUrl: absolute(baseUrl, links.certificateVerification(certificate.code)),
    isRevoked: certificate.revokedAt !== null,
  };
}

/**
 * « jeudi 12 mars 2026, de 9 h à 12 h 30 et de 13 h 30 à 17 h »; only the day or the half-day where no
 * hours were noted.
 */
function sayAttested(slots: readonly AttestedSlot[], { locale, facts }: Certificate): string {
  const text = texts(locale).certificates.document;
  const [first] = slots;
  if (!first) return text.noDate;
  const day = sayDay(first.startsAt, locale, facts.timeZone);
  const hours = slots.flatMap((slot) =>
    slot.precision === 'time'
      ? sayHours(slot, locale, facts.timeZone)
      : slot.precision === 'day'
        ? []
        : text[slot.precision],
  );
  return hours.length ? `${day}, ${hours.join(text.and)}` : day;
}
