/** The frame of each page that changes a registration: what it is about, and the way back. */
import type { PropsWithChildren } from 'hono/jsx';
import { sessionTitle } from '../../../domain/catalogue/find-session';
import { links } from '../../../links';
import { ErrorSummary, type FieldErrors } from '../../ui/fields';
import { Layout } from '../../ui/layout';
import { sayWhen } from '../catalogue/say';
import type { OwnProps } from './load-own';

export function ChangeLayout({
  own: { reader, view, token, now },
  title,
  errors,
  children,
}: PropsWithChildren<{ own: OwnProps; title: string; errors?: FieldErrors }>) {
  const { t, href } = reader;
  const when = sayWhen(view.slots, reader, now)[0];
  return (
    <Layout reader={reader} head={{ title, noIndex: true, hasErrors: Boolean(errors) }}>
      <p>
        <a href={href(links.registration(token))}>{t.registration.own.back}</a>
      </p>
      <ErrorSummary t={t} errors={errors} />
      <h1>{title}</h1>
      <p class="lede">
        {sessionTitle(view)}
        {when && (
          <>
            <br />
            <span class="muted">{when}</span>
          </>
        )}
      </p>
      {children}
    </Layout>
  );
}
