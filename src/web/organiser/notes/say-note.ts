/** Whom a message is for and how far it has come, in the reader's words. */
import { type Reach, reachOf } from '../../../domain/notes/find-notes';
import type { Note } from '../../../domain/notes/schema';
import type { Reader } from '../../context';
import { sayInstant } from '../../public/catalogue/say';

export const sayAudience = ({ audience }: Note, { t }: Reader) =>
  audience.map((state) => t.outreach.notes.audiences[state]).join(', ');

type With = { reader: Reader; reach: Reach; now: number };

export function sayNoteState(note: Note, { reader, reach, now }: With): string {
  const text = reader.t.outreach.notes;
  if (note.state === 'draft' || note.sendAt === null) return text.draft;
  if (note.state === 'cancelled') return text.stopped(note.written);
  const when = sayInstant(note.sendAt, reader, now);
  if (note.state === 'sent') return text.sent(note.written, when);
  if (note.sendAt > now) return text.scheduled(when);
  const { withAddress } = reachOf(reach, note.audience);
  return text.sending(note.written, Math.max(withAddress, note.written));
}
