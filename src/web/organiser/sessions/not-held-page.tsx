/** Saying that a session did not take place: nobody is told, and it is for good. */
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors, TextArea } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { SessionFrame, type SessionPage } from './session-frame';

type NotHeldProps = SessionPage & { reason: string; errors?: FieldErrors | undefined };

export function NotHeldPage({ shell, view, now, reason, errors }: NotHeldProps) {
  const { t, href } = shell.reader;
  const { notHeld: text } = t.sessions;
  const { code, version } = view.session;
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
        <form method="post" action={href(links.sessionNotHeld(code))} novalidate>
          <input type="hidden" name="version" value={String(version)} />
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
            <Button kind="warning">{text.confirm}</Button>
            <ButtonLink kind="link" href={href(links.organiserSession(code))}>
              {text.keep}
            </ButtonLink>
          </Buttons>
        </form>
      </div>
    </SessionFrame>
  );
}
