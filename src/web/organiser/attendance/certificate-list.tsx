/** The certificates of a session one by one: what each is, what became of it, and what can be done with it. */
import { type CertificateWork, keyOf } from '../../../domain/attendance/certificate-work';
import { numberOf } from '../../../domain/attendance/certificates';
import type { Certificate } from '../../../domain/attendance/schema';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { links } from '../../../links';
import { Button } from '../../ui/button';
import { Badge } from '../../ui/notice';
import { Table } from '../../ui/table';
import type { Shell } from '../context';
import type { AttendanceShell } from './open-session';

type Props = { shell: AttendanceShell; view: SessionView; work: CertificateWork; pdf: boolean };

export function CertificateList({ shell, view, work, pdf }: Props) {
  const { t, href } = shell.reader;
  const text = t.certificates.organiser;
  const { document, minutes, own } = t.certificates;
  return (
    <Table
      caption={text.title}
      captionUnseen
      rows={work.certificates}
      columns={[
        { head: text.person, cell: ({ name }) => <bdi>{name}</bdi> },
        {
          head: own.document,
          // All of it in one column: more of them would leave a phone.
          cell: (each) => (
            <>
              <a class="reference" href={href(links.certificateVerification(each.code))}>
                {numberOf(each)}
              </a>{' '}
              <span class="reference">
                {each.minutes === null ? document.hoursUnknown : minutes(each.minutes)}
              </span>{' '}
              <State {...{ text, certificate: each }} />
              <Deeds {...{ shell, view, work, pdf }} certificate={each} />
            </>
          ),
        },
      ]}
    />
  );
}

function Deeds({
  shell,
  view,
  work,
  pdf,
  certificate: each,
}: Props & { certificate: Certificate }) {
  const { t, href } = shell.reader;
  const { own, organiser: text } = t.certificates;
  const { code } = view.session;
  const of = <span class="unseen"> {text.ofNamed(each.name)}</span>;
  return (
    <div class="deeds">
      {pdf && (
        <a href={href(links.certificateFile(code, `${each.code}.pdf`))}>
          {own.pdf}
          {of}
        </a>
      )}{' '}
      <a href={href(links.certificateFile(code, each.code))}>
        {own.print}
        {of}
      </a>{' '}
      {each.revokedAt === null && (
        <a href={href(links.certificateRevocation(code, each.code))}>
          {text.revoke}
          {of}
        </a>
      )}
      {work.again.has(each.id) && (
        <form method="post" action={href(links.certificates(code))}>
          <input type="hidden" name="again" value={keyOf(each)} />
          <Button kind="link">
            {text.again}
            {of}
          </Button>
        </form>
      )}
    </div>
  );
}

function State({
  text,
  certificate: { revokedBecause, revokedFor, revocationNote, mailedAt, email },
}: {
  text: Shell['reader']['t']['certificates']['organiser'];
  certificate: Certificate;
}) {
  if (revokedBecause !== null)
    return (
      <>
        <Badge tone="danger">{text.revoked}</Badge>
        <div class="muted">
          {revokedFor ? text.takeBack.reasons[revokedFor] : text.because[revokedBecause]}
          {revocationNote && ` – ${revocationNote}`}
        </div>
      </>
    );
  if (mailedAt !== null) return <Badge tone="success">{text.mailed}</Badge>;
  return <Badge>{email === null ? text.byHand : text.notMailed}</Badge>;
}
