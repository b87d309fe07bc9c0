/** The list of mails, newest first. */
import type { MailboxPage as Page } from '../../domain/mail/mailbox';
import { sayDay, sayTime } from '../../lib/dates';
import { links } from '../../links';
import type { Reader } from '../context';
import { Layout } from '../ui/layout';
import { Pagination } from '../ui/pagination';
import { Table } from '../ui/table';

export function MailboxPage({ reader, page }: { reader: Reader; page: Page }) {
  const { t, href, locale, timeZone } = reader;
  const texts = t.mail.mailbox;
  return (
    <Layout reader={reader} head={{ title: texts.title }}>
      <h1>{texts.title}</h1>
      <p>{texts.intro}</p>
      {page.mails.length === 0 ? (
        <p>{texts.empty}</p>
      ) : (
        <Table
          caption={texts.title}
          captionUnseen
          rows={page.mails}
          columns={[
            {
              head: texts.subject,
              cell: (mail) => <a href={href(links.mailboxMail(mail.id))}>{mail.subject}</a>,
            },
            { head: texts.to, cell: (mail) => mail.recipient },
            {
              head: texts.received,
              cell: ({ receivedAt }) =>
                `${sayDay(receivedAt, locale, timeZone)}, ${sayTime(receivedAt, locale, timeZone)}`,
            },
          ]}
        />
      )}
      <Pagination
        t={t}
        next={page.before === null ? null : href(`${links.mailbox()}?avant=${page.before}`)}
      />
    </Layout>
  );
}
