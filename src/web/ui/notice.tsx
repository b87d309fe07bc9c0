/** What a page tells before all else: notices, the panel of a success, badges. */
import type { PropsWithChildren } from 'hono/jsx';

export type Tone = 'info' | 'success' | 'care' | 'danger';

/** A framed message; `care` is a warning, `danger` a cancellation or a failure. */
export const Notice = ({
  tone = 'info',
  title,
  children,
}: PropsWithChildren<{ tone?: Tone; title?: string }>) => (
  <div class={`notice ${tone}`}>
    {title && <h2>{title}</h2>}
    {children}
  </div>
);

/** The large answer to a form: it holds the page's h1. */
export const Panel = ({
  tone = 'success',
  title,
  children,
}: PropsWithChildren<{ tone?: Tone; title: string }>) => (
  <div class={`panel ${tone}`}>
    <h1>{title}</h1>
    {children}
  </div>
);

/** A word or two beside a title; without a tone it is neutral. */
export const Badge = ({ tone, children }: PropsWithChildren<{ tone?: Tone }>) => (
  <span class={tone ? `badge ${tone}` : 'badge'}>{children}</span>
);
