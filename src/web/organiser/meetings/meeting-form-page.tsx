/** Recording and editing a meeting: when, what for, and who took part, by function and without names. */
import type { ActionChoice } from '../../../domain/catalogue/find-action';
import { meetingKinds } from '../../../domain/meetings/schema';
import type { Texts } from '../../../i18n';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import {
  CheckboxField,
  ErrorSummary,
  type FieldErrors,
  HintAndError,
  SelectField,
  TextField,
} from '../../ui/fields';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';
import type { MeetingForm } from './meeting-form';

export type MeetingFormProps = {
  shell: Shell;
  /** Null while the meeting is not recorded. */
  id: number | null;
  form: MeetingForm;
  choices: ActionChoice[];
  /** Actions of other organisations that the meeting serves: they stay. */
  others: ActionChoice[];
  professions: string[];
  errors?: FieldErrors;
};

type Part = { t: Texts; form: MeetingForm; errors: FieldErrors };

export function MeetingFormPage(props: MeetingFormProps) {
  const { shell, id, form, choices, others, professions } = props;
  const { t, href } = shell.reader;
  const text = t.meetings;
  const title = id === null ? text.newTitle : text.editTitle;
  const part = { t, form, errors: props.errors ?? {} };
  const version = <input type="hidden" name="version" value={String(form.version)} />;
  return (
    <OrganiserLayout
      shell={shell}
      title={title}
      here="meetings"
      hasErrors={props.errors !== undefined}
    >
      <div class="narrow">
        <ErrorSummary t={t} errors={props.errors} />
        <h1>{title}</h1>
        <form
          method="post"
          action={href(id === null ? links.meetings() : links.meeting(id))}
          novalidate
        >
          {version}
          <When {...part} />
          <Served {...part} choices={choices} others={others} />
          <Participants {...part} professions={professions} />
          <CheckboxField
            t={t}
            name="hasMinutes"
            optional
            label={text.hasMinutes}
            checked={form.hasMinutes !== ''}
          />
          <Buttons>
            <Button>{text.save}</Button>
            <ButtonLink kind="link" href={href(links.meetings())}>
              {t.actions.cancel}
            </ButtonLink>
          </Buttons>
        </form>
        {id !== null && (
          <form method="post" action={href(links.meetingRemoval(id))}>
            <h2>{text.removeTitle}</h2>
            <p>{text.removeText(form.actionIds.length)}</p>
            {version}
            <Button kind="warning">{text.remove}</Button>
          </form>
        )}
      </div>
    </OrganiserLayout>
  );
}

function When({ t, form, errors }: Part) {
  const text = t.meetings;
  const field = (name: 'heldOn' | 'year' | 'durationMinutes' | 'occurrences' | 'subject') => ({
    t,
    name,
    value: form[name],
    error: errors[name],
    autocomplete: 'off',
  });
  const number = { inputmode: 'numeric', short: true } as const;
  return (
    <>
      <SelectField
        t={t}
        name="kind"
        label={text.kind}
        value={form.kind}
        error={errors.kind}
        options={meetingKinds.map((value) => ({ value, label: text.kinds[value] }))}
      />
      <TextField {...field('heldOn')} type="date" optional label={text.date} hint={text.dateHint} />
      <TextField {...field('year')} {...number} optional label={text.year} hint={text.yearHint} />
      <TextField
        {...field('durationMinutes')}
        {...number}
        optional
        label={text.duration}
        hint={text.durationHint}
      />
      <TextField
        {...field('subject')}
        optional
        maxlength={300}
        label={text.subject}
        hint={text.subjectHint}
      />
      <TextField
        {...field('occurrences')}
        {...number}
        label={text.occurrences}
        hint={text.occurrencesHint}
      />
    </>
  );
}

function Served({
  t,
  form,
  choices,
  others,
}: Part & { choices: ActionChoice[]; others: ActionChoice[] }) {
  const text = t.meetings;
  const isChosen = ({ id }: ActionChoice) => form.actionIds.includes(id);
  const chosenFirst = [...choices.filter(isChosen), ...choices.filter((one) => !isChosen(one))];
  return (
    <fieldset class="field">
      <legend>{text.actions}</legend>
      <p class="hint">{text.actionsHint}</p>
      {chosenFirst.map(({ id, title }) => (
        <CheckboxField
          t={t}
          name="actionIds"
          id={`action-${id}`}
          optional
          value={id}
          label={title}
          checked={form.actionIds.includes(id)}
        />
      ))}
      {others.length > 0 && (
        <>
          <p>{text.otherActions}</p>
          <ul>
            {others.map(({ title }) => (
              <li>{title}</li>
            ))}
          </ul>
        </>
      )}
    </fieldset>
  );
}

/** A line for each function and some to add; six at least. */
function Participants({ t, form, errors, professions }: Part & { professions: string[] }) {
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
