/** Cancelling: who is told, for what reason, and that it is for good. */
import type { Concerned } from '../../../domain/registrations/count-concerned';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors, TextArea } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { SessionFrame, type SessionPage } from './session-frame';

export type CancellationProps = SessionPage & {
  concerned: Concerned;
  reason: string;
  errors?: FieldErrors;
};

export function CancellationPage(props: CancellationProps) {
  const { shell, view, now, concerned, reason, errors } = props;
  const { session } = view;
  const { t, href } = shell.reader;
  const text = t.sessions.cancellation;
  return (
    <SessionFrame {...{ shell, view, now }} title={text.title} hasErrors={!!errors}>
      <div class="narrow">
        <ErrorSummary t={t} errors={errors} />
        <h2>{text.title}</h2>
        <Notice tone="danger">
          {(concerned.mailed > 0 || concerned.watchers === 0) && (
            <p>
              <strong>{text.told(concerned.mailed)}</strong>
            </p>
          )}
          {concerned.watchers > 0 && (
            <p>
              <strong>{text.watchers(concerned.watchers)}</strong>
            </p>
          )}
          {concerned.unreachable > 0 && (
            <p>
              {t.sessions.review.unreachable(concerned.unreachable)}{' '}
              <a href={href(links.phoneList(session.code))}>{t.registrants.phoneList}</a>
            </p>
          )}
          <p>{text.final}</p>
        </Notice>
        <form method="post" action={href(links.sessionCancellation(session.code))} novalidate>
          <input type="hidden" name="version" value={String(session.version)} />
          <TextArea
            t={t}
            name="reason"
            optional
            rows={3}
            label={text.reason}
            hint={text.reasonHint}
            value={reason}
            error={errors?.reason}
          />
          <Buttons>
            <Button kind="warning">{text.confirm(concerned.mailed + concerned.watchers)}</Button>
            <ButtonLink kind="link" href={href(links.organiserSession(session.code))}>
              {text.keep}
            </ButtonLink>
          </Buttons>
        </form>
      </div>
    </SessionFrame>
  );
}
