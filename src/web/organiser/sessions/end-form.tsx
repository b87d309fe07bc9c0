/** The form that ends a session for good: the reason, and a way out. */
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { TextArea } from '../../ui/fields';
import type { SessionPage } from './session-frame';

export type EndFormProps = Pick<SessionPage, 'shell' | 'view'> & {
  action: string;
  text: { reason: string; reasonHint: string; keep: string };
  confirm: string;
  /** As it was typed. */
  reason: string;
  error: string | undefined;
};

export function EndForm({ shell, view, action, text, confirm, reason, error }: EndFormProps) {
  const { t, href } = shell.reader;
  const { code, version } = view.session;
  return (
    <form method="post" action={href(action)} novalidate>
      <input type="hidden" name="version" value={String(version)} />
      <TextArea
        t={t}
        name="reason"
        optional
        rows={3}
        label={text.reason}
        hint={text.reasonHint}
        value={reason}
        error={error}
      />
      <Buttons>
        <Button kind="warning">{confirm}</Button>
        <ButtonLink kind="link" href={href(links.organiserSession(code))}>
          {text.keep}
        </ButtonLink>
      </Buttons>
    </form>
  );
}
