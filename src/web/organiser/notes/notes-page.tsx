/** The messages of a session, and the form for a new one. */
import type { Reach } from '../../../domain/notes/find-notes';
import type { Note } from '../../../domain/notes/schema';
import { links } from '../../../links';
import { ErrorSummary, type FieldErrors } from '../../ui/fields';
import { Table } from '../../ui/table';
import { SessionFrame, type SessionPage } from '../sessions/session-frame';
import { type NoteForm, NoteFormFields } from './note-form';
import { sayAudience, sayNoteState } from './say-note';

export type NotesPageProps = SessionPage & {
  notes: readonly Note[];
  reach: Reach;
  form: NoteForm;
  errors?: FieldErrors | undefined;
};

export function NotesPage({ notes, reach, form, errors, ...page }: NotesPageProps) {
  const { reader } = page.shell;
  const { t, href } = reader;
  const text = t.outreach.notes;
  const { code } = page.view.session;
  return (
    <SessionFrame {...page} tab="notes" hasErrors={!!errors}>
      <ErrorSummary t={t} errors={errors} />
      <p class="lede">{text.intro}</p>
      <h2>{text.newTitle}</h2>
      <NoteFormFields
        {...{ shell: page.shell, form, reach, errors }}
        action={links.notes(code)}
        version={null}
      />
      <h2>{text.listTitle}</h2>
      {notes.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Table
          caption={text.listTitle}
          captionUnseen
          rows={notes}
          columns={[
            {
              head: text.columns.subject,
              cell: (note) => <a href={href(links.note(code, note.id))}>{note.subject}</a>,
            },
            { head: text.columns.audience, cell: (note) => sayAudience(note, reader) },
            {
              head: text.columns.state,
              cell: (note) => sayNoteState(note, { reader, reach, now: page.now }),
            },
          ]}
        />
      )}
    </SessionFrame>
  );
}
