/** The fields that a session may ask beside name and e-mail; the note stands at the form's end. */
import { DatalistField, TextField } from '../../ui/fields';
import type { FormProps } from './form-props';

export function AskedFields({ reader: { t }, session, values, errors, suggestions }: FormProps) {
  const { form } = t.registration;
  const { asks } = session;
  const field = (name: 'phone' | 'profession' | 'organisation' | 'town') => ({
    t,
    name,
    label: form[name],
    value: values[name],
    error: errors[name],
    optional: asks[name] === 'optional',
    maxlength: 120,
  });
  const share = session.seatsPerOrganisation;
  return (
    <>
      {asks.phone && (
        <TextField
          {...field('phone')}
          hint={form.phoneHint}
          type="tel"
          inputmode="tel"
          autocomplete="tel"
        />
      )}
      {asks.profession && (
        <DatalistField
          {...field('profession')}
          hint={form.professionHint}
          autocomplete="organization-title"
          suggestions={suggestions.professions}
        />
      )}
      {asks.organisation && (
        <DatalistField
          {...field('organisation')}
          hint={`${form.organisationHint}${share ? ` ${form.organisationShare(share)}` : ''}`}
          autocomplete="organization"
          suggestions={suggestions.organisations}
        />
      )}
      {asks.town && <TextField {...field('town')} autocomplete="address-level2" />}
    </>
  );
}
