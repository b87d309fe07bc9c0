/** Noting and editing a loan. */
import type { ActionChoice } from '../../../domain/catalogue/find-action';
import { links } from '../../../links';
import { type FieldErrors, TextArea, TextField } from '../../ui/fields';
import type { Shell } from '../context';
import { FormPage } from '../form-page';
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
  const text = shell.reader.t.handouts.loan;
  return (
    <FormPage
      shell={shell}
      here="handouts"
      title={id === null ? text.add : text.edit}
      target={id === null ? links.loans() : links.loan(id)}
      back={links.loans()}
      version={form.version}
      save={text.save}
      errors={props.errors}
      below={
        id !== null && (
          <Removal reader={shell.reader} action={links.loanRemoval(id)} version={form.version} />
        )
      }
    >
      <Fields {...props} />
    </FormPage>
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
