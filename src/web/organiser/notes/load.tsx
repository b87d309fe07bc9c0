/** A message of the path's session, and the pages that show it: what the routes share. */
import type { Context } from 'hono';
import { factsOf, type SessionView } from '../../../domain/catalogue/find-session';
import { preview } from '../../../domain/messages/render';
import { countReach, findNote, findProgress, listNotes } from '../../../domain/notes/find-notes';
import type { Note } from '../../../domain/notes/schema';
import { trialFacts } from '../../../domain/notes/send-note';
import { NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import type { OrganiserEnv } from '../context';
import { readId } from '../form';
import { loadSession, pageOf } from '../sessions/load';
import { NoteEditPage } from './note-edit-page';
import { blankNote, type NoteForm } from './note-form';
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

export const previewOf = (c: C, { view, note }: Loaded) => {
  const { settings, reader, account, now } = c.var;
  const facts = { ...trialFacts(note, factsOf(view), account.name), trial: false };
  const mail = { kind: 'note_to_registrants', facts, locale: reader.locale, now } as const;
  return preview(mail, settings);
};

export async function showNotes(
  c: C,
  view: SessionView,
  form: NoteForm = blankNote,
  errors?: FieldErrors,
) {
  const { db } = c.var;
  const [notes, reach] = await Promise.all([
    listNotes(db, view.session.id),
    countReach(db, view.session.id),
  ]);
  const page = { ...pageOf(c, view), notes, reach, form, errors };
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
  const [reach, progress, { subject }] = await Promise.all([
    countReach(db, view.session.id),
    findProgress(db, note),
    previewOf(c, loaded),
  ]);
  const page = { ...pageOf(c, view), note, reach, progress, subject, typed, errors };
  return c.html(<NotePage {...page} />, errors ? 422 : 200);
}

export async function showDraft(
  c: C,
  { view, note }: Loaded,
  form: NoteForm,
  errors?: FieldErrors,
  status: 200 | 409 | 422 = errors ? 422 : 200,
) {
  const reach = await countReach(c.var.db, view.session.id);
  const { id, version } = note;
  const page = { ...pageOf(c, view), id, version, reach, form, errors };
  return c.html(<NoteEditPage {...page} />, status);
}

/** What was typed is kept, under the version that is stored now; of what is sent, only that is shown. */
export async function showStale(c: C, form: NoteForm) {
  const loaded = await loadNote(c);
  const errors = { form: c.var.reader.t.outreach.notes.refusals.stale };
  if (loaded.note.state !== 'draft') return showNote(c, loaded, errors);
  return showDraft(c, loaded, form, errors, 409);
}
