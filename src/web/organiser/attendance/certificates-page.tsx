/** The certificates of a session: issue, send, print, take back. */

import { type CertificateWork, keyOf } from '../../../domain/attendance/certificate-work';
import { numberOf } from '../../../domain/attendance/certificates';
import type { Certificate } from '../../../domain/attendance/schema';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { Badge } from '../../ui/notice';
import { Table } from '../../ui/table';
import type { Shell } from '../context';
import { AttendanceFrame } from './frame';
import type { AttendanceShell } from './open-session';

export type CertificatesPageProps = {
  shell: AttendanceShell;
  view: SessionView;
  work: CertificateWork;
  pdf: boolean;
};

export function CertificatesPage(props: CertificatesPageProps) {
  const { shell, view, work } = props;
  const { t, href } = shell.reader;
  const text = t.certificates.organiser;
  const { code } = view.session;
  const valid = work.certificates.filter(({ revokedAt }) => revokedAt === null);
  return (
    <AttendanceFrame shell={shell} view={view} title={text.title} here="certificates">
      <p class="lede">{text.intro}</p>
      {work.deserved === 0 && work.certificates.length === 0 ? (
        <p>
          {text.nobody} <a href={href(links.attendance(code))}>{t.attendance.tabs.list}</a>
        </p>
      ) : (
        <>
          <Issuing {...props} issued={valid.length} />
          <Mailing {...props} />
          {work.certificates.length > 0 && <List {...props} />}
          {valid.length > 0 && (
            <Buttons>
              <ButtonLink href={href(links.certificatesPrint(code))} kind="secondary">
                {text.printAll}
              </ButtonLink>
            </Buttons>
          )}
        </>
      )}
    </AttendanceFrame>
  );
}

function Issuing({ shell, view, work, issued }: CertificatesPageProps & { issued: number }) {
  const { t, href } = shell.reader;
  const text = t.certificates.organiser;
  if (work.toIssue === 0) return <p>{text.toIssue(0)}</p>;
  const all = issued + work.toIssue;
  return (
    <form method="post" action={href(links.certificates(view.session.code))}>
      {issued > 0 && (
        <p>
          <progress value={issued} max={all} aria-label={text.progress(issued, all)} />{' '}
          {text.progress(issued, all)}
        </p>
      )}
      <Button>
        {issued > 0 ? `${text.goOn} : ${text.toIssue(work.toIssue)}` : text.issue(work.toIssue)}
      </Button>
    </form>
  );
}

function Mailing({ shell, view, work }: CertificatesPageProps) {
  const { t, href } = shell.reader;
  const text = t.certificates.organiser;
  return (
    <>
      {work.toMail > 0 && (
        <form method="post" action={href(links.certificatesMailing(view.session.code))}>
          <p class="hint">{text.toMailHint(work.toMail)}</p>
          <Button kind="secondary">{text.toMail(work.toMail)}</Button>
        </form>
      )}
      {work.withoutAddress > 0 && <p>{text.noAddress(work.withoutAddress)}</p>}
    </>
  );
}

function List({ shell, view, work, pdf }: CertificatesPageProps) {
  const { t, href } = shell.reader;
  const text = t.certificates.organiser;
  const { document, minutes, own } = t.certificates;
  const { code } = view.session;
  const held = new Set(work.certificates.filter(({ revokedAt }) => revokedAt === null).map(keyOf));
  return (
    <Table
      caption={text.title}
      captionUnseen
      rows={work.certificates}
      columns={[
        { head: text.person, cell: ({ name }) => name },
        {
          head: text.number,
          cell: (each) => (
            <a href={href(links.certificateVerification(each.code))}>{numberOf(each)}</a>
          ),
        },
        {
          head: text.hours,
          cell: (each) => (each.minutes === null ? document.hoursUnknown : minutes(each.minutes)),
        },
        { head: text.state, cell: (each) => <State {...{ text, certificate: each }} /> },
        {
          head: text.actions,
          cell: (each) => (
            <>
              {pdf && <a href={href(links.certificateFile(code, `${each.code}.pdf`))}>{own.pdf}</a>}
              {pdf && ' · '}
              <a href={href(links.certificateFile(code, each.code))}>{own.print}</a>
              {each.revokedAt === null ? (
                <form method="post" action={href(links.certificateRevocation(code, each.code))}>
                  <Button kind="link">
                    {text.revoke}
                    <span class="unseen"> : {text.revokeNamed(each.name)}</span>
                  </Button>
                </form>
              ) : (
                each.revokedBecause === 'organiser' &&
                !held.has(keyOf(each)) && (
                  <form method="post" action={href(links.certificates(code))}>
                    <input type="hidden" name="again" value={keyOf(each)} />
                    <Button kind="link">
                      {text.again}
                      <span class="unseen"> : {text.againNamed(each.name)}</span>
                    </Button>
                  </form>
                )
              )}
            </>
          ),
        },
      ]}
    />
  );
}

function State({
  text,
  certificate: { revokedAt, mailedAt, email },
}: {
  text: Shell['reader']['t']['certificates']['organiser'];
  certificate: Certificate;
}) {
  if (revokedAt !== null) return <Badge tone="danger">{text.revoked}</Badge>;
  if (mailedAt !== null) return <Badge tone="success">{text.mailed}</Badge>;
  return <Badge>{email === null ? text.byHand : text.notMailed}</Badge>;
}
