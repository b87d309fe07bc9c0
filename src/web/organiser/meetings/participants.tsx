/** Who took part in a meeting: headcounts by function, without names, and in all. */
import type { Texts } from '../../../i18n';
import { type FieldErrors, HintAndError, TextField } from '../../ui/fields';
import type { MeetingForm } from './meeting-form';

/** A line for each function and some to add; six at least. */
export function Participants({
  t,
  form,
  errors,
  professions,
}: {
  t: Texts;
  form: MeetingForm;
  errors: FieldErrors;
  professions: string[];
}) {
  const text = t.meetings;
  const rows = Math.min(60, Math.max(6, form.functions.length + 3));
  const total = {
    t,
    optional: true,
    inputmode: 'numeric',
    short: true,
    hint: text.totalHint,
  } as const;
  return (
    <>
      <h2>{text.people}</h2>
      <fieldset class={errors.functions ? 'field invalid' : 'field'}>
        <legend>{text.functions}</legend>
        <HintAndError t={t} name="functions" hint={text.functionsHint} error={errors.functions} />
        <datalist id="professions-list">
          {professions.map((name) => (
            <option value={name} />
          ))}
        </datalist>
        <div class="table-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{text.functionName}</th>
                <th scope="col">{text.present}</th>
                <th scope="col">{text.excused}</th>
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: rows }, (_, row) => (
                <FunctionRow t={t} row={row} values={form.functions[row]} />
              ))}
            </tbody>
          </table>
        </div>
      </fieldset>
      <TextField
        {...total}
        name="present"
        label={text.presentTotal}
        value={form.present}
        error={errors.present}
      />
      <TextField
        {...total}
        name="excused"
        label={text.excusedTotal}
        value={form.excused}
        error={errors.excused}
      />
    </>
  );
}

function FunctionRow({
  t,
  row,
  values,
}: {
  t: Texts;
  row: number;
  values: MeetingForm['functions'][number] | undefined;
}) {
  const text = t.meetings;
  const count = { inputmode: 'numeric', autocomplete: 'off', class: 'count' } as const;
  return (
    <tr>
      <td>
        <input
          id={row ? undefined : 'functions'}
          name="functionName"
          list="professions-list"
          maxlength={200}
          autocomplete="off"
          aria-label={text.nameOf(row + 1)}
          value={values?.name ?? ''}
        />
      </td>
      <td>
        <input
          {...count}
          name="functionPresent"
          aria-label={text.presentOf(row + 1)}
          value={values?.present ?? ''}
        />
      </td>
      <td>
        <input
          {...count}
          name="functionExcused"
          aria-label={text.excusedOf(row + 1)}
          value={values?.excused ?? ''}
        />
      </td>
    </tr>
  );
}
