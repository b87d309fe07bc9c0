/**
 * One person registers several named colleagues: rows that a link opens, since nothing here needs
 * JavaScript, and the question whether they come together.
 */
import { mostColleagues } from '../../../domain/registrations/inputs';
import { links } from '../../../links';
import { Optional, RadioGroup, TextField } from '../../ui/fields';
import type { FormProps } from './form-props';

/** Rows that the link opens first; the second one opens them all. */
const someRows = 3;

function Links({ reader, session, colleagueRows, invitation }: FormProps) {
  if (!session.acceptsColleagues || colleagueRows >= mostColleagues) return null;
  const { form } = reader.t.registration;
  const rows = colleagueRows ? mostColleagues : someRows;
  const page = reader.href(
    invitation
      ? `${links.invitedSession(session.code, invitation)}&collegues=${rows}`
      : `${links.session(session.code)}?collegues=${rows}`,
  );
  return (
    <p>
      <a class="button secondary" href={`${page}#inscription`}>
        {colleagueRows ? form.moreColleagues : form.withColleagues}
      </a>
    </p>
  );
}

function Rows({ reader: { t }, values, errors, session, colleagueRows }: FormProps) {
  if (!session.acceptsColleagues || !colleagueRows) return null;
  const { form } = t.registration;
  const rows = Array.from({ length: colleagueRows }, (_, i) => i + 1);
  const field = (name: string, label: string) => ({
    t,
    name,
    label,
    value: values[name],
    error: errors[name],
    optional: 'unmarked' as const,
  });
  return (
    <section aria-labelledby="colleagues-title">
      <h3 id="colleagues-title">{form.colleaguesTitle}</h3>
      <p>{form.colleaguesText}</p>
      {rows.map((row) => (
        <fieldset class="field">
          <legend>
            {form.colleague(row)}
            <Optional t={t} />
          </legend>
          <TextField {...field(`colleagueFirstName${row}`, form.firstName)} maxlength={80} />
          <TextField {...field(`colleagueLastName${row}`, form.lastName)} maxlength={80} />
          <TextField
            {...field(`colleagueEmail${row}`, form.email)}
            type="email"
            inputmode="email"
            maxlength={254}
          />
        </fieldset>
      ))}
      <RadioGroup
        t={t}
        name="together"
        label={form.together}
        value={values.together ?? 'no'}
        error={errors.together}
        options={[
          { value: 'no', label: form.togetherNo, hint: form.togetherNoHint },
          { value: 'yes', label: form.togetherYes, hint: form.togetherYesHint },
        ]}
      />
    </section>
  );
}

export const Colleagues = { Links, Rows };
