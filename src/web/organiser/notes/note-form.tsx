/** The form of a message: to whom, subject, text. What was typed is kept. */

import type { Reach } from '../../../domain/notes/find-notes';
import { type NoteAudience, noteAudiences } from '../../../domain/notes/schema';
import type { Reader } from '../../context';
import { Button } from '../../ui/button';
import { type FieldErrors, HintAndError, TextArea, TextField } from '../../ui/fields';
import type { Shell } from '../context';
import { FormKey } from '../form-key';

export type NoteForm = { audience: readonly string[]; subject: string; body: string };
export const blankNote: NoteForm = { audience: ['confirmed'], subject: '', body: '' };

export const readNoteForm = (lists: Partial<Record<string, string[]>>): NoteForm => ({
  audience: lists.audience ?? [],
  subject: lists.subject?.at(-1) ?? '',
  body: lists.body?.at(-1) ?? '',
});

type Props = {
  shell: Shell;
  action: string;
  form: NoteForm;
  reach: Reach;
  /** The version that is changed; null for a new message. */
  version: number | null;
  errors?: FieldErrors | undefined;
};

export function NoteFormFields({ shell, action, form, reach, version, errors }: Props) {
  const { reader } = shell;
  const { t, href } = reader;
  const text = t.outreach.notes;
  // Once the session is cancelled, nobody is in any other state.
  const isOff = reach.session_cancelled.withAddress + reach.session_cancelled.without > 0;
  const audiences = noteAudiences.filter((one) => (one === 'session_cancelled') === isOff);
  return (
    <form method="post" action={href(action)} novalidate>
      <FormKey shell={shell} />
      {version !== null && <input type="hidden" name="version" value={version} />}
      <fieldset class={errors?.audience ? 'field invalid' : 'field'}>
        <legend>{text.audience}</legend>
        <HintAndError t={t} name="audience" error={errors?.audience} />
        {audiences.map((audience, index) => (
          <Audience
            {...{ reader, audience, reach, index }}
            checked={isOff ? form.audience.length > 0 : form.audience.includes(audience)}
          />
        ))}
      </fieldset>
      <TextField
        t={t}
        name="subject"
        label={text.subject}
        hint={text.subjectHint}
        value={form.subject}
        error={errors?.subject}
        maxlength={150}
        autocomplete="off"
      />
      <TextArea
        t={t}
        name="body"
        label={text.body}
        hint={text.bodyHint}
        value={form.body}
        error={errors?.body}
        rows={10}
        maxlength={5000}
      />
      <Button>{version === null ? text.next : text.save}</Button>
    </form>
  );
}

function Audience({
  reader,
  audience,
  reach,
  index,
  checked,
}: {
  reader: Reader;
  audience: NoteAudience;
  reach: Reach;
  index: number;
  checked: boolean;
}) {
  const text = reader.t.outreach.notes;
  const { withAddress, without } = reach[audience];
  // The first one has the group's id, so that the error summary's link lands on it.
  const id = index ? `audience-${audience}` : 'audience';
  return (
    <div class="choice">
      <input id={id} type="checkbox" name="audience" value={audience} checked={checked} />
      <div>
        <label for={id}>{text.audiences[audience]}</label>
        <span class="hint">{text.reach(withAddress, without)}</span>
      </div>
    </div>
  );
}
