/** The list of mails, newest first. */
import type { MailboxPage as Page } from '../../domain/mail/mailbox';
import { sayDay, sayTime } from '../../lib/dates';
import { links } from '../../links';
import type { Reader } from '../context';
import { Layout } from '../ui/layout';
import { Pagination } from '../ui/pagination';

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
        <ul>
          {page.mails.map(({ id, subject, recipient, receivedAt }) => (
            <li>
              <a href={href(links.mailboxMail(id))}>{subject}</a>
              <p>
                {`${recipient}, ${sayDay(receivedAt, locale, timeZone)}, ${sayTime(receivedAt, locale, timeZone)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        t={t}
        next={page.before === null ? null : href(`${links.mailbox()}?avant=${page.before}`)}
      />
    </Layout>
  );
}
