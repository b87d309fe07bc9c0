/** What all pages of one survey share: the session, the moment, and the ways to its other pages. */
import type { PropsWithChildren } from 'hono/jsx';
import { sessionTitle } from '../../../domain/catalogue/find-session';
import type { Logo } from '../../../domain/printing/schema';
import { links } from '../../../links';
import { DocumentLogos } from '../../ui/logos';
import { Notice } from '../../ui/notice';
import { Tabs } from '../../ui/tabs';
import { sayWhen } from '../attendance/frame';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';
import type { SurveyView } from './context';
import { momentSlugs } from './moments';

export type SurveyPageProps = SurveyView & { shell: Shell & { refused?: string } };
const tabs = ['results', 'entrances', 'typing'] as const;
export type SurveyTab = (typeof tabs)[number];

/** The path of a part of the survey. */
export const partOf = (
  { view, survey }: SurveyView,
  part: Parameters<typeof links.surveyPart>[2],
) => links.surveyPart(view.session.code, momentSlugs[survey.moment], part);

export function SurveyFrame({
  shell,
  view,
  survey,
  title,
  here,
  hasErrors,
  logos = [],
  children,
}: PropsWithChildren<
  SurveyPageProps & {
    title: string;
    here: SurveyTab;
    hasErrors?: boolean;
    /** At the head of what is printed. */
    logos?: readonly Logo[];
  }
>) {
  const { t, href } = shell.reader;
  const { surveyPages } = t;
  const where = { view, survey };
  const paths: Record<SurveyTab, string> = {
    results: links.surveyResults(view.session.code, momentSlugs[survey.moment]),
    entrances: partOf(where, 'acces'),
    typing: partOf(where, 'saisie'),
  };
  const name = sessionTitle(view);
  return (
    <OrganiserLayout shell={shell} title={`${title} – ${name}`} hasErrors={hasErrors ?? false}>
      <link rel="stylesheet" href={links.surveyStylesheet()} />
      <DocumentLogos logos={logos} />
      <p class="muted">
        {name}
        <br />
        {sayWhen(view, shell.reader)}
      </p>
      <h1>{`${title} – ${t.surveys.moments[survey.moment].toLowerCase()}`}</h1>
      {!survey.imported && (
        <Tabs
          label={surveyPages.tabs.label}
          items={tabs.map((tab) => ({
            href: href(paths[tab]),
            label: surveyPages.tabs[tab],
            here: tab === here,
          }))}
        />
      )}
      {shell.refused && (
        <Notice tone="care">
          <p role="alert">{shell.refused}</p>
        </Notice>
      )}
      {children}
      <p class="screen-only">
        <a href={href(links.surveys(view.session.code))}>{surveyPages.back}</a>
      </p>
    </OrganiserLayout>
  );
}
