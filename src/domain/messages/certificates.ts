/** The thanks with the certificate; and the link to all of one's own, when asked for. */
import { texts } from '../../i18n';
import type { CertificateMail } from '../attendance/certificate-mail';
import { type MessageKind, text } from './message';
import { button, safeName } from './wording';

export const certificateReady: MessageKind<CertificateMail['certificate_ready']> = {
  write: async ({ title, name, certificate, replaces }, w) => {
    const t = texts(w.locale).certificates.mail;
    const called = safeName(name);
    return {
      subject: t.ready.subject(title),
      blocks: [
        ...text(
          called === null ? w.t.hello : w.t.helloName(called),
          !replaces && t.ready.lead(title),
          replaces ? t.ready.replaced : t.ready.text,
        ),
        ...button(t.ready.button, await w.certificatesUrlOf(certificate)),
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
