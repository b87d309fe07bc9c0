/** A message of the path's session, and the pages that show it: what the routes share. */
import type { Context } from 'hono';
import { factsOf, type SessionView } from '../../../domain/catalogue/find-session';
import { preview } from '../../../domain/messages/render';
import {
  countReach,
  findNote,
  findProgress,
  findReached,
  findReaches,
  listNotes,
} from '../../../domain/notes/find-notes';
import { countRecipients, listRecipients } from '../../../domain/notes/recipients';
import { isForChosen, type Note } from '../../../domain/notes/schema';
import { type SendRefusal, trialFacts } from '../../../domain/notes/send-note';
import { hasLeft } from '../../../domain/registrations/left';
import { findRegistration } from '../../../domain/registrations/queries';
import { NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import type { OrganiserEnv } from '../context';
import { readId } from '../form';
import { loadSession, pageOf } from '../sessions/load';
import { NoteEditPage } from './note-edit-page';
import { blankNote, type NoteForm, type OnePerson } from './note-form';
import { NotePage, type NotePageProps } from './note-page';
import { NotesPage } from './notes-page';

type C = Context<OrganiserEnv>;
export type Loaded = { view: SessionView; note: Note };

/** @throws {NotFound} for no message of this session; {Forbidden} for another organisation's. */
export async function loadNote(c: C): Promise<Loaded> {
  const view = await loadSession(c);
  const id = readId(c.req.param('id'));
  const note = id === null ? null : await findNote(c.var.db, { id, sessionId: view.session.id });
  if (!note) throw new NotFound();
  return { view, note };
}

export const toNote = (c: C, id: number, done?: string) => {
  const path = links.note((c.req.param('code') ?? '').toUpperCase(), id);
  return c.redirect(c.var.reader.href(done ? `${path}?fait=${done}` : path), 303);
};

/** What to type instead, and why something was not done. */
export const problemsOf = ({ var: { reader } }: C) => ({
  ...reader.t.drafts.problems,
  ...reader.t.outreach.notes.problems,
});
export const refusalsOf = ({ var: { reader } }: C) =>
  ({
    ...reader.t.outreach.notes.refusals,
    in_the_past: reader.t.drafts.inThePast,
  }) satisfies Record<SendRefusal, string>;

export const previewOf = (c: C, { view, note }: Loaded) => {
  const { settings, reader, account, now } = c.var;
  const facts = { ...trialFacts(note, factsOf(view), account.name), trial: false };
  const mail = { kind: 'note_to_registrants', facts, locale: reader.locale, now } as const;
  return preview(mail, settings);
};

/** Someone of the session whom a message can be for, as `personne` of the query or the form names them. */
export async function findPerson(
  c: C,
  { session }: SessionView,
  asked: string | undefined,
): Promise<OnePerson | undefined> {
  const id = readId(asked);
  const found = id === null ? null : await findRegistration(c.var.db, id);
  if (!found || found.sessionId !== session.id || hasLeft(found)) return undefined;
  return { id: found.id, name: `${found.firstName} ${found.lastName}`.trim() };
}

type NewNote = { form?: NoteForm; only?: OnePerson | undefined; errors?: FieldErrors };

export async function showNotes(
  c: C,
  view: SessionView,
  { form = blankNote, only, errors }: NewNote = {},
) {
  const { db } = c.var;
  const { id } = view.session;
  const [notes, reach] = await Promise.all([listNotes(db, id), countReach(db, id)]);
  const reaches = await findReaches(db, notes, reach);
  const page = { ...pageOf(c, view), notes, reaches, reach, form, only, errors };
  return c.html(<NotesPage {...page} />, errors ? 422 : 200);
}

export async function showNote(
  c: C,
  loaded: Loaded,
  errors?: FieldErrors,
  typed?: NotePageProps['typed'],
) {
  const { db } = c.var;
  const { view, note } = loaded;
  const [reached, people, progress, { subject }] = await Promise.all([
    findReached(db, note),
    isForChosen(note) ? listRecipients(db, note) : [],
    findProgress(db, note),
    previewOf(c, loaded),
  ]);
  const page = { ...pageOf(c, view), note, reached, people, progress, subject, typed, errors };
  return c.html(<NotePage {...page} />, errors ? 422 : 200);
}

export async function showDraft(
  c: C,
  { view, note }: Loaded,
  form: NoteForm,
  errors?: FieldErrors,
  status: 200 | 409 | 422 = errors ? 422 : 200,
) {
  const { db } = c.var;
  const { id, version } = note;
  const [reach, chosen] = isForChosen(note)
    ? [null, await countRecipients(db, note)]
    : [await countReach(db, view.session.id), 0];
  const page = { ...pageOf(c, view), id, version, reach, chosen, form, errors };
  return c.html(<NoteEditPage {...page} />, status);
}

/** What was typed is kept, under the version that is stored now; of what is sent, only that is shown. */
export async function showStale(c: C, form: NoteForm) {
  const loaded = await loadNote(c);
  const errors = { form: c.var.reader.t.outreach.notes.refusals.stale };
  if (loaded.note.state !== 'draft') return showNote(c, loaded, errors);
  return showDraft(c, loaded, form, errors, 409);
}
