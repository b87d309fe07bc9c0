/** What needs me, reason by reason, each with the page where it is done; nothing when nothing does. */
import type { PropsWithChildren } from 'hono/jsx';
import type { NotTaken } from '../../../domain/attendance/list-not-taken';
import type { Need, Needs } from '../../../domain/organisers/needs';
import { links } from '../../../links';
import { sayInstant } from '../../public/catalogue/say';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { Shell } from '../context';
import { Failure } from '../mails/failure';
import { momentSlugs } from '../surveys/moments';

type Props = { shell: Shell; needs: Needs; notTaken: NotTaken[]; now: number };

export function WhatNeedsMe({ shell, needs, notTaken, now }: Props) {
  const { t } = shell.reader;
  const text = t.sessions.today;
  const isQuiet = [...Object.values(needs), notTaken].every((list) => list.length === 0);
  return (
    <>
      <h2>{text.needs}</h2>
      {isQuiet && <p>{text.quiet}</p>}
      {needs.waitingMails.map((waiting) => (
        <MailsWait {...{ shell, waiting, now }} />
      ))}
      {needs.underMinimum.map((need) => (
        <GoOrNot {...{ shell, need, now }} />
      ))}
      <Reason title={text.offers} needs={needs.offers}>
        {needs.offers.map((need) => (
          <Line {...{ shell, need, now }} href={links.registrants(need.code)}>
            {text.offersCount(need.count, sayInstant(need.lapsesAt, shell.reader, now))}
          </Line>
        ))}
      </Reason>
      <Reason title={text.toCheck} needs={needs.toCheck}>
        {needs.toCheck.map((need) => (
          <Line {...{ shell, need, now }} href={links.registrants(need.code)}>
            {text.toCheckCount(need.count)}
          </Line>
        ))}
      </Reason>
      <Reason title={text.failedMails} needs={needs.failedMails}>
        {needs.failedMails.map((need) => (
          <Line
            {...{ shell, now }}
            need={{ ...need, title: need.title ?? text.aboutNoSession }}
            href={links.mails('failed', need.code ?? undefined)}
          >
            {text.failedMailsCount(need.count)}
          </Line>
        ))}
      </Reason>
      <Reason title={t.attendance.notTaken} needs={notTaken}>
        {notTaken.map((need) => (
          <Line {...{ shell, need, now }} href={links.attendance(need.code)}>
            {text.attendanceCount(need.awaited)}
          </Line>
        ))}
      </Reason>
      <Reason title={text.openSurveys} needs={needs.openSurveys}>
        {needs.openSurveys.map((need) => (
          <Line
            {...{ shell, need, now }}
            href={links.surveyPart(need.code, momentSlugs[need.moment], 'saisie')}
          >
            {text.openSurveysHint}
          </Line>
        ))}
      </Reason>
      <Reason title={text.undated} needs={needs.undated}>
        {needs.undated.map((need) => (
          <Line {...{ shell, need, now }} href={links.sessionEdit(need.code)}>
            {text.undatedCount(need.count)}
          </Line>
        ))}
      </Reason>
    </>
  );
}

function Reason({
  title,
  needs,
  children,
}: PropsWithChildren<{ title: string; needs: readonly unknown[] }>) {
  if (!needs.length) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

type LineProps = {
  shell: Shell;
  need: Pick<Need, 'title' | 'startsAt'>;
  now: number;
};

function Line({
  shell,
  need,
  now,
  href,
  children,
}: PropsWithChildren<LineProps & { href: string }>) {
  const { reader } = shell;
  return (
    <li>
      <a href={reader.href(href)}>{need.title}</a>
      {need.startsAt !== null && `, ${sayInstant(need.startsAt, reader, now)}`}
      {reader.t.programme.about}
      {children}
    </li>
  );
}

/** Nobody is told of anything meanwhile: said before all else. */
function MailsWait({
  shell,
  waiting: { count, since, lastError },
  now,
}: {
  shell: Shell;
  waiting: Needs['waitingMails'][number];
  now: number;
}) {
  const { t, href } = shell.reader;
  const text = t.sessions.today;
  return (
    <Notice tone="danger">
      <p>
        <strong>{text.mailsWait(count, sayInstant(since, shell.reader, now))}</strong>{' '}
        {text.mailsWaitHint}
      </p>
      <Failure t={t} words={lastError} />
      <form method="post" action={href(links.mailRetry())}>
        <Buttons>
          <Button kind="secondary">{t.mails.retry}</Button>
          <ButtonLink kind="link" href={href(links.mails('queued'))}>
            {text.seeMails}
          </ButtonLink>
        </Buttons>
      </form>
    </Notice>
  );
}

/** One decision: it takes place, or it is cancelled. */
function GoOrNot({ shell, need, now }: LineProps & { need: Needs['underMinimum'][number] }) {
  const { t, href } = shell.reader;
  const text = t.sessions.today;
  return (
    <Notice tone="care">
      <p>
        <a href={href(links.organiserSession(need.code))}>{need.title}</a>
        {need.startsAt !== null && `, ${sayInstant(need.startsAt, shell.reader, now)}`}
        <br />
        <strong>{text.underMinimum(need.count, need.minimum)}</strong>
      </p>
      <form method="post" action={href(links.sessionKeeping(need.code))}>
        <input type="hidden" name="version" value={String(need.version)} />
        <Buttons>
          <Button kind="secondary">
            {text.keep}
            <span class="unseen"> {need.title}</span>
          </Button>
          <ButtonLink kind="link" href={href(links.sessionCancellation(need.code))}>
            {t.sessions.cancelSession}
            <span class="unseen"> {need.title}</span>
          </ButtonLink>
        </Buttons>
      </form>
    </Notice>
  );
}
