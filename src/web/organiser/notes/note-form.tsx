/** The form of a message: to whom, subject, text. What was typed is kept. */
import type { Reach } from '../../../domain/notes/find-notes';
import { noteAudiences } from '../../../domain/notes/schema';
import type { Texts } from '../../../i18n';
import { CheckboxGroup } from '../../ui/checkbox-group';
import type { FieldErrors } from '../../ui/fields';
import type { Shell } from '../context';
import { DraftForm, readWords, type Words } from '../drafts/draft-form';

export type NoteForm = Words & { audience: readonly string[] };
export const blankNote: NoteForm = { audience: ['confirmed'], subject: '', body: '' };

export const readNoteForm = (lists: Partial<Record<string, string[]>>): NoteForm => ({
  audience: lists.audience ?? [],
  ...readWords(lists),
});

/** One person, written to from their own page. */
export type OnePerson = { id: number; name: string };

type Props = {
  shell: Shell;
  action: string;
  form: NoteForm;
  /** Null where its people were chosen one by one: that is not changed here. */
  reach: Reach | null;
  only?: OnePerson | undefined;
  /** The version that is changed; null for a new message. */
  version: number | null;
  errors?: FieldErrors | undefined;
};

export function NoteFormFields({ reach, only, ...props }: Props) {
  const { t } = props.shell.reader;
  const text = t.outreach.notes;
  return (
    <DraftForm {...props} text={text}>
      {only && (
        <>
          <input type="hidden" name="personne" value={only.id} />
          <p>
            <strong>{text.onlyTo(only.name)}</strong>
          </p>
        </>
      )}
      {reach && !only && <Audience {...{ t, reach }} {...props} />}
    </DraftForm>
  );
}

function Audience({
  t,
  reach,
  form,
  errors,
}: Pick<Props, 'form' | 'errors'> & { t: Texts; reach: Reach }) {
  const text = t.outreach.notes;
  // Once the session is cancelled, nobody is in any other state.
  const isOff = reach.session_cancelled.withAddress + reach.session_cancelled.without > 0;
  return (
    <CheckboxGroup
      t={t}
      name="audience"
      label={t.drafts.audience}
      error={errors?.audience}
      options={noteAudiences
        .filter((one) => (one === 'session_cancelled') === isOff)
        .map((value) => ({
          value,
          label: text.audiences[value],
          hint: text.reach(reach[value].withAddress, reach[value].without),
          checked: isOff ? form.audience.length > 0 : form.audience.includes(value),
        }))}
    />
  );
}
