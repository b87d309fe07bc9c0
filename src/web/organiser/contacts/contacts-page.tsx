/** The partners: searched, filtered, one added. */
import type { ContactQuery, ListedContact, TagCount } from '../../../domain/invitations/contacts';
import { mayManage } from '../../../domain/organisers/permissions';
import { links } from '../../../links';
import { Button, ButtonLink } from '../../ui/button';
import { ErrorSummary, type FieldErrors, SelectField, TextField } from '../../ui/fields';
import { LangField } from '../../ui/lang-field';
import { Badge } from '../../ui/notice';
import { Pagination } from '../../ui/pagination';
import { type Column, Table } from '../../ui/table';
import type { Shell } from '../context';
import type { Values } from '../form';
import { FormKey } from '../form-key';
import { OrganiserLayout } from '../layout';
import { ContactFields } from './contact-fields';

export type ContactsProps = {
  shell: Shell;
  query: ContactQuery;
  contacts: ListedContact[];
  next: number | null;
  tags: TagCount[];
  values?: Values | undefined;
  errors?: FieldErrors | undefined;
};

export function ContactsPage(props: ContactsProps) {
  const { shell, query, contacts, next, errors } = props;
  const { t, href } = shell.reader;
  const text = t.contacts.list;
  const to = (after: number) =>
    href(
      `${links.contacts()}?${new URLSearchParams({ q: query.search, etiquette: query.tag, apres: String(after) })}`,
    );
  return (
    <OrganiserLayout shell={shell} title={text.title} here="contacts" hasErrors={!!errors}>
      <ErrorSummary t={t} errors={errors} />
      <h1>{text.title}</h1>
      <p class="lede">{text.intro}</p>
      <p>
        <ButtonLink href={href(links.contactsImport())}>{text.toImport}</ButtonLink>
      </p>
      <Filters {...props} />
      {contacts.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Table caption={text.title} captionUnseen rows={contacts} columns={columnsOf(shell)} />
      )}
      <Pagination
        t={t}
        previous={query.after ? to(0) : null}
        previousLabel={t.common.firstPage}
        next={next === null ? null : to(next)}
      />
      <h2>{text.addTitle}</h2>
      <AddForm {...props} />
    </OrganiserLayout>
  );
}

function columnsOf({ reader, account }: Shell): Column<ListedContact>[] {
  const { t, href } = reader;
  const text = t.contacts.list;
  return [
    {
      head: text.email,
      cell: ({ id, email, organisationId, unsubscribed }) => (
        <>
          {mayManage(account, organisationId === null ? [] : [organisationId]) ? (
            <a href={href(links.contact(id))}>{email}</a>
          ) : (
            email
          )}{' '}
          {unsubscribed && <Badge tone="care">{text.unsubscribed}</Badge>}
        </>
      ),
    },
    { head: text.name, cell: ({ name }) => name },
    { head: text.organisation, cell: ({ organisation }) => organisation },
    { head: text.tags, cell: ({ tags }) => tags.join(', ') },
    { head: text.consent, cell: ({ consentSource }) => consentSource },
  ];
}

function Filters({ shell, query, tags }: ContactsProps) {
  const { t } = shell.reader;
  const text = t.contacts.list;
  return (
    <form method="get" action={links.contacts()} class="narrow">
      <LangField reader={shell.reader} />
      <TextField
        t={t}
        name="q"
        type="search"
        label={text.search}
        hint={text.searchHint}
        optional="unmarked"
        value={query.search}
      />
      <SelectField
        t={t}
        name="etiquette"
        label={text.tag}
        optional="unmarked"
        empty={text.anyTag}
        value={query.tag}
        options={tags.map(({ tag, n }) => ({ value: tag, label: `${tag} (${n})` }))}
      />
      <Button kind="secondary">{text.apply}</Button>
    </form>
  );
}

function AddForm({ shell, values = {}, errors = {} }: ContactsProps) {
  const { t, href } = shell.reader;
  return (
    <form method="post" action={href(links.contacts())} class="narrow" novalidate>
      <FormKey shell={shell} />
      <ContactFields {...{ t, values, errors }} />
      <Button>{t.contacts.list.add}</Button>
    </form>
  );
}
