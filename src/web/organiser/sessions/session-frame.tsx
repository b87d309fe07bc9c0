/** The head of every page about one session: what and when it is, and its tabs. */
import type { Child } from 'hono/jsx';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { links } from '../../../links';
import { sayStart, sayTitle } from '../../public/catalogue/say';
import { Badge, type Tone } from '../../ui/notice';
import { Tabs } from '../../ui/tabs';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';

/** The tabs, in order. A new page about a session is a line here. */
const tabs = [
  { tab: 'overview', href: links.organiserSession },
  { tab: 'registrants', href: links.registrants },
  { tab: 'attendance', href: links.attendance },
  { tab: 'survey', href: links.surveys },
  { tab: 'notes', href: links.notes },
  { tab: 'invitations', href: links.invitations },
  { tab: 'paper', href: links.paper },
] as const satisfies readonly {
  tab: string;
  href: (code: string) => string;
}[];

export type SessionTab = (typeof tabs)[number]['tab'];

const tones: Record<SessionView['session']['state'], Tone> = {
  draft: 'care',
  published: 'success',
  cancelled: 'danger',
};

/** What every page about one session is given. */
export type SessionPage = { shell: Shell; view: SessionView; now: number };

export function SessionFrame({
  shell,
  view,
  now,
  tab,
  title,
  hasErrors,
  children,
}: SessionPage & {
  tab?: SessionTab;
  /** The page's own title; the tab's name when left out. */
  title?: string;
  hasErrors?: boolean;
  children?: Child;
}) {
  const { reader } = shell;
  const text = reader.t.registrants;
  const { session } = view;
  const own = title ?? (tab ? text.tabs[tab] : sayTitle(view));
  return (
    <OrganiserLayout
      shell={shell}
      title={`${own} – ${sayTitle(view)}`}
      here="sessions"
      hasErrors={hasErrors}
    >
      <p class="kind">
        {/* A draft has no page that anyone may open yet. */}
        {session.state === 'draft' ? (
          session.code
        ) : (
          <a href={reader.href(links.session(session.code))}>{session.code}</a>
        )}{' '}
        <Badge tone={tones[session.state]}>{text.sessionState[session.state]}</Badge>
      </p>
      <h1>{sayTitle(view)}</h1>
      <p class="muted">
        {sayStart({ ...session, precision: view.slots[0]?.precision }, reader, now)}
      </p>
      <Tabs
        label={text.tabsLabel}
        items={tabs.map(({ tab: name, href }) => ({
          href: reader.href(href(session.code)),
          label: text.tabs[name],
          here: name === tab,
        }))}
      />
      {children}
    </OrganiserLayout>
  );
}
