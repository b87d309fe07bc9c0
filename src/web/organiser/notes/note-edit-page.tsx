/** A draft, to be changed. */
import type { Reach } from '../../../domain/notes/find-notes';
import { links } from '../../../links';
import { ErrorSummary, type FieldErrors } from '../../ui/fields';
import { SessionFrame, type SessionPage } from '../sessions/session-frame';
import { type NoteForm, NoteFormFields } from './note-form';

export type NoteEditPageProps = SessionPage & {
  id: number;
  version: number;
  /** Null where its people were chosen one by one, so many. */
  reach: Reach | null;
  chosen: number;
  form: NoteForm;
  errors?: FieldErrors | undefined;
};

export function NoteEditPage(props: NoteEditPageProps) {
  const { id, version, reach, chosen, form, errors, ...page } = props;
  const { t, href } = page.shell.reader;
  const text = t.outreach.notes;
  const { code } = page.view.session;
  return (
    <SessionFrame {...page} tab="notes" title={text.editTitle} hasErrors={!!errors}>
      <ErrorSummary t={t} errors={errors} />
      <h2>{text.editTitle}</h2>
      {!reach && (
        <p>
          <strong>{text.chosen(chosen)}</strong>{' '}
          <a href={href(links.notePeople(code, id))}>{text.seePeople}</a>
        </p>
      )}
      <NoteFormFields
        {...{ shell: page.shell, form, reach, version, errors }}
        action={links.note(code, id)}
      />
    </SessionFrame>
  );
}
