/** A session, announced to a partner: what, when, where, for whom; who sends it, why, and how to get no more. */
import { texts } from '../../i18n';
import type { InvitationFacts } from '../invitations/send-mailing';
import { type Block, type MessageKind, text, type Writing } from './message';
import { button, contact, safeName, sayPractical, sayWhen, sayWhere } from './wording';

export const partnerInvitation: MessageKind<InvitationFacts> = {
  write: async (facts, w) => {
    const { session, subject, body, sender, mac, mailing, consentSource, trial } = facts;
    const t = texts(w.locale).contacts.mail;
    const name = safeName(facts.name);
    const url = mac === null ? null : await w.unsubscribeUrlOf({ mac, mailing });
    return {
      subject: trial ? `${t.trial} ${subject}` : subject,
      blocks: [
        ...text(name ? w.t.helloName(name) : w.t.hello, ...body.split(/\n+/)),
        card(facts, w),
        // Also where the session is open to all: it may be « sur invitation » when the link is used.
        ...button(t.see, await w.invitedUrlOf(session)),
        ...contact(session, w),
        ...text(t.sentBy(sender)),
        ...(url
          ? [{ is: 'links' as const, links: [{ text: t.unsubscribe, url, detail: t.detail }] }]
          : text(t.unsubscribeHere)),
      ],
      why: t.why(w.networkName, consentSource),
      ...(url && { unsubscribeUrl: url }),
    };
  },
};

function card({ session, target, capacity }: InvitationFacts, w: Writing): Block {
  const t = texts(w.locale).contacts.mail;
  const practical = sayPractical(session, w);
  const facts = [
    { term: w.t.terms.what, values: [session.title] },
    { term: w.t.terms.when, values: sayWhen(session, w) },
    {
      term: w.t.terms.where,
      values: session.mode === 'online' ? [w.t.online] : sayWhere(session, w, false),
    },
    { term: t.forWhom, values: target ? [target] : [] },
    { term: w.t.terms.seats, values: capacity === null ? [] : [String(capacity)] },
    { term: w.t.terms.practical, values: practical },
    { term: w.t.terms.by, values: session.carriers.length ? [w.t.and(session.carriers)] : [] },
  ];
  return { is: 'facts', facts: facts.filter(({ values }) => values.length) };
}
