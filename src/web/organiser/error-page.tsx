/** Absence and permission for someone who is signed in: the menu stays, and whom to ask is said. */
import type { Context } from 'hono';
import type { PropsWithChildren } from 'hono/jsx';
import { findWhoToAsk, type WhoToAsk } from '../../domain/organisers/who-to-ask';
import { Forbidden } from '../../lib/errors';
import { links } from '../../links';
import type { AppEnv } from '../context';
import type { OrganiserEnv, Shell } from './context';
import { OrganiserLayout } from './layout';

/** Null for a visitor, who gets everybody's page. */
export async function organiserErrorPage(
  c: Context<AppEnv>,
  kind: 'notFound' | 'forbidden',
  error?: Error,
) {
  const { reader, account }: Partial<OrganiserEnv['Variables']> = c.var;
  if (!reader || !account) return null;
  const shell = { reader, account, formKey: '' };
  if (kind === 'notFound') return <AbsentPage shell={shell} />;
  const actionId = error instanceof Forbidden ? error.actionId : undefined;
  return <ForbiddenPage shell={shell} ask={await findWhoToAsk(c.var.db, actionId)} />;
}

function AbsentPage({ shell }: { shell: Shell }) {
  const { t } = shell.reader;
  return (
    <ErrorFrame shell={shell} title={t.errors.notFoundTitle}>
      <p>{t.organiser.errors.notFound}</p>
    </ErrorFrame>
  );
}

function ForbiddenPage({
  shell,
  ask: { action, carriers, people },
}: {
  shell: Shell;
  ask: WhoToAsk;
}) {
  const { t, href, locale } = shell.reader;
  const text = t.organiser.errors;
  const say = (names: string[], type: 'conjunction' | 'disjunction') =>
    new Intl.ListFormat(locale, { type }).format(names);
  return (
    <ErrorFrame shell={shell} title={t.errors.forbiddenTitle}>
      {action ? (
        <>
          <p>
            {text.ofAction} <a href={href(links.action(action.id))}>{action.title}</a>.
          </p>
          <p>{text.carriedBy(say(carriers, 'conjunction'))}</p>
        </>
      ) : (
        <p>{t.errors.forbiddenText}</p>
      )}
      {people.length > 0 && (
        <p>
          <strong>{text.ask(say(people, 'disjunction'))}</strong>
        </p>
      )}
    </ErrorFrame>
  );
}

/** What happened, and the way back to the first screen. */
function ErrorFrame({
  shell,
  title,
  children,
}: PropsWithChildren<{ shell: Shell; title: string }>) {
  const { t, href } = shell.reader;
  return (
    <OrganiserLayout shell={shell} title={title}>
      <h1>{title}</h1>
      {children}
      <p>
        <a class="button" href={href(links.organiser())}>
          {t.organiser.today.title}
        </a>
      </p>
    </OrganiserLayout>
  );
}
