/** A certificate in words: the page that prints, the PDF and the verification all say the same. */

import type { AttestedSlot } from '../../../domain/attendance/certificate-facts';
import { numberOf } from '../../../domain/attendance/certificates';
import type { Certificate } from '../../../domain/attendance/schema';
import { type Texts, texts } from '../../../i18n';
import { sayDay, saySlot } from '../../../lib/dates';
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
    ? [place.name, place.address, place.town].filter((part) => part !== null).join(', ')
    : facts.mode === 'online'
      ? text.online
      : '';
  const lines: [string, string[]][] = [
    [
      text.when,
      facts.slots.length
        ? facts.slots.map((slot) => sayAttested(slot, certificate))
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
    title: facts.title,
    facts: lines.filter(([, values]) => values.length > 0),
    issuedOn: text.issuedOn(sayDay(certificate.issuedAt, locale, facts.timeZone)),
    verifyUrl: absolute(baseUrl, links.certificateVerification(certificate.code)),
    isRevoked: certificate.revokedAt !== null,
  };
}

/** « jeudi 12 mars 2026, de 20 h à 22 h »; only the day or the half-day where no hours were noted. */
function sayAttested(slot: AttestedSlot, { locale, facts }: Certificate): string {
  if (slot.precision === 'time') return saySlot(slot, locale, facts.timeZone);
  const day = sayDay(slot.startsAt, locale, facts.timeZone);
  const text = texts(locale).certificates.document;
  return slot.precision === 'day' ? day : `${day}, ${text[slot.precision]}`;
}
