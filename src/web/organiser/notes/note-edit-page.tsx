/** A draft, to be changed. */
import type { Reach } from '../../../domain/notes/find-notes';
import { links } from '../../../links';
import { ErrorSummary, type FieldErrors } from '../../ui/fields';
import { SessionFrame, type SessionPage } from '../sessions/session-frame';
import { type NoteForm, NoteFormFields } from './note-form';

export type NoteEditPageProps = SessionPage & {
  id: number;
  version: number;
  reach: Reach;
  form: NoteForm;
  errors?: FieldErrors | undefined;
};

export function NoteEditPage({ id, version, reach, form, errors, ...page }: NoteEditPageProps) {
  const { reader } = page.shell;
  const text = reader.t.outreach.notes;
  const action = links.note(page.view.session.code, id);
  return (
    <SessionFrame {...page} tab="notes" title={text.editTitle} hasErrors={!!errors}>
      <ErrorSummary t={reader.t} errors={errors} />
      <h2>{text.editTitle}</h2>
      <NoteFormFields {...{ shell: page.shell, action, form, reach, version, errors }} />
    </SessionFrame>
  );
}
