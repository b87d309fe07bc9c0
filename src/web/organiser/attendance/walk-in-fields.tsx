/** Someone who came without a place: a name, and what else is known. */
import { type FieldErrors, TextField } from '../../ui/fields';
import type { Shell } from '../context';
import type { Values } from '../form';
import { FormKey } from '../form-key';

type Props = { shell: Shell; values?: Values; errors?: FieldErrors };

const fieldOf =
  ({ shell, values, errors }: Props) =>
  (name: 'name' | 'email' | 'profession' | 'organisation') => ({
    t: shell.reader.t,
    name,
    label: shell.reader.t.attendance[name],
    value: values?.[name],
    error: errors?.[name],
  });

export function NameField(props: Props) {
  return <TextField {...fieldOf(props)('name')} maxlength={160} />;
}

export function FurtherFields(props: Props) {
  const field = fieldOf(props);
  const hint = props.shell.reader.t.attendance.emailHint;
  return (
    <>
      <TextField {...field('email')} optional type="email" inputmode="email" hint={hint} />
      <TextField {...field('profession')} optional maxlength={120} />
      <TextField {...field('organisation')} optional maxlength={120} />
    </>
  );
}

/** To add somebody: what a name alone leaves out is folded away. */
export function WalkInFields(props: Props) {
  const { shell, values, errors } = props;
  const text = shell.reader.t.attendance;
  const further = ['email', 'profession', 'organisation'] as const;
  return (
    <>
      <FormKey shell={shell} />
      <NameField {...props} />
      <details class="more" open={further.some((name) => values?.[name] || errors?.[name])}>
        <summary>
          {text.email}, {text.profession.toLowerCase()}, {text.organisation.toLowerCase()}
        </summary>
        <FurtherFields {...props} />
      </details>
    </>
  );
}
