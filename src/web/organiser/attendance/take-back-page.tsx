/** Taking a certificate back: which one, why, and who is told. */
import { numberOf } from '../../../domain/attendance/certificates';
import { type Certificate, takeBackReasons } from '../../../domain/attendance/schema';
import { isInHands } from '../../../domain/attendance/take-back';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { sayDay } from '../../../lib/dates';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors, RadioGroup, TextArea } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/table';
import type { Values } from '../form';
import { AttendanceFrame } from './frame';
import type { AttendanceShell } from './open-session';

export type TakeBackPageProps = {
  shell: AttendanceShell;
  view: SessionView;
  certificate: Certificate;
  values?: Values;
  errors?: FieldErrors;
};

export function TakeBackPage(props: TakeBackPageProps) {
  const { shell, view, certificate, values, errors } = props;
  const { t, href, locale, timeZone } = shell.reader;
  const { organiser, document, minutes: sayMinutes } = t.certificates;
  const text = organiser.takeBack;
  const { name, minutes, mailedAt } = certificate;
  const { code } = view.session;
  const told = isInHands(certificate);
  return (
    <AttendanceFrame
      {...{ shell, view }}
      title={text.title}
      here="certificates"
      hasErrors={!!errors}
    >
      <div class="narrow">
        <ErrorSummary t={t} errors={errors} />
        <Facts
          items={[
            [organiser.person, <bdi>{name}</bdi>],
            [organiser.number, numberOf(certificate)],
            [organiser.hours, minutes === null ? document.hoursUnknown : sayMinutes(minutes)],
            [
              text.mailed,
              mailedAt === null
                ? text.neverMailed
                : text.mailedOn(sayDay(mailedAt, locale, timeZone, shell.now)),
            ],
          ]}
        />
        <Notice tone="danger">
          <p>
            <strong>{sayTold(props)}</strong>
          </p>
          <p>{text.final}</p>
        </Notice>
        <Rather {...props} />
        <form
          method="post"
          action={href(links.certificateRevocation(code, certificate.code))}
          novalidate
        >
          <RadioGroup
            t={t}
            name="reason"
            label={text.reason}
            hint={told && text.reasonHint}
            options={takeBackReasons.map((value) => ({ value, label: text.reasons[value] }))}
            value={values?.reason}
            error={errors?.reason}
          />
          <TextArea
            t={t}
            name="note"
            optional
            rows={3}
            maxlength={500}
            label={text.note}
            hint={text.noteHint}
            value={values?.note}
            error={errors?.note}
          />
          <Buttons>
            <Button kind="warning">{text.confirm(told)}</Button>
            <ButtonLink kind="link" href={href(links.certificates(code))}>
              {text.keep}
            </ButtonLink>
          </Buttons>
        </form>
      </div>
    </AttendanceFrame>
  );
}

function sayTold({ shell, certificate }: TakeBackPageProps): string {
  const text = shell.reader.t.certificates.organiser.takeBack;
  const { name, email } = certificate;
  if (email === null) return text.noAddress;
  return isInHands(certificate) ? text.told(name, email) : text.notSent;
}

/** What is wrong is put right elsewhere: the certificate follows. */
function Rather({ shell, view, certificate }: TakeBackPageProps) {
  const { t, href } = shell.reader;
  const text = t.certificates.organiser.takeBack;
  const { registrationId, walkInId, attendee } = certificate;
  const details =
    registrationId !== null
      ? links.registrantDetails(registrationId)
      : walkInId !== null && links.walkIn(walkInId);
  return (
    <p>
      {text.rather}{' '}
      <a href={href(`${links.attendance(view.session.code)}#${attendee}`)}>{text.toList}</a>
      {details && (
        <>
          {' · '}
          <a href={href(details)}>{text.toDetails}</a>
        </>
      )}
    </p>
  );
}
