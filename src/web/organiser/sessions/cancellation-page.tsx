/** Cancelling: who is told, for what reason, and that it is for good. */
import type { Concerned } from '../../../domain/registrations/count-concerned';
import { links } from '../../../links';
import { ErrorSummary, type FieldErrors } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { EndForm } from './end-form';
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
        <EndForm
          {...{ shell, view, text, reason }}
          action={links.sessionCancellation(session.code)}
          confirm={text.confirm(concerned.mailed + concerned.watchers)}
          error={errors?.reason}
        />
      </div>
    </SessionFrame>
  );
}
