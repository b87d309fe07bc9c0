/** Noting and editing a publication handed out. */
import type { ActionChoice } from '../../../domain/catalogue/find-action';
import { links } from '../../../links';
import { type FieldErrors, TextArea, TextField } from '../../ui/fields';
import type { Shell } from '../context';
import { FormPage } from '../form-page';
import type { HandoutForm } from './forms';
import { ActionField, Removal } from './frame';

export type HandoutFormProps = {
  shell: Shell;
  /** Null while it is not recorded. */
  id: number | null;
  form: HandoutForm;
  choices: ActionChoice[];
  errors?: FieldErrors;
};

export function HandoutFormPage(props: HandoutFormProps) {
  const { shell, id, form } = props;
  const text = shell.reader.t.handouts.handout;
  return (
    <FormPage
      shell={shell}
      here="handouts"
      title={id === null ? text.add : text.edit}
      target={id === null ? links.handouts() : links.handout(id)}
      back={links.handouts()}
      version={form.version}
      save={text.save}
      errors={props.errors}
      below={
        id !== null && (
          <Removal reader={shell.reader} action={links.handoutRemoval(id)} version={form.version} />
        )
      }
    >
      <Fields {...props} />
    </FormPage>
  );
}

function Fields({ shell, form, choices, errors = {} }: HandoutFormProps) {
  const { t } = shell.reader;
  const text = t.handouts;
  const field = (name: 'title' | 'count' | 'givenOn' | 'session' | 'note') => ({
    t,
    name,
    value: form[name],
    error: errors[name],
  });
  const line = { autocomplete: 'off' } as const;
  return (
    <>
      <TextField
        {...field('title')}
        {...line}
        maxlength={200}
        label={text.handout.title}
        hint={text.handout.titleHint}
      />
      <TextField
        {...field('count')}
        {...line}
        inputmode="numeric"
        short
        label={text.handout.count}
      />
      <TextField {...field('givenOn')} type="date" label={text.handout.givenOn} />
      <TextField
        {...field('session')}
        {...line}
        optional
        maxlength={40}
        label={text.handout.sessionCode}
        hint={text.handout.sessionHint}
      />
      <ActionField
        reader={shell.reader}
        choices={choices}
        value={form.actionId}
        hint={text.handout.actionHint}
        error={errors.actionId}
      />
      <TextArea
        {...field('note')}
        optional
        rows={3}
        maxlength={1000}
        label={text.note}
        hint={text.noteHint}
      />
    </>
  );
}
