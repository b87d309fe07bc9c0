/** Creating and editing an action: who carries it, what the public reads, and the planned part. */
import { actionTypes, audiences } from '../../../domain/catalogue/schema';
import type { Texts } from '../../../i18n';
import { links } from '../../../links';
import {
  DatalistField,
  type FieldErrors,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/table';
import type { Shell } from '../context';
import { FormPage } from '../form-page';
import { type ActionForm, differing } from './action-form';

const plan = ['context', 'objectives', 'coordination', 'communication', 'evaluation'] as const;

export type ActionFormProps = {
  shell: Shell;
  /** Null while the action does not exist. */
  id: number | null;
  form: ActionForm;
  organisations: string[];
  errors?: FieldErrors;
  /** What someone else saved while this form was open. */
  meanwhile?: ActionForm;
};

export function ActionFormPage({
  shell,
  id,
  form,
  organisations,
  errors,
  meanwhile,
}: ActionFormProps) {
  const { t } = shell.reader;
  const text = t.actions;
  const target = id === null ? links.actions() : links.action(id);
  return (
    <FormPage
      shell={shell}
      here="actions"
      title={id === null ? text.newTitle : text.editTitle}
      target={target}
      back={target}
      version={(meanwhile ?? form).version}
      seen={(meanwhile ?? form).seen}
      save={text.save}
      errors={errors}
      above={meanwhile && <Meanwhile t={t} form={form} stored={meanwhile} />}
    >
      <Identity t={t} form={form} errors={errors ?? {}} />
      <Carriers t={t} form={form} error={errors?.carriers} organisations={organisations} />
      <h2>{text.planned}</h2>
      {plan.map((name) => (
        <TextArea
          t={t}
          name={name}
          optional
          rows={5}
          label={text[name]}
          hint={text.hints[name]}
          value={form[name]}
          error={errors?.[name]}
        />
      ))}
    </FormPage>
  );
}

type Part = { t: Texts; form: ActionForm };

function Identity({ t, form, errors }: Part & { errors: FieldErrors }) {
  const text = t.actions;
  const field = (name: 'title' | 'target' | 'topics' | 'networks') => ({
    t,
    name,
    value: form[name],
    error: errors[name],
  });
  return (
    <>
      <h2>{text.identity}</h2>
      <TextField {...field('title')} label={text.name} maxlength={300} autocomplete="off" />
      <SelectField
        t={t}
        name="type"
        label={text.type}
        empty=""
        value={form.type}
        error={errors.type}
        options={actionTypes.map((value) => ({ value, label: t.programme.types[value] }))}
      />
      <RadioGroup
        t={t}
        name="audience"
        label={text.audience}
        value={form.audience}
        error={errors.audience}
        options={audiences.map((value) => ({ value, label: t.programme.audiences[value] }))}
      />
      <TextArea
        {...field('target')}
        optional
        rows={2}
        label={text.target}
        hint={text.hints.target}
      />
      <TextArea
        t={t}
        name="summary"
        optional
        rows={5}
        label={text.summary}
        hint={text.hints.summary}
        value={form.summary}
        error={errors.summary}
      />
      <TextField {...field('topics')} optional label={text.topics} hint={text.hints.list} />
      <TextField {...field('networks')} optional label={text.networks} hint={text.hints.list} />
    </>
  );
}

/** A row for each carrier and one more to add; three at least. */
function Carriers({
  t,
  form,
  error,
  organisations,
}: Part & { error: string | undefined; organisations: string[] }) {
  const text = t.actions;
  const rows = Math.min(20, Math.max(3, form.carriers.length + 1));
  const row = (index: number) => ({
    t,
    name: 'carriers',
    label: text.carrier(index + 1),
    value: form.carriers[index],
  });
  return (
    <fieldset class={error ? 'field invalid' : 'field'}>
      <legend>{text.who}</legend>
      <p class="hint">{text.hints.carrier}</p>
      {error && <p class="error-message">{error}</p>}
      <DatalistField {...row(0)} suggestions={organisations} autocomplete="off" maxlength={200} />
      {Array.from({ length: rows - 1 }, (_, index) => (
        <TextField
          {...row(index + 1)}
          id={`carriers-${index + 1}`}
          optional
          list="carriers-list"
          autocomplete="off"
          maxlength={200}
        />
      ))}
    </fieldset>
  );
}

/** What the other person saved, field by field, so that nothing is lost on either side. */
function Meanwhile({ t, form, stored }: Part & { stored: ActionForm }) {
  const label = { ...t.actions, title: t.actions.name };
  const names = differing(form, stored);
  if (!names.length) return null;
  return (
    <Notice tone="care" title={t.actions.staleTitle}>
      <Facts
        items={names.map((name) => [
          label[name],
          name === 'carriers' ? stored.carriers : say(t, name, stored[name]),
        ])}
      />
    </Notice>
  );
}

function say(t: Texts, name: string, value: string): string {
  const names: Partial<Record<string, string>> =
    name === 'type' ? t.programme.types : name === 'audience' ? t.programme.audiences : {};
  return names[value] ?? (value || '–');
}
