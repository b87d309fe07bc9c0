/** Who speaks, and what people want to know before they come. */
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/fields';
import type { Part } from './part';
import { practicalTexts, statements } from './session-form';

export function Speakers({ shell, form, errors, target }: Part & { target: string }) {
  const { t } = shell.reader;
  const text = t.sessions;
  const rows = form.speakers.length ? form.speakers : [{ name: '', role: '' }];
  return (
    <>
      <h2>{text.fields.speakers}</h2>
      <p class="hint">{text.hints.speakers}</p>
      {rows.map((row, index) => (
        <fieldset class="field row-fields">
          <legend>{text.speaker(index + 1)}</legend>
          <TextField
            t={t}
            name="speakerRole"
            id={`speakerRole-${index}`}
            optional="unmarked"
            autocomplete="off"
            label={text.speakerRole}
            value={row.role}
            error={errors[`speakerRole-${index}`]}
          />
          <TextField
            t={t}
            name="speakerName"
            id={`speakerName-${index}`}
            optional
            autocomplete="off"
            label={text.speakerName}
            value={row.name}
          />
        </fieldset>
      ))}
      <p>
        <Button
          kind="secondary"
          name="etape"
          value="intervenant"
          formnovalidate
          formaction={`${target}#speakerRole-${rows.length}`}
        >
          {text.addSpeaker}
        </Button>
      </p>
    </>
  );
}

const kinds = {
  contactPhone: { type: 'tel', inputmode: 'tel' },
  contactEmail: { type: 'email', inputmode: 'email' },
} as const;

export function Practical({ shell, form, errors }: Part) {
  const { t } = shell.reader;
  const text = t.sessions;
  const kindOf = (name: (typeof practicalTexts)[number]) =>
    name === 'contactPhone' || name === 'contactEmail' ? kinds[name] : {};
  return (
    <>
      <h2>{t.programme.practicalTitle}</h2>
      <p class="hint">{text.hints.practical}</p>
      <div class="row-fields">
        {statements.map((name) => (
          <SelectField
            t={t}
            name={name}
            optional="unmarked"
            empty={text.unsaid}
            label={text.fields[name]}
            value={form[name]}
            error={errors[name]}
            options={[
              { value: 'yes', label: t.common.yes },
              { value: 'no', label: t.common.no },
            ]}
          />
        ))}
      </div>
      {practicalTexts.map((name) => (
        <TextField
          t={t}
          name={name}
          {...kindOf(name)}
          optional
          autocomplete="off"
          label={text.fields[name]}
          value={form[name]}
          error={errors[name]}
        />
      ))}
    </>
  );
}
