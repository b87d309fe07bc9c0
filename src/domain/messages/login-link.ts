/** The link that signs an organiser in; and the word that an account was opened for someone. */
import { texts } from '../../i18n';
import { sayTime } from '../../lib/dates';
import { links } from '../../links';
import type { InvitationFacts } from '../organisers/accounts';
import type { LoginLinkFacts } from '../organisers/login-link';
import { type MessageKind, text } from './message';
import { button } from './wording';

export type OrganiserMail = { login_link: LoginLinkFacts; account_invitation: InvitationFacts };

export const loginLink: MessageKind<LoginLinkFacts> = {
  write: async ({ reference, expiresAt, name }, w) => {
    const t = texts(w.locale).organiser.mail;
    return {
      subject: `${t.login.subject} – ${w.networkName}`,
      blocks: [
        ...text(w.t.helloName(name), t.login.lead(sayTime(expiresAt, w.locale, w.timeZone))),
        ...button(t.login.button, await w.loginUrlOf(reference)),
        ...text(t.login.ignore),
      ],
      why: t.why(w.networkName),
    };
  },
};

export const accountInvitation: MessageKind<InvitationFacts> = {
  write: ({ name, invitedBy }, w) => {
    const t = texts(w.locale).organiser.mail;
    return {
      subject: `${t.invitation.subject} – ${w.networkName}`,
      blocks: [
        ...text(w.t.helloName(name), t.invitation.lead(invitedBy), t.invitation.how),
        ...button(t.invitation.button, w.url(links.organiser())),
      ],
      why: t.why(w.networkName),
    };
  },
};
