/** What one does with a draft: look at it as a mail, try it, send it now or later; and what stops it. */
import { toLocal } from '../../../lib/dates';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { type FieldErrors, RadioGroup, TextField } from '../../ui/fields';
import type { Shell } from '../context';
import { FormKey } from '../form-key';
import type { TypedOrder } from './read-order';

/** The mail in a frame of its own: nothing in it runs, and its styles touch nothing around it. */
export const MailFrame = ({ src, title }: { src: string; title: string }) => (
  <iframe
    class="mail"
    src={src}
    title={title}
    sandbox="allow-popups allow-popups-to-escape-sandbox"
  />
);

export function Trial({ shell, action, text }: { shell: Shell; action: string; text: string }) {
  const { t, href } = shell.reader;
  return (
    <>
      <h3>{t.drafts.trial}</h3>
      <form method="post" action={href(action)}>
        <FormKey shell={shell} />
        <p>{text}</p>
        <Button kind="secondary">{t.drafts.trial}</Button>
      </form>
    </>
  );
}

type SendingProps = {
  shell: Shell;
  action: string;
  version: number;
  now: number;
  text: { laterHint: string; send: string };
  typed?: TypedOrder | undefined;
  errors?: FieldErrors | undefined;
};

export function Sending({ shell, action, version, now, text, typed, errors }: SendingProps) {
  const { t, href, timeZone } = shell.reader;
  const { drafts } = t;
  return (
    <form method="post" action={href(action)} novalidate>
      <h3>{drafts.sendTitle}</h3>
      <input type="hidden" name="version" value={version} />
      <RadioGroup
        t={t}
        name="when"
        label={drafts.when}
        value={typed?.when ?? 'now'}
        options={[
          { value: 'now', label: drafts.now, hint: drafts.nowHint },
          { value: 'later', label: drafts.later, hint: text.laterHint },
        ]}
      />
      <TextField
        t={t}
        type="datetime-local"
        name="sendAt"
        label={drafts.sendAt}
        hint={drafts.sendAtHint}
        optional
        min={toLocal(now, timeZone)}
        value={typed?.sendAt}
        error={errors?.sendAt}
        autocomplete="off"
      />
      <Button>{text.send}</Button>
    </form>
  );
}

type StoppingProps = {
  shell: Shell;
  /** Of the page itself, to be looked at again. */
  here: string;
  action: string;
  /** Before its time nothing has left, and all of it is taken back. */
  hasBegun: boolean;
  stopText: string;
};

export function Stopping({ shell, here, action, hasBegun, stopText }: StoppingProps) {
  const { t, href } = shell.reader;
  const { drafts } = t;
  return (
    <form method="post" action={href(action)}>
      <p>{hasBegun ? stopText : drafts.cancelText}</p>
      <Buttons>
        <ButtonLink kind="secondary" href={href(here)}>
          {drafts.refresh}
        </ButtonLink>
        <Button kind="warning">{hasBegun ? drafts.stop : drafts.cancel}</Button>
      </Buttons>
    </form>
  );
}
