/** The form of an invitation: subject, text, to whom. What was typed is kept. */
import type { TagCount } from '../../../domain/invitations/contacts';
import { Button } from '../../ui/button';
import { type FieldErrors, HintAndError, TextArea, TextField } from '../../ui/fields';
import type { Shell } from '../context';
import { FormKey } from '../form-key';

export type InvitationForm = { subject: string; body: string; tags: readonly string[] };

export const readInvitationForm = (lists: Partial<Record<string, string[]>>): InvitationForm => ({
  subject: lists.subject?.at(-1) ?? '',
  body: lists.body?.at(-1) ?? '',
  tags: lists.tags ?? [],
});

type Props = {
  shell: Shell;
  action: string;
  form: InvitationForm;
  tags: readonly TagCount[];
  /** The version that is changed; null for a new invitation. */
  version: number | null;
  errors?: FieldErrors | undefined;
};

export function InvitationFormFields({ shell, action, form, tags, version, errors }: Props) {
  const { t, href } = shell.reader;
  const text = t.contacts.invitations;
  return (
    <form method="post" action={href(action)} novalidate>
      <FormKey shell={shell} />
      {version !== null && <input type="hidden" name="version" value={version} />}
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
      {tags.length > 0 && (
        <fieldset class={errors?.tags ? 'field invalid' : 'field'} aria-describedby="tags-hint">
          <legend>{text.tags}</legend>
          <HintAndError t={t} name="tags" hint={text.tagsHint} error={errors?.tags} />
          {tags.map(({ tag, n }, index) => (
            <div class="choice">
              <input
                id={index ? `tags-${index}` : 'tags'}
                type="checkbox"
                name="tags"
                value={tag}
                checked={form.tags.includes(tag)}
              />
              <div>
                <label for={index ? `tags-${index}` : 'tags'}>{tag}</label>
                <span class="hint">{text.tagCount(n)}</span>
              </div>
            </div>
          ))}
        </fieldset>
      )}
      <Button kind={version === null ? 'primary' : 'secondary'}>
        {version === null ? text.next : text.save}
      </Button>
    </form>
  );
}
