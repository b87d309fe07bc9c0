/** The mail log: what is on its way, what was delivered, and what failed, with the reason and a way out. */
import type { SessionView } from '../../../domain/catalogue/find-session';
import { type LoggedMail, type LogState, logStates } from '../../../domain/mail/log';
import { sayDay, sayTime } from '../../../lib/dates';
import { links } from '../../../links';
import { sayTitle } from '../../public/catalogue/say';
import { Button, Buttons } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Pagination } from '../../ui/pagination';
import { type Column, Table } from '../../ui/table';
import { Tabs } from '../../ui/tabs';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';
import { Failure } from './failure';

export type MailsProps = {
  shell: Shell;
  now: number;
  state: LogState;
  /** Of the one session that the list is about, if it is. */
  session: SessionView | null;
  mails: LoggedMail[];
  isFirstPage: boolean;
  next: number | null;
  /** Why what was asked for was not done. */
  refusal?: string | undefined;
};

export function MailsPage(props: MailsProps) {
  const { shell, now, state, session, mails, isFirstPage, next, refusal } = props;
  const { t, href } = shell.reader;
  const text = t.mails;
  const code = session?.session.code;
  const first = links.mails(state, code);
  return (
    <OrganiserLayout shell={shell} title={text.title} here="mails">
      <h1>{text.title}</h1>
      {refusal && (
        <Notice tone="care">
          <p>{refusal}</p>
        </Notice>
      )}
      {session && (
        <p>
          {text.ofSession}{' '}
          <a href={href(links.organiserSession(session.session.code))}>{sayTitle(session)}</a>
          {' – '}
          <a href={href(links.mails(state))}>{text.ofAll}</a>
        </p>
      )}
      <Tabs
        label={text.which}
        items={logStates.map((one) => ({
          href: href(links.mails(one, code)),
          label: text.states[one],
          here: one === state,
        }))}
      />
      {state === 'queued' && mails.some(({ attempts }) => attempts > 0) && (
        <form method="post" action={href(links.mailRetry())}>
          <p>{text.retryHint}</p>
          <Button kind="secondary">{text.retry}</Button>
        </form>
      )}
      {mails.length === 0 ? (
        <p>{text.none[state]}</p>
      ) : (
        <Table
          stacks
          caption={text.states[state]}
          captionUnseen
          rows={mails}
          columns={columnsOf(shell, state, now)}
        />
      )}
      <Pagination
        t={t}
        previous={isFirstPage ? null : href(first)}
        previousLabel={t.common.firstPage}
        next={next === null ? null : href(`${first}&avant=${next}`)}
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
    {
      head: text.recipient,
      cell: ({ recipient, registrationId }) =>
        registrationId === null ? (
          recipient
        ) : (
          <a href={href(links.registrant(registrationId))}>{recipient}</a>
        ),
    },
    {
      head: text.session,
      cell: ({ code, title }) => code && <a href={href(links.organiserSession(code))}>{title}</a>,
    },
    { head: text.when, cell: ({ createdAt, sentAt }) => at(sentAt ?? createdAt) },
  ];
  if (state === 'sent') return always;
  const reason: Column<LoggedMail> = {
    head: text.reason,
    cell: ({ lastError, attempts }) =>
      lastError && <Failure {...{ t, words: lastError, attempts }} />,
  };
  if (state === 'queued') return [...always, reason];
  // What can be done first, where a phone shows it; then what it was about.
  return [
    ...always.slice(0, 2),
    { head: text.whatNow, cell: (mail) => <WhatNow {...{ shell, mail, at }} /> },
    reason,
    ...always.slice(2),
  ];
}

/** What can be done about a mail that failed: again if it is still true, and « dealt with ». */
function WhatNow({
  shell,
  mail: { id, recipient, isTrue, registrationId, settledAt },
  at,
}: {
  shell: Shell;
  mail: LoggedMail;
  at: (instant: number) => string;
}) {
  const { t, href } = shell.reader;
  const text = t.mails;
  const whose = <span class="unseen"> {recipient}</span>;
  if (settledAt !== null) return <span class="muted">{text.settledOn(at(settledAt))}</span>;
  return (
    <Buttons>
      {isTrue ? (
        <form method="post" action={href(links.mailResending(id))}>
          <Button kind="secondary">
            {text.resend}
            {whose}
          </Button>
        </form>
      ) : (
        <span>
          {text.untrue}
          {registrationId !== null && (
            <>
              {' '}
              <a href={href(links.registrant(registrationId))}>
                {text.resendStanding}
                {whose}
              </a>
            </>
          )}
        </span>
      )}
      <form method="post" action={href(links.mailSettling(id))}>
        <Button kind="link">
          {text.settle}
          {whose}
        </Button>
      </form>
    </Buttons>
  );
}
