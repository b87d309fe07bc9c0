/** The invitations to a session, and the form for a new one. */
import type { TagCount } from '../../../domain/invitations/contacts';
import type { Mailing } from '../../../domain/invitations/schema';
import { links } from '../../../links';
import { ErrorSummary, type FieldErrors } from '../../ui/fields';
import { Table } from '../../ui/table';
import { SessionFrame, type SessionPage } from '../sessions/session-frame';
import { type InvitationForm, InvitationFormFields } from './invitation-form';
import { sayMailingState, sayTags } from './say-mailing';

export type InvitationsProps = SessionPage & {
  mailings: readonly Mailing[];
  tags: readonly TagCount[];
  /** How many may be written to in all. */
  recipients: number;
  form: InvitationForm;
  errors?: FieldErrors | undefined;
};

export function InvitationsPage(props: InvitationsProps) {
  const { mailings, tags, recipients, form, errors, ...page } = props;
  const { reader } = page.shell;
  const { t, href } = reader;
  const text = t.contacts.invitations;
  const { code, state } = page.view.session;
  return (
    <SessionFrame {...page} tab="invitations" hasErrors={!!errors}>
      <ErrorSummary t={t} errors={errors} />
      <p class="lede">{text.intro}</p>
      <p>
        {recipients === 0 && `${text.noContacts} `}
        <a href={href(links.contacts())}>{text.toContacts}</a>
      </p>
      {state === 'cancelled' ? (
        <p>{text.cancelled}</p>
      ) : (
        <>
          <h2>{text.newTitle}</h2>
          <InvitationFormFields
            {...{ shell: page.shell, form, tags, errors }}
            action={links.invitations(code)}
            version={null}
          />
        </>
      )}
      <h2>{text.listTitle}</h2>
      {mailings.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Table
          stacks
          caption={text.listTitle}
          captionUnseen
          rows={mailings}
          columns={[
            {
              head: text.columns.subject,
              cell: ({ id, subject }) => <a href={href(links.invitation(code, id))}>{subject}</a>,
            },
            { head: text.columns.audience, cell: (mailing) => sayTags(mailing, reader) },
            {
              head: text.columns.state,
              cell: (mailing) => sayMailingState(mailing, reader, page.now),
            },
          ]}
        />
      )}
    </SessionFrame>
  );
}
