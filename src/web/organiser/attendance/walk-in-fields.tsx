/** Someone who came without a place: a name, and what else is known. */
import { type FieldErrors, TextField } from '../../ui/fields';
import type { Shell } from '../context';
import type { Values } from '../form';
import { FormKey } from '../form-key';

type Props = { shell: Shell; values?: Values; errors?: FieldErrors };

export function WalkInFields({ shell, values, errors }: Props) {
  const { t } = shell.reader;
  const text = t.attendance;
  const field = (name: 'name' | 'email' | 'profession' | 'organisation') => ({
    t,
    name,
    label: text[name],
    value: values?.[name],
    error: errors?.[name],
  });
  return (
    <>
      <FormKey shell={shell} />
      <TextField {...field('name')} maxlength={160} />
      <details class="more" open={!!(values?.email || errors?.email)}>
        <summary>
          {text.email}, {text.profession.toLowerCase()}, {text.organisation.toLowerCase()}
        </summary>
        <TextField
          {...field('email')}
          optional
          type="email"
          inputmode="email"
          hint={text.emailHint}
        />
        <TextField {...field('profession')} optional maxlength={120} />
        <TextField {...field('organisation')} optional maxlength={120} />
      </details>
    </>
  );
}
