/** The frame of the organisers' side: the public one, with its menu, the account and what was just done. */
import type { Child } from 'hono/jsx';
import { type Member, mayAdminister, mayOrganise } from '../../domain/organisers/permissions';
import { links } from '../../links';
import { Layout } from '../ui/layout';
import { Notice } from '../ui/notice';
import type { Shell } from './context';

/** The menu, in order. A new area of the organisers' side is a line here. */
const areas = [
  { area: 'today', href: links.organiser(), may: () => true },
  { area: 'sessions', href: links.organiserSessions(), may: () => true },
  { area: 'actions', href: links.actions(), may: () => true },
  { area: 'meetings', href: links.meetings(), may: () => true },
  { area: 'handouts', href: links.loans(), may: () => true },
  { area: 'reports', href: links.reports(), may: () => true },
  { area: 'contacts', href: links.contacts(), may: mayOrganise },
  { area: 'mails', href: links.mails(), may: mayOrganise },
  { area: 'directories', href: links.directories(), may: mayOrganise },
  { area: 'people', href: links.people(), may: mayAdminister },
] as const satisfies readonly { area: string; href: string; may: (member: Member) => boolean }[];

export type Area = (typeof areas)[number]['area'];

function Menu({ shell, here }: { shell: Shell; here: Area | undefined }) {
  const { reader, account } = shell;
  const { organiser } = reader.t;
  return (
    <>
      <details class="account">
        <summary>
          <span class="unseen">{organiser.account} </span>
          {account.name}
        </summary>
        <div>
          <p class="muted">{organiser.roles[account.role]}</p>
          <a href={reader.href(links.logins())}>{organiser.logins.title}</a>
          <form method="post" action={reader.href(links.logout())}>
            <button type="submit" class="button link">
              {organiser.signOut}
            </button>
          </form>
        </div>
      </details>
      {/* On a narrow screen it unfolds what follows it, and is closed; a wide one shows all and not this. */}
      <details class="menu">
        <summary>{organiser.openMenu}</summary>
      </details>
      <nav class="site-nav" aria-label={organiser.menu}>
        <ul>
          {areas
            .filter(({ may }) => may(account))
            .map(({ area, href }) => (
              <li>
                <a href={reader.href(href)} aria-current={area === here ? 'page' : undefined}>
                  {organiser.nav[area]}
                </a>
              </li>
            ))}
        </ul>
      </nav>
    </>
  );
}

export type OrganiserPage = {
  shell: Shell;
  title: string;
  here?: Area;
  hasErrors?: boolean;
  children?: Child;
};

export function OrganiserLayout({ shell, title, here, hasErrors, children }: OrganiserPage) {
  return (
    <Layout
      reader={shell.reader}
      wide
      head={{ title, hasErrors, noIndex: true, extra: organiserStyle }}
      nav={<Menu shell={shell} here={here} />}
    >
      {shell.done && (
        <Notice tone="success">
          <p role="status">{shell.done}</p>
        </Notice>
      )}
      {children}
    </Layout>
  );
}

const organiserStyle = <link rel="stylesheet" href={links.organiserStylesheet()} />;
