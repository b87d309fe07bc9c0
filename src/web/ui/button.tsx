/** Buttons: one main one a page; the others are secondary. `warning` is for what can't be undone. */
import type { PropsWithChildren } from 'hono/jsx';

export type ButtonKind = 'primary' | 'secondary' | 'warning' | 'link';

const look = (kind: ButtonKind) => (kind === 'primary' ? 'button' : `button ${kind}`);

/** Sends the form that it stands in; `name` and `value` tell which button was pressed. */
export const Button = ({
  kind = 'primary',
  children,
  ...rest
}: PropsWithChildren<{
  kind?: ButtonKind;
  name?: string;
  value?: string;
  form?: string;
  formaction?: string;
  formnovalidate?: boolean;
}>) => (
  <button type="submit" class={look(kind)} {...rest}>
    {children}
  </button>
);

/** A link that looks like a button: it leads somewhere and changes nothing. */
export const ButtonLink = ({
  href,
  kind = 'primary',
  children,
}: PropsWithChildren<{ href: string; kind?: ButtonKind }>) => (
  <a href={href} class={look(kind)}>
    {children}
  </a>
);

/** Buttons side by side, wrapped on a phone. */
export const Buttons = ({ children }: PropsWithChildren) => <div class="buttons">{children}</div>;
