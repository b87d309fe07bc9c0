/** Noting and editing a loan. */
import type { ActionChoice } from '../../../domain/catalogue/find-action';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors, TextArea, TextField } from '../../ui/fields';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';
import type { LoanForm } from './forms';
import { ActionField, Removal } from './frame';

export type LoanFormProps = {
  shell: Shell;
  /** Null while it is not recorded. */
  id: number | null;
  form: LoanForm;
  choices: ActionChoice[];
  errors?: FieldErrors;
};

export function LoanFormPage(props: LoanFormProps) {
  const { shell, id, form } = props;
  const { reader } = shell;
  const { t, href } = reader;
  const text = t.handouts;
  const title = id === null ? text.loan.add : text.loan.edit;
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
        <form method="post" action={href(id === null ? links.loans() : links.loan(id))} novalidate>
          <input type="hidden" name="version" value={String(form.version)} />
          <Fields {...props} />
          <Buttons>
            <Button>{text.loan.save}</Button>
            <ButtonLink kind="link" href={href(links.loans())}>
              {t.actions.cancel}
            </ButtonLink>
          </Buttons>
        </form>
        {id !== null && (
          <Removal reader={reader} action={links.loanRemoval(id)} version={form.version} />
        )}
      </div>
    </OrganiserLayout>
  );
}

function Fields({ shell, form, choices, errors = {} }: LoanFormProps) {
  const { t } = shell.reader;
  const text = t.handouts;
  const field = (name: Exclude<keyof LoanForm, 'version' | 'actionId'>) => ({
    t,
    name,
    value: form[name],
    error: errors[name],
  });
  const line = { autocomplete: 'off', maxlength: 200 } as const;
  return (
    <>
      <TextField {...field('item')} {...line} label={text.loan.item} hint={text.loan.itemHint} />
      <TextField
        {...field('borrowerOrganisation')}
        {...line}
        optional
        label={text.loan.borrowerOrganisation}
        hint={text.loan.borrowerOrganisationHint}
      />
      <TextField
        {...field('borrowerPerson')}
        {...line}
        optional
        label={text.loan.borrowerPerson}
        hint={text.loan.borrowerPersonHint}
      />
      <TextField {...field('lentOn')} type="date" label={text.loan.lentOn} />
      <TextField {...field('dueOn')} type="date" label={text.loan.dueOn} />
      <TextField
        {...field('returnedOn')}
        type="date"
        optional
        label={text.loan.returnedOn}
        hint={text.loan.returnedHint}
      />
      <ActionField
        reader={shell.reader}
        choices={choices}
        value={form.actionId}
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
