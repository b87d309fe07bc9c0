/** The form of an invitation: to whom, subject, text. What was typed is kept. */
import type { TagCount } from '../../../domain/invitations/contacts';
import { CheckboxGroup } from '../../ui/checkbox-group';
import type { FieldErrors } from '../../ui/fields';
import type { Shell } from '../context';
import { DraftForm, readWords, type Words } from '../drafts/draft-form';

export type InvitationForm = Words & { tags: readonly string[] };

export const readInvitationForm = (lists: Partial<Record<string, string[]>>): InvitationForm => ({
  tags: lists.tags ?? [],
  ...readWords(lists),
});

type Props = {
  shell: Shell;
  action: string;
  form: InvitationForm;
  tags: readonly TagCount[];
  /** The version that is changed, on the page that also sends it; null for a new invitation. */
  version: number | null;
  errors?: FieldErrors | undefined;
};

export function InvitationFormFields({ tags, ...props }: Props) {
  const { t } = props.shell.reader;
  const text = t.contacts.invitations;
  return (
    <DraftForm {...props} text={text} isSecond={props.version !== null}>
      {tags.length > 0 && (
        <CheckboxGroup
          t={t}
          name="tags"
          label={t.drafts.audience}
          hint={text.tagsHint}
          error={props.errors?.tags}
          options={tags.map(({ tag, n }) => ({
            value: tag,
            label: tag,
            hint: text.tagCount(n),
            checked: props.form.tags.includes(tag),
          }))}
        />
      )}
    </DraftForm>
  );
}
