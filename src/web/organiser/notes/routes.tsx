/** Writing to the people of a session: the draft, its preview and trial, the sending. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { factsOf } from '../../../domain/catalogue/find-session';
import { localInstant } from '../../../domain/catalogue/inputs';
import { mailTrial, sendNote, stopNote } from '../../../domain/notes/send-note';
import { discardNote, draftNote, NoteInput, rewriteNote } from '../../../domain/notes/write-note';
import { links } from '../../../links';
import { deliverSoon } from '../../deliver-soon';
import { byFormOf, byOf, type OrganiserEnv } from '../context';
import { readFormKey, readId, readInput, readLists, readValues } from '../form';
import { loadSession } from '../sessions/load';
import { loadNote, previewOf, showDraft, showNote, showNotes, showStale, toNote } from './load';
import { readNoteForm } from './note-form';

export const noteRoutes = new Hono<OrganiserEnv>()
  .get(links.notes(':code'), async (c) => showNotes(c, await loadSession(c)))

  .post(links.notes(':code'), async (c) => {
    const view = await loadSession(c);
    const form = readNoteForm(await readLists(c));
    const read = readInput(NoteInput, form, c.var.reader.t.outreach.notes.problems);
    if (!read.ok) return showNotes(c, view, form, read.errors);
    const { id } = await draftNote(c.var.db, view.session.id, read.input, await byFormOf(c));
    return toNote(c, id, 'message-enregistre');
  })

  .get(links.note(':code', ':id'), async (c) => showNote(c, await loadNote(c)))

  // In a frame, without scripts, and under a policy of its own: a mail's styles are inline.
  .get(links.notePreview(':code', ':id'), async (c) => {
    const { html } = await previewOf(c, await loadNote(c));
    c.set('contentPolicy', framedMail);
    return c.html(html.replace('<head>', '<head><base target="_blank">'));
  })

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
    const read = readInput(NoteInput, form, c.var.reader.t.outreach.notes.problems);
    if (!read.ok) return showDraft(c, { view, note: { ...note, version } }, form, read.errors);
    const outcome = await rewriteNote(c.var.db, { id: note.id, version }, read.input);
    return outcome.ok ? toNote(c, note.id, 'message-enregistre') : showStale(c, form);
  })

  .post(links.noteTrial(':code', ':id'), async (c) => {
    const { view, note } = await loadNote(c);
    const { db, now, reader, account } = c.var;
    const { email, name } = account;
    const formKey = await readFormKey(c);
    const writer = { email, name, locale: reader.locale };
    await mailTrial(db, note, factsOf(view), { ...writer, now, formKey });
    deliverSoon(c);
    return toNote(c, note.id, 'message-essai');
  })

  .post(links.noteSending(':code', ':id'), async (c) => {
    const loaded = await loadNote(c);
    const { db, reader } = c.var;
    const { problems, refusals } = reader.t.outreach.notes;
    const { version = '', when = 'now', sendAt = '' } = await readValues(c);
    const typed = { when, sendAt };
    const at = when === 'later' ? v.safeParse(localInstant(reader.timeZone), sendAt) : null;
    if (at && !at.success) return showNote(c, loaded, { sendAt: problems.sendAt }, typed);
    const order = { version: readId(version) ?? 0, sendAt: at ? at.output : null };
    const outcome = await sendNote(db, loaded.note, order, byOf(c));
    if (outcome.ok) return toNote(c, loaded.note.id, at ? 'message-programme' : 'message-envoi');
    const field = outcome.reason === 'in_the_past' ? 'sendAt' : 'form';
    return showNote(c, await loadNote(c), { [field]: refusals[outcome.reason] }, typed);
  })

  .post(links.noteStop(':code', ':id'), async (c) => {
    const { note } = await loadNote(c);
    const outcome = await stopNote(c.var.db, note, byOf(c));
    if (outcome.ok) return toNote(c, note.id, 'message-arrete');
    return showNote(c, await loadNote(c), { form: c.var.reader.t.outreach.notes.refusals.stale });
  })

  .post(links.noteRemoval(':code', ':id'), async (c) => {
    const { view, note } = await loadNote(c);
    const version = readId((await readValues(c)).version) ?? 0;
    const outcome = await discardNote(c.var.db, { id: note.id, version });
    const { reader } = c.var;
    if (!outcome.ok)
      return showNote(c, await loadNote(c), { form: reader.t.outreach.notes.refusals.stale });
    return c.redirect(reader.href(`${links.notes(view.session.code)}?fait=message-supprime`), 303);
  });

const framedMail =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";
