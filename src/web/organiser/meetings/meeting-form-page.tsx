/** Recording and editing a meeting: when, what for, and who took part, by function and without names. */
import type { ActionChoice } from '../../../domain/catalogue/find-action';
import { meetingKinds } from '../../../domain/meetings/schema';
import type { Texts } from '../../../i18n';
import { links } from '../../../links';
import { Button } from '../../ui/button';
import { CheckboxField, type FieldErrors, SelectField, TextField } from '../../ui/fields';
import type { Shell } from '../context';
import { FormPage } from '../form-page';
import type { MeetingForm } from './meeting-form';
import { Participants } from './participants';

export type MeetingFormProps = {
  shell: Shell;
  /** Null while the meeting is not recorded. */
  id: number | null;
  form: MeetingForm;
  choices: ActionChoice[];
  /** Actions of other organisations that the meeting serves: they stay. */
  others: ActionChoice[];
  /** It can only be taken off one's own actions. */
  staysWithOthers: boolean;
  professions: string[];
  errors?: FieldErrors;
};

type Part = { t: Texts; form: MeetingForm; errors: FieldErrors };

export function MeetingFormPage(props: MeetingFormProps) {
  const { shell, id, form, choices, others, staysWithOthers, professions } = props;
  const { t } = shell.reader;
  const text = t.meetings;
  const part = { t, form, errors: props.errors ?? {} };
  return (
    <FormPage
      shell={shell}
      here="meetings"
      title={id === null ? text.newTitle : text.editTitle}
      target={id === null ? links.meetings() : links.meeting(id)}
      back={links.meetings()}
      version={form.version}
      save={text.save}
      errors={props.errors}
      below={id !== null && <Removal {...{ shell, id, form, staysWithOthers }} />}
    >
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
    </FormPage>
  );
}

function Removal({
  shell,
  id,
  form,
  staysWithOthers,
}: {
  shell: Shell;
  id: number;
  form: MeetingForm;
  staysWithOthers: boolean;
}) {
  const { t, href } = shell.reader;
  const text = t.meetings;
  return (
    <form method="post" action={href(links.meetingRemoval(id))}>
      <h2>{staysWithOthers ? text.detachTitle : text.removeTitle}</h2>
      <p>{staysWithOthers ? text.detachText : text.removeText(form.actionIds.length)}</p>
      <input type="hidden" name="version" value={String(form.version)} />
      <Button kind="warning">{staysWithOthers ? text.detach : text.remove}</Button>
    </form>
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
