/** Saying that a session did not take place: nobody is told, and it is for good. */
import { links } from '../../../links';
import { ErrorSummary, type FieldErrors } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { EndForm } from './end-form';
import { SessionFrame, type SessionPage } from './session-frame';

type NotHeldProps = SessionPage & { reason: string; errors?: FieldErrors | undefined };

export function NotHeldPage({ shell, view, now, reason, errors }: NotHeldProps) {
  const { t } = shell.reader;
  const { notHeld: text } = t.sessions;
  return (
    <SessionFrame {...{ shell, view, now }} title={text.title} hasErrors={errors !== undefined}>
      <div class="narrow">
        <ErrorSummary t={t} errors={errors} />
        <h2>{text.title}</h2>
        <Notice tone="danger">
          <p>
            <strong>{text.untold}</strong>
          </p>
          <p>{text.final}</p>
        </Notice>
        <EndForm
          {...{ shell, view, text, reason }}
          action={links.sessionNotHeld(view.session.code)}
          confirm={text.confirm}
          error={errors?.reason}
        />
      </div>
    </SessionFrame>
  );
}
