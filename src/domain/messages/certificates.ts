/** The thanks with the certificate; that one no longer holds; and the link to all of one's own, when asked for. */
import { texts } from '../../i18n';
import { sayDay } from '../../lib/dates';
import type { CertificateMail } from '../attendance/certificate-mail';
import { type Block, type MessageKind, text, type Writing } from './message';
import { button, safeName } from './wording';

type Ready = CertificateMail['certificate_ready'];
type Revoked = CertificateMail['certificate_revoked'];

const hello = (name: string, w: Writing) => {
  const called = safeName(name);
  return called === null ? w.t.hello : w.t.helloName(called);
};

/** Which certificate: sessions of a cycle have one title. */
function which({ title, heldOn, number }: Ready | Revoked, w: Writing): Block {
  const { mail } = texts(w.locale).certificates;
  const when = heldOn === null ? w.t.noDate : sayDay(heldOn, w.locale, w.timeZone, w.now);
  return {
    is: 'facts',
    facts: [
      { term: w.t.terms.what, values: [title] },
      { term: w.t.terms.when, values: [when] },
      { term: mail.number, values: [number] },
    ],
  };
}

export const certificateReady: MessageKind<Ready> = {
  write: async (facts, w) => {
    const t = texts(w.locale).certificates.mail;
    const { title, replaces } = facts;
    return {
      subject: t.ready.subject(title),
      blocks: [
        ...text(
          hello(facts.name, w),
          replaces === null ? t.ready.lead : t.ready.replaced(replaces),
          t.ready.text,
        ),
        which(facts, w),
        ...button(t.ready.button, await w.certificatesUrlOf(facts.certificate)),
      ],
      why: t.why(w.networkName),
    };
  },
};

/** What was given no longer holds: why, in words that say nothing of anyone, and that nothing replaces it. */
export const certificateRevoked: MessageKind<Revoked> = {
  write: async (facts, w) => {
    const t = texts(w.locale).certificates.mail;
    return {
      subject: t.revoked.subject(facts.title),
      blocks: [
        ...text(
          hello(facts.name, w),
          t.revoked.lead(facts.number),
          t.revoked.because[facts.because],
        ),
        which(facts, w),
        ...text(t.revoked.checked, t.revoked.alone),
        ...button(t.revoked.button, await w.certificatesUrlOf(facts.certificate)),
        ...text(t.revoked.question),
      ],
      why: t.why(w.networkName),
    };
  },
};

/** It greets nobody, since several may share an address. */
export const certificatesLink: MessageKind<CertificateMail['certificates_link']> = {
  write: async ({ certificate, count }, w) => {
    const t = texts(w.locale).certificates.mail;
    return {
      subject: `${t.link.subject} – ${w.networkName}`,
      blocks: [
        ...text(w.t.hello, t.link.lead(count)),
        ...button(t.link.button, await w.certificatesUrlOf(certificate)),
        ...text(t.link.ignore),
      ],
      why: t.why(w.networkName),
    };
  },
};
