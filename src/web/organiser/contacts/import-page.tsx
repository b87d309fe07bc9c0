/** Contacts from a file: what it holds is shown first, and recorded when it is confirmed. */
import type { FaultyLine, PreviewedPartner } from '../../../domain/invitations/import-contacts';
import { links } from '../../../links';
import { Button } from '../../ui/button';
import { ErrorSummary, type FieldErrors, TextArea, TextField } from '../../ui/fields';
import { FileField } from '../../ui/file-field';
import { Table } from '../../ui/table';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';

export type ImportForm = { text: string; tags: string; consentSource: string };
export const blankImport: ImportForm = { text: '', tags: '', consentSource: '' };

export type ImportProps = {
  shell: Shell;
  form: ImportForm;
  preview?: { partners: PreviewedPartner[]; faulty: FaultyLine[] } | undefined;
  errors?: FieldErrors | undefined;
};
type Preview = NonNullable<ImportProps['preview']>;

/** Lines that the page shows of each kind; the counts are of all. */
const mostShown = 100;

export function ImportPage({ shell, form, preview, errors }: ImportProps) {
  const { t, href } = shell.reader;
  const text = t.contacts.importing;
  return (
    <OrganiserLayout shell={shell} title={text.title} here="contacts" hasErrors={!!errors}>
      <ErrorSummary t={t} errors={errors} />
      <p>
        <a href={href(links.contacts())}>{text.back}</a>
      </p>
      <h1>{text.title}</h1>
      {preview ? <Previewed {...{ shell, form, preview }} /> : <p class="lede">{text.intro}</p>}
      {preview && <h2>{text.change}</h2>}
      <Fields {...{ shell, form, errors, preview }} />
    </OrganiserLayout>
  );
}

function Fields({ shell, form, preview, errors }: ImportProps) {
  const { t, href } = shell.reader;
  const { importing: text, list } = t.contacts;
  return (
    <form
      method="post"
      action={href(links.contactsImport())}
      enctype="multipart/form-data"
      class="narrow"
      novalidate
    >
      <FileField
        t={t}
        name="file"
        label={text.file}
        hint={text.fileHint}
        accept=".csv,.txt,text/csv,text/plain"
        optional="unmarked"
      />
      <TextArea
        t={t}
        name="text"
        label={text.text}
        hint={text.textHint}
        value={form.text}
        error={errors?.text}
        rows={8}
        optional
      />
      <TextField
        t={t}
        name="tags"
        label={text.tags}
        hint={list.tagsHint}
        value={form.tags}
        error={errors?.tags}
        optional
        autocomplete="off"
      />
      <TextField
        t={t}
        name="consentSource"
        label={list.consent}
        hint={list.consentHint}
        value={form.consentSource}
        error={errors?.consentSource}
        maxlength={200}
        autocomplete="off"
      />
      <Button kind={preview ? 'secondary' : 'primary'}>{text.preview}</Button>
    </form>
  );
}

function Previewed({ shell, form, preview }: { shell: Shell; form: ImportForm; preview: Preview }) {
  const { t, href } = shell.reader;
  const text = t.contacts.importing;
  const { partners, faulty } = preview;
  const count = (standing: PreviewedPartner['standing']) =>
    partners.filter((partner) => partner.standing === standing).length;
  const useful = count('new') + count('known');
  return (
    <>
      <h2>{text.previewTitle}</h2>
      <p role="status">
        <strong>
          {text.counts(count('new'), count('known'), count('unsubscribed'), faulty.length)}
        </strong>
      </p>
      {useful > 0 && (
        <form method="post" action={href(links.contactsImport())} enctype="multipart/form-data">
          <input type="hidden" name="step" value="confirm" />
          <input type="hidden" name="text" value={form.text} />
          <input type="hidden" name="tags" value={form.tags} />
          <input type="hidden" name="consentSource" value={form.consentSource} />
          <Button>{text.confirm(useful)}</Button>
        </form>
      )}
      <Lines shell={shell} preview={preview} />
    </>
  );
}

function Lines({ shell, preview: { partners, faulty } }: { shell: Shell; preview: Preview }) {
  const { importing: text, list } = shell.reader.t.contacts;
  return (
    <>
      {faulty.length > 0 && (
        <Table
          caption={text.faultyTitle}
          rows={faulty.slice(0, mostShown)}
          columns={[
            { head: text.line, cell: ({ line }) => line },
            { head: text.reason, cell: ({ reason }) => text.reasons[reason] },
            { head: text.faultyText, cell: (row) => row.text },
          ]}
        />
      )}
      {partners.length > 0 && (
        <Table
          caption={text.previewTitle}
          rows={partners.slice(0, mostShown)}
          columns={[
            { head: text.line, cell: ({ line }) => line },
            { head: list.email, cell: ({ email }) => email },
            { head: text.standing, cell: ({ standing }) => text.standings[standing] },
            { head: list.name, cell: ({ name }) => name },
            { head: list.organisation, cell: ({ organisation }) => organisation },
            { head: list.tags, cell: ({ tags }) => tags.join(', ') },
          ]}
        />
      )}
      {Math.max(partners.length, faulty.length) > mostShown && <p>{text.shown(mostShown)}</p>}
    </>
  );
}
