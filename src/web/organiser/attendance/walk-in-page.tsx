/** Someone who came without a place: corrected, and taken out where they were added by mistake. */
import { numberOf } from '../../../domain/attendance/certificates';
import type { Certificate, WalkIn } from '../../../domain/attendance/schema';
import { isInHands } from '../../../domain/attendance/take-back';
import { isRemovable } from '../../../domain/attendance/walk-ins';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/table';
import type { Values } from '../form';
import { AttendanceFrame } from './frame';
import type { AttendanceShell } from './open-session';
import { FurtherFields, NameField } from './walk-in-fields';

type Props = { shell: AttendanceShell; view: SessionView; walkIn: WalkIn };

export function WalkInPage({
  values,
  errors,
  isStale = false,
  ...props
}: Props & {
  values: Values;
  errors?: FieldErrors;
  /** Somebody else corrected it meanwhile: what is stored now is shown beside what was typed. */
  isStale?: boolean;
}) {
  const { shell, view, walkIn } = props;
  const { t, href } = shell.reader;
  const text = t.attendance;
  const { id, version, name, email, profession, organisation } = walkIn;
  const fields = { shell, values, ...(errors && { errors }) };
  return (
    <AttendanceFrame
      {...{ shell, view }}
      title={text.correct.title}
      here="list"
      hasErrors={!!errors}
    >
      <div class="narrow">
        <ErrorSummary t={t} errors={errors} />
        {isStale && (
          <Notice tone="care" title={text.correct.storedNow}>
            <Facts
              items={[
                [text.name, name],
                [text.email, email],
                [text.profession, profession],
                [text.organisation, organisation],
              ]}
            />
          </Notice>
        )}
        <p>{text.correct.intro}</p>
        <form method="post" action={href(links.walkIn(id))} novalidate>
          <input type="hidden" name="version" value={String(version)} />
          <NameField {...fields} />
          <FurtherFields {...fields} />
          <Buttons>
            <Button>{text.correct.save}</Button>
            <ButtonLink kind="link" href={href(links.attendance(view.session.code))}>
              {text.correct.keep}
            </ButtonLink>
          </Buttons>
        </form>
        {isRemovable(walkIn) && (
          <p>
            <a href={href(links.walkInRemoval(id))}>{text.remove.link}</a>
          </p>
        )}
      </div>
    </AttendanceFrame>
  );
}

export function WalkInRemovalPage({
  shell,
  view,
  walkIn,
  certificate,
}: Props & { certificate: Certificate | null }) {
  const { t, href } = shell.reader;
  const { remove: text } = t.attendance;
  const { id, name } = walkIn;
  const address = certificate && isInHands(certificate) ? certificate.email : null;
  return (
    <AttendanceFrame {...{ shell, view }} title={text.title} here="list">
      <div class="narrow">
        <Notice tone="danger">
          <p>
            <strong>{text.lead(name)}</strong>
          </p>
          {certificate && (
            <p>
              {text.certificate(numberOf(certificate))}{' '}
              {address === null ? text.untold : text.told(address)}
            </p>
          )}
          <p>{text.history}</p>
        </Notice>
        <form method="post" action={href(links.walkInRemoval(id))}>
          <Buttons>
            <Button kind="warning">{text.confirm}</Button>
            <ButtonLink kind="link" href={href(links.walkIn(id))}>
              {text.keep}
            </ButtonLink>
          </Buttons>
        </form>
      </div>
    </AttendanceFrame>
  );
}
