/** The form of a message to registrants and of an invitation to partners. What was typed is kept. */
import type { Child } from 'hono/jsx';
import { Button } from '../../ui/button';
import { type FieldErrors, TextArea, TextField } from '../../ui/fields';
import type { Shell } from '../context';
import { FormKey } from '../form-key';

export type Words = { subject: string; body: string };

export const readWords = (lists: Partial<Record<string, string[]>>): Words => ({
  subject: lists.subject?.at(-1) ?? '',
  body: lists.body?.at(-1) ?? '',
});

type Props = {
  shell: Shell;
  action: string;
  form: Words;
  /** What is special about this kind of mail. */
  text: { subjectHint: string; bodyHint: string; next: string };
  /** The version that is changed; null for a new one. */
  version: number | null;
  /** A page with something else to press first, such as « Envoyer ». */
  isSecond?: boolean;
  errors?: FieldErrors | undefined;
  /** To whom. */
  children?: Child;
};

export function DraftForm({ shell, action, form, text, version, errors, ...more }: Props) {
  const { t, href } = shell.reader;
  const { drafts } = t;
  return (
    <form method="post" action={href(action)} novalidate>
      <FormKey shell={shell} />
      {version !== null && <input type="hidden" name="version" value={version} />}
      {more.children}
      <TextField
        t={t}
        name="subject"
        label={drafts.subject}
        hint={text.subjectHint}
        value={form.subject}
        error={errors?.subject}
        maxlength={150}
        autocomplete="off"
      />
      <TextArea
        t={t}
        name="body"
        label={drafts.body}
        hint={text.bodyHint}
        value={form.body}
        error={errors?.body}
        rows={10}
        maxlength={5000}
      />
      <Button kind={more.isSecond ? 'secondary' : 'primary'}>
        {version === null ? text.next : drafts.save}
      </Button>
    </form>
  );
}
