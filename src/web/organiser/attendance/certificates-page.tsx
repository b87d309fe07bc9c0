/** The certificates of a session: issue, send, print, take back. */

import type { CertificateWork } from '../../../domain/attendance/certificate-work';
import type { SessionView } from '../../../domain/catalogue/find-session';
import type { Signature } from '../../../domain/printing/read-signatures';
import { sayDay, sayTime } from '../../../lib/dates';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { Shell } from '../context';
import { CertificateList } from './certificate-list';
import { AttendanceFrame } from './frame';
import type { AttendanceShell } from './open-session';

export type CertificatesPageProps = {
  shell: AttendanceShell;
  view: SessionView;
  work: CertificateWork;
  /** Who signs those that are issued now. */
  signing: Signature | null;
  pdf: boolean;
  /** Why what was just tried can't be done. */
  refusal?: string;
};

/** « jeudi 12 mars 2026 à 22 h » */
export const sayMoment = (at: number, { t, locale, timeZone }: Shell['reader']) =>
  t.certificates.organiser.moment(sayDay(at, locale, timeZone), sayTime(at, locale, timeZone));

export function CertificatesPage(props: CertificatesPageProps) {
  const { shell, view, work, pdf, refusal } = props;
  const { t, href } = shell.reader;
  const text = t.certificates.organiser;
  const { code } = view.session;
  const valid = work.certificates.filter(({ revokedAt }) => revokedAt === null);
  return (
    <AttendanceFrame shell={shell} view={view} title={text.title} here="certificates">
      <p class="lede">{text.intro}</p>
      {refusal && (
        <Notice tone="danger">
          <p role="alert">{refusal}</p>
        </Notice>
      )}
      {work.goingOn && <GoingOn {...props} endsAt={work.goingOn.endsAt} />}
      {work.deserved === 0 && work.certificates.length === 0 ? (
        !work.goingOn && (
          <p>
            {text.nobody} <a href={href(links.attendance(code))}>{t.attendance.tabs.list}</a>
          </p>
        )
      ) : (
        <>
          <Correcting {...props} />
          <Issuing {...props} issued={valid.length} />
          <Mailing {...props} />
          {work.certificates.length > 0 && <CertificateList {...props} />}
          {valid.length > 0 && (
            <Buttons>
              <ButtonLink href={href(links.certificatesPrint(code))} kind="secondary">
                {text.printAll}
              </ButtonLink>
              {pdf && <AsPdf {...props} issued={valid.length} />}
            </Buttons>
          )}
        </>
      )}
    </AttendanceFrame>
  );
}

/** Sheets: each costs some 10 ms, so a file is written in two seconds. */
export const perFile = 200;

/** One file, or several where one would take too long to write. */
function AsPdf({ shell, view, issued }: CertificatesPageProps & { issued: number }) {
  const { t, href } = shell.reader;
  const text = t.certificates.organiser;
  const files = Array.from({ length: Math.ceil(issued / perFile) }, (_, n) => n + 1);
  return files.map((part) => (
    <ButtonLink
      href={href(links.certificateFile(view.session.code, `toutes-${part}.pdf`))}
      kind="secondary"
    >
      {files.length === 1
        ? text.allPdf
        : text.somePdf((part - 1) * perFile + 1, Math.min(part * perFile, issued))}
    </ButtonLink>
  ));
}

/** Nothing is attested before it is over; what ended early ends when its hours are corrected. */
function GoingOn({ shell, view, work, endsAt }: CertificatesPageProps & { endsAt: number }) {
  const { t, href } = shell.reader;
  const text = t.certificates.organiser;
  const when = sayMoment(endsAt, shell.reader);
  const hasBegun = work.goingOn && work.goingOn.startsAt <= shell.now;
  return (
    <Notice>
      <p>{work.deserved === 0 ? text.notOver(when) : text.partlyOver(when)}</p>
      {hasBegun && (
        <p>
          {text.endedEarly}{' '}
          <a href={href(links.sessionEdit(view.session.code))}>{text.correctHours}</a>
        </p>
      )}
    </Notice>
  );
}

function Correcting({ shell, view, work }: CertificatesPageProps) {
  const { t, href } = shell.reader;
  const text = t.certificates.organiser;
  if (work.toCorrect === 0) return null;
  return (
    <Notice tone="care">
      <p>{text.disagree(work.toCorrect)}</p>
      <form method="post" action={href(links.certificates(view.session.code))}>
        <input type="hidden" name="correct" value="1" />
        <Button>{text.correct(work.toCorrect)}</Button>
      </form>
    </Notice>
  );
}

function Issuing({
  shell,
  view,
  work,
  signing,
  issued,
}: CertificatesPageProps & { issued: number }) {
  const { t, href } = shell.reader;
  const text = t.certificates.organiser;
  if (work.toIssue === 0)
    return issued > 0 && work.toCorrect === 0 ? <p>{text.toIssue(0)}</p> : null;
  const all = issued + work.toIssue;
  return (
    <form method="post" action={href(links.certificates(view.session.code))}>
      {issued > 0 && (
        <p>
          <progress value={issued} max={all} aria-label={text.progress(issued, all)} />{' '}
          {text.progress(issued, all)}
        </p>
      )}
      <p>
        {signing
          ? t.signatures.signs(signing.name, signing.role, signing.organisation)
          : t.signatures.byHand}{' '}
        <a href={href(links.signatures())}>{t.signatures.toSignatures}</a>
      </p>
      <Button>
        {issued > 0 ? `${text.goOn} : ${text.toIssue(work.toIssue)}` : text.issue(work.toIssue)}
      </Button>
    </form>
  );
}

function Mailing({ shell, view, work }: CertificatesPageProps) {
  const { t, href } = shell.reader;
  const text = t.certificates.organiser;
  const { toMail, corrected, toTell } = work;
  const isLate = corrected + toTell > 0;
  const form = toMail + toTell > 0 && (
    <form method="post" action={href(links.certificatesMailing(view.session.code))}>
      {corrected > 0 && <p>{text.corrected(corrected)}</p>}
      {toTell > 0 && <p>{text.toTell(toTell)}</p>}
      {toMail > corrected && <p class="hint">{text.toMailHint(toMail - corrected)}</p>}
      <Button kind={isLate ? 'primary' : 'secondary'}>
        {toTell === 0
          ? text.toMail(toMail)
          : toMail === 0
            ? text.tell(toTell)
            : text.toMailAndTell(toMail, toTell)}
      </Button>
    </form>
  );
  return (
    <>
      {isLate ? <Notice tone="care">{form}</Notice> : form}
      {work.withoutAddress > 0 && <p>{text.noAddress(work.withoutAddress)}</p>}
    </>
  );
}
