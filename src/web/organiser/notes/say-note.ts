/** Whom a message is for and how far it has come, in the reader's words. */
import type { Reached } from '../../../domain/notes/find-notes';
import type { Recipient } from '../../../domain/notes/recipients';
import { isForChosen, type Note } from '../../../domain/notes/schema';
import type { Texts } from '../../../i18n';
import type { Reader } from '../../context';
import { sayInstant } from '../../public/catalogue/say';

export const sayAudience = (
  note: Note,
  { t }: Reader,
  { withAddress, without, gone }: Reached,
): string =>
  isForChosen(note)
    ? t.outreach.notes.chosen(withAddress + without + gone)
    : note.audience.map((state) => t.outreach.notes.audiences[state]).join(', ');

type With = { reader: Reader; reached: Reached; now: number };

export function sayNoteState(note: Note, { reader, reached, now }: With): string {
  const text = reader.t.outreach.notes;
  const { drafts } = reader.t;
  if (note.state === 'draft' || note.sendAt === null) return drafts.draft;
  if (note.state === 'cancelled') return text.stopped(note.written);
  const when = sayInstant(note.sendAt, reader, now);
  if (note.state === 'sent') return text.sent(note.written, when);
  if (note.sendAt > now) return drafts.scheduled(when);
  return text.sending(note.written, Math.max(reached.withAddress, note.written));
}

const mostNamed = 20;

/** « Zoé Arnaud, Basile Brun et 3 autres »; nothing where nobody was chosen by name. */
export function sayNames(people: readonly Recipient[], total: number, t: Texts): string {
  const named = people.slice(0, mostNamed).map((one) => `${one.firstName} ${one.lastName}`.trim());
  if (!named.length) return '';
  return t.outreach.notes.names(named.join(', '), total - named.length);
}
