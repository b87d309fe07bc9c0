/** The mail log: what is on its way, what was delivered, and what failed, with the reason and a way out. */
import { type LoggedMail, type LogState, logStates } from '../../../domain/mail/log';
import { sayDay, sayTime } from '../../../lib/dates';
import { links } from '../../../links';
import { Button } from '../../ui/button';
import { Pagination } from '../../ui/pagination';
import { type Column, Table } from '../../ui/table';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';

export type MailsProps = {
  shell: Shell;
  now: number;
  state: LogState;
  mails: LoggedMail[];
  isFirstPage: boolean;
  next: number | null;
};

export function MailsPage({ shell, now, state, mails, isFirstPage, next }: MailsProps) {
  const { t, href } = shell.reader;
  const text = t.mails;
  return (
    <OrganiserLayout shell={shell} title={text.title} here="mails">
      <h1>{text.title}</h1>
      <nav class="tabs" aria-label={text.which}>
        <ul>
          {logStates.map((one) => (
            <li>
              <a href={href(links.mails(one))} aria-current={one === state ? 'page' : undefined}>
                {text.states[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {mails.length === 0 ? (
        <p>{text.none[state]}</p>
      ) : (
        <Table
          caption={text.states[state]}
          captionUnseen
          rows={mails}
          columns={columnsOf(shell, state, now)}
        />
      )}
      <Pagination
        t={t}
        previous={isFirstPage ? null : href(links.mails(state))}
        previousLabel={t.common.firstPage}
        next={next === null ? null : href(`${links.mails(state)}&avant=${next}`)}
      />
    </OrganiserLayout>
  );
}

function columnsOf(shell: Shell, state: LogState, now: number): Column<LoggedMail>[] {
  const { t, href, locale, timeZone } = shell.reader;
  const text = t.mails;
  const kinds: Partial<Record<string, string>> = text.kinds;
  const at = (instant: number) =>
    `${sayDay(instant, locale, timeZone, now)}, ${sayTime(instant, locale, timeZone)}`;
  const always: Column<LoggedMail>[] = [
    { head: text.kind, cell: ({ kind }) => kinds[kind] ?? kind },
    { head: text.recipient, cell: ({ recipient }) => recipient },
    {
      head: text.session,
      cell: ({ code, title }) => code && <a href={href(links.organiserSession(code))}>{title}</a>,
    },
    { head: text.when, cell: ({ createdAt, sentAt }) => at(sentAt ?? createdAt) },
  ];
  if (state === 'sent') return always;
  const reason = {
    head: text.reason,
    cell: ({ lastError, attempts }: LoggedMail) => lastError && text.tried(attempts, lastError),
  };
  if (state === 'queued') return [...always, reason];
  return [
    ...always,
    reason,
    {
      head: text.resend,
      cell: ({ id, recipient }) => (
        <form method="post" action={href(links.mailResending(id))}>
          <Button kind="secondary">
            {text.resend}
            <span class="unseen"> {recipient}</span>
          </Button>
        </form>
      ),
    },
  ];
}
