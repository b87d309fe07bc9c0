/** Whom an invitation is for and how far it has come, in the reader's words. */
import type { Mailing } from '../../../domain/invitations/schema';
import type { Reader } from '../../context';
import { sayInstant } from '../../public/catalogue/say';

export const sayTags = ({ tags }: Mailing, { t }: Reader) =>
  tags.join(', ') || t.contacts.invitations.everybody;

export function sayMailingState(mailing: Mailing, reader: Reader, now: number): string {
  const text = reader.t.contacts.invitations;
  const { state, written, sentAt } = mailing;
  const { drafts } = reader.t;
  if (state === 'draft' || sentAt === null) return drafts.draft;
  if (state === 'stopped' && written === 0) return text.takenBack;
  if (state === 'stopped') return text.stopped(written);
  const when = sayInstant(sentAt, reader, now);
  if (state === 'sending') return sentAt > now ? drafts.scheduled(when) : text.sending(written);
  return text.sentState(written, when);
}
