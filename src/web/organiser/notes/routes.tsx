/** Writing to the people of a session: the draft, its preview and trial, the sending. */
import { Hono } from 'hono';
import { factsOf } from '../../../domain/catalogue/find-session';
import { mailTrial } from '../../../domain/drafts/mails';
import { isForChosen } from '../../../domain/notes/schema';
import { sendNote, stopNote, trialFacts } from '../../../domain/notes/send-note';
import {
  discardNote,
  draftNote,
  NoteInput,
  NoteWords,
  rewriteNote,
} from '../../../domain/notes/write-note';
import { links } from '../../../links';
import { deliverSoon } from '../../deliver-soon';
import { byFormOf, byOf, type OrganiserEnv } from '../context';
import { framed, readOrder } from '../drafts/read-order';
import { readFormKey, readId, readInput, readLists, readVersion } from '../form';
import { loadSession } from '../sessions/load';
import {
  findPerson,
  loadNote,
  previewOf,
  problemsOf,
  refusalsOf,
  showDraft,
  showNote,
  showNotes,
  showStale,
  toNote,
} from './load';
import { readNoteForm } from './note-form';
import { peopleRoutes } from './people-routes';

export const noteRoutes = new Hono<OrganiserEnv>()
  .get(links.notes(':code'), async (c) => {
    const view = await loadSession(c);
    return showNotes(c, view, { only: await findPerson(c, view, c.req.query('personne')) });
  })

  .post(links.notes(':code'), async (c) => {
    const view = await loadSession(c);
    const lists = await readLists(c);
    const form = readNoteForm(lists);
    const only = await findPerson(c, view, lists.personne?.at(-1));
    const read = only
      ? readInput(NoteWords, form, problemsOf(c))
      : readInput(NoteInput, form, problemsOf(c));
    if (!read.ok) return showNotes(c, view, { form, only, errors: read.errors });
    const input = { ...read.input, ...(only && { people: [only.id] }) };
    const { id } = await draftNote(c.var.db, view.session.id, input, await byFormOf(c));
    return toNote(c, id, 'message-enregistre');
  })

  .get(links.note(':code', ':id'), async (c) => {
    const loaded = await loadNote(c);
    const { view, note } = loaded;
    if (note.subject) return showNote(c, loaded);
    // People who are being chosen, and nothing written to them yet.
    return c.redirect(c.var.reader.href(links.notePeople(view.session.code, note.id)), 303);
  })

  .get(links.notePreview(':code', ':id'), async (c) =>
    framed(c, await previewOf(c, await loadNote(c))),
  )

  .get(links.noteEdit(':code', ':id'), async (c) => {
    const { view, note } = await loadNote(c);
    if (note.state !== 'draft') return toNote(c, note.id);
    return showDraft(c, { view, note }, note);
  })

  .post(links.note(':code', ':id'), async (c) => {
    const { view, note } = await loadNote(c);
    const lists = await readLists(c);
    const form = readNoteForm(lists);
    const version = readId(lists.version?.at(-1)) ?? 0;
    const read = isForChosen(note)
      ? readInput(NoteWords, form, problemsOf(c))
      : readInput(NoteInput, form, problemsOf(c));
    if (!read.ok) return showDraft(c, { view, note: { ...note, version } }, form, read.errors);
    const outcome = await rewriteNote(c.var.db, { id: note.id, version }, read.input);
    return outcome.ok ? toNote(c, note.id, 'message-enregistre') : showStale(c, form);
  })

  .post(links.noteTrial(':code', ':id'), async (c) => {
    const { view, note } = await loadNote(c);
    const { db, now, reader, account } = c.var;
    const { email, name } = account;
    await mailTrial(db, {
      kind: 'note_to_registrants',
      facts: trialFacts(note, factsOf(view), name),
      email,
      locale: reader.locale,
      now,
      formKey: await readFormKey(c),
    });
    deliverSoon(c);
    return toNote(c, note.id, 'message-essai');
  })

  .post(links.noteSending(':code', ':id'), async (c) => {
    const loaded = await loadNote(c);
    const { typed, order } = await readOrder(c);
    if (!order) return showNote(c, loaded, { sendAt: problemsOf(c).sendAt }, typed);
    const outcome = await sendNote(c.var.db, loaded.note, order, byOf(c));
    const done = order.sendAt === null ? 'message-envoi' : 'message-programme';
    if (outcome.ok) return toNote(c, loaded.note.id, done);
    const field = outcome.reason === 'in_the_past' ? 'sendAt' : 'form';
    return showNote(c, await loadNote(c), { [field]: refusalsOf(c)[outcome.reason] }, typed);
  })

  .post(links.noteStop(':code', ':id'), async (c) => {
    const { note } = await loadNote(c);
    const outcome = await stopNote(c.var.db, note, byOf(c));
    if (outcome.ok) return toNote(c, note.id, 'message-arrete');
    return showNote(c, await loadNote(c), { form: refusalsOf(c).stale });
  })

  .post(links.noteRemoval(':code', ':id'), async (c) => {
    const { view, note } = await loadNote(c);
    const version = await readVersion(c);
    const outcome = await discardNote(c.var.db, { id: note.id, version });
    if (!outcome.ok) return showNote(c, await loadNote(c), { form: refusalsOf(c).stale });
    const { href } = c.var.reader;
    return c.redirect(href(`${links.notes(view.session.code)}?fait=message-supprime`), 303);
  })
  .route('/', peopleRoutes);
