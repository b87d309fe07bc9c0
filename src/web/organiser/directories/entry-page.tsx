/** One entry of a directory: corrected, or merged into another, by an administrator. */
import type { Directory } from '../../../domain/catalogue/schema';
import type { Entry } from '../../../domain/directories/list-entries';
import { mayAdminister } from '../../../domain/organisers/permissions';
import { links } from '../../../links';
import { Button, Buttons } from '../../ui/button';
import {
  DatalistField,
  ErrorSummary,
  type FieldErrors,
  TextArea,
  TextField,
} from '../../ui/fields';
import { LangField } from '../../ui/lang-field';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/table';
import type { Shell } from '../context';
import type { Values } from '../form';
import { OrganiserLayout } from '../layout';
import { sayUses } from './list-page';
import { slugs } from './slugs';

export type EntryProps = {
  shell: Shell;
  directory: Directory;
  entry: Entry;
  /** The names of the directory, as suggestions. */
  names: string[];
  values?: Values;
  errors?: FieldErrors;
};

export function EntryPage(props: EntryProps) {
  const { shell, directory, entry, errors } = props;
  const { t, href } = shell.reader;
  const text = t.directories;
  return (
    <OrganiserLayout
      shell={shell}
      title={entry.name}
      here="directories"
      hasErrors={errors !== undefined}
    >
      <div class="narrow">
        <ErrorSummary t={t} errors={errors} />
        <p>
          <a href={href(links.directory(slugs[directory]))}>{text.names[directory]}</a>
        </p>
        <h1>{entry.name}</h1>
        <Facts
          items={[
            [text.kind, entry.kind],
            [text.address, entry.address],
            [text.town, entry.town],
            [text.access, entry.access],
            [text.uses, sayUses(t, entry.uses)],
          ]}
        />
        {mayAdminister(shell.account) && (
          <>
            <EditForm {...props} />
            <MergeForm {...props} />
          </>
        )}
      </div>
    </OrganiserLayout>
  );
}

function EditForm({ shell, directory, entry, values, errors = {} }: EntryProps) {
  const { t, href } = shell.reader;
  const text = t.directories;
  const field = (name: 'name' | 'kind' | 'address' | 'town' | 'access') => ({
    t,
    name,
    label: text[name],
    value: values?.[name] ?? entry[name],
    error: errors[name],
  });
  return (
    <form method="post" action={href(links.directoryEntry(slugs[directory], entry.id))} novalidate>
      <h2>{text.edit}</h2>
      {directory === 'venues' && (
        <Notice>
          <p>{text.venueSilent}</p>
        </Notice>
      )}
      <input type="hidden" name="state" value={entry.state} />
      <TextField {...field('name')} hint={text.renameHint} maxlength={200} />
      {directory === 'organisations' && (
        <TextField {...field('kind')} hint={text.kindHint} maxlength={120} optional />
      )}
      {directory === 'venues' && (
        <>
          <TextField {...field('address')} maxlength={300} optional />
          <TextField {...field('town')} maxlength={120} optional />
          <TextArea {...field('access')} maxlength={1000} optional />
        </>
      )}
      <Buttons>
        <Button>{text.save}</Button>
      </Buttons>
    </form>
  );
}

function MergeForm({ shell, directory, entry, names, values, errors = {} }: EntryProps) {
  const { t } = shell.reader;
  const text = t.directories;
  return (
    <form method="get" action={links.directoryMerge(slugs[directory], entry.id)} novalidate>
      <LangField reader={shell.reader} />
      <h2>{text.mergeTitle}</h2>
      <p>{text.mergeIntro(entry.name)}</p>
      <DatalistField
        t={t}
        name="avec"
        label={text.mergeInto}
        value={values?.avec}
        error={errors.avec}
        suggestions={names.filter((name) => name !== entry.name)}
        maxlength={200}
      />
      <Button kind="secondary">{text.preview}</Button>
    </form>
  );
}
