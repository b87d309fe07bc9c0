/** What is known of a partner, as fields: of a new one, and of one that is corrected. */
import type { Texts } from '../../../i18n';
import { type FieldErrors, TextField } from '../../ui/fields';
import type { Values } from '../form';

export function ContactFields({
  t,
  values,
  errors,
}: {
  t: Texts;
  values: Values;
  errors: FieldErrors;
}) {
  const text = t.contacts.list;
  const field = (name: 'email' | 'name' | 'organisation' | 'tags' | 'consentSource') => ({
    t,
    name,
    value: values[name],
    error: errors[name],
    autocomplete: 'off',
  });
  return (
    <>
      <TextField
        {...field('email')}
        type="email"
        inputmode="email"
        label={text.email}
        hint={text.emailHint}
      />
      <TextField {...field('name')} label={text.name} optional maxlength={120} />
      <TextField {...field('organisation')} label={text.organisation} optional maxlength={160} />
      <TextField {...field('tags')} label={text.tags} hint={text.tagsHint} optional />
      <TextField
        {...field('consentSource')}
        label={text.consent}
        hint={text.consentHint}
        maxlength={200}
      />
    </>
  );
}
