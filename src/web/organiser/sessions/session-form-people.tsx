/** How many, for whom, what they are asked, and how people find the session and register. */
import { askableFields, visibilities } from '../../../domain/catalogue/schema';
import { CheckboxField, RadioGroup, SelectField, TextArea, TextField } from '../../ui/fields';
import type { Part } from './part';
import { boxes, counts } from './session-form';

export function Places({ shell, form, errors }: Part) {
  const { t } = shell.reader;
  const text = t.sessions;
  return (
    <>
      <h2>{text.placesTitle}</h2>
      <p class="hint">{text.offersRule}</p>
      {counts.map((name) => (
        <TextField
          t={t}
          name={name}
          short
          inputmode="numeric"
          autocomplete="off"
          optional={name !== 'seatsPerRegistration'}
          label={text.fields[name]}
          hint={text.hints[name]}
          value={form[name]}
          error={errors[name]}
        />
      ))}
    </>
  );
}

export function Audience({ shell, form, errors }: Part) {
  const { t } = shell.reader;
  const text = t.sessions;
  const [colleagues, groups, checks] = boxes;
  const box = (name: (typeof boxes)[number]) => (
    <CheckboxField
      t={t}
      name={name}
      optional
      label={text.fields[name]}
      hint={text.hints[name]}
      checked={form[name] !== ''}
    />
  );
  return (
    <>
      <h2>{text.audienceTitle}</h2>
      <TextArea
        t={t}
        name="eligibility"
        optional
        rows={3}
        label={text.fields.eligibility}
        hint={text.hints.eligibility}
        value={form.eligibility}
        error={errors.eligibility}
      />
      {box(checks)}
      {box(colleagues)}
      {box(groups)}
      <fieldset class="field">
        <legend>{text.asksTitle}</legend>
        <p class="hint">{text.hints.asks}</p>
        <div class="row-fields">
          {askableFields.map((name) => (
            <SelectField
              t={t}
              name={name}
              optional="unmarked"
              label={text.fields[name]}
              value={form[name]}
              error={errors[name]}
              empty={text.asking['']}
              options={(['optional', 'required'] as const).map((value) => ({
                value,
                label: text.asking[value],
              }))}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

export function Publication({ shell, form, errors }: Part) {
  const { t } = shell.reader;
  const text = t.sessions;
  return (
    <>
      <h2>{text.openingTitle}</h2>
      {(['registrationOpensAt', 'registrationClosesAt'] as const).map((name) => (
        <TextField
          t={t}
          name={name}
          type="datetime-local"
          optional
          autocomplete="off"
          label={text.fields[name]}
          hint={text.hints[name]}
          value={form[name]}
          error={errors[name]}
        />
      ))}
      <RadioGroup
        t={t}
        name="visibility"
        label={text.fields.visibility}
        value={form.visibility}
        error={errors.visibility}
        options={visibilities.map((value) => ({
          value,
          label: text.visibilities[value],
          hint: text.visibilityHints[value],
        }))}
      />
    </>
  );
}
