/** The messages of a session, and the form for a new one. */
import { type Reach, type Reached, reachedBy } from '../../../domain/notes/find-notes';
import type { Note } from '../../../domain/notes/schema';
import { links } from '../../../links';
import { ErrorSummary, type FieldErrors } from '../../ui/fields';
import { Table } from '../../ui/table';
import { SessionFrame, type SessionPage } from '../sessions/session-frame';
import { type NoteForm, NoteFormFields, type OnePerson } from './note-form';
import { sayAudience, sayNoteState } from './say-note';

export type NotesPageProps = SessionPage & {
  notes: readonly Note[];
  reaches: ReadonlyMap<number, Reached>;
  reach: Reach;
  only?: OnePerson | undefined;
  form: NoteForm;
  errors?: FieldErrors | undefined;
};

export function NotesPage(props: NotesPageProps) {
  const { notes, reaches, reach, only, form, errors, ...page } = props;
  const { reader } = page.shell;
  const { t, href } = reader;
  const text = t.outreach.notes;
  const { code } = page.view.session;
  return (
    <SessionFrame {...page} tab="notes" hasErrors={!!errors}>
      <ErrorSummary t={t} errors={errors} />
      <p class="lede">{text.intro}</p>
      <p>
        <a href={href(links.registrants(code))}>{text.toChoose}</a>
      </p>
      <h2>{text.newTitle}</h2>
      <NoteFormFields
        {...{ shell: page.shell, form, reach, only, errors }}
        action={links.notes(code)}
        version={null}
      />
      <h2>{text.listTitle}</h2>
      {notes.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Table
          stacks
          caption={text.listTitle}
          captionUnseen
          rows={notes}
          columns={[
            {
              head: text.columns.subject,
              cell: (note) => (
                <a href={href(links.note(code, note.id))}>{note.subject || text.untitled}</a>
              ),
            },
            {
              head: text.columns.audience,
              cell: (note) => sayAudience(note, reader, reachedBy(reaches, note)),
            },
            {
              head: text.columns.state,
              cell: (note) =>
                sayNoteState(note, { reader, reached: reachedBy(reaches, note), now: page.now }),
            },
          ]}
        />
      )}
    </SessionFrame>
  );
}
