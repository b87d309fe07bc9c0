/** Noting and editing a publication handed out. */
import type { ActionChoice } from '../../../domain/catalogue/find-action';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors, TextArea, TextField } from '../../ui/fields';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';
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
  const { reader } = shell;
  const { t, href } = reader;
  const text = t.handouts;
  const title = id === null ? text.handout.add : text.handout.edit;
  return (
    <OrganiserLayout
      shell={shell}
      title={title}
      here="handouts"
      hasErrors={props.errors !== undefined}
    >
      <div class="narrow">
        <ErrorSummary t={t} errors={props.errors} />
        <h1>{title}</h1>
        <form
          method="post"
          action={href(id === null ? links.handouts() : links.handout(id))}
          novalidate
        >
          <input type="hidden" name="version" value={String(form.version)} />
          <Fields {...props} />
          <Buttons>
            <Button>{text.handout.save}</Button>
            <ButtonLink kind="link" href={href(links.handouts())}>
              {t.actions.cancel}
            </ButtonLink>
          </Buttons>
        </form>
        {id !== null && (
          <Removal reader={reader} action={links.handoutRemoval(id)} version={form.version} />
        )}
      </div>
    </OrganiserLayout>
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
