/** The programme as a list: what is coming by month, what has no date yet, or what is past. */
import type { Child } from 'hono/jsx';
import type { FilterOptions } from '../../../domain/catalogue/list-filter-options';
import type { ListedSession } from '../../../domain/catalogue/list-sessions';
import { localMonth, sayMonth } from '../../../lib/dates';
import { absolute, links } from '../../../links';
import type { Reader } from '../../context';
import { Layout } from '../../ui/layout';
import { Pagination } from '../../ui/pagination';
import { Tabs } from '../../ui/tabs';
import { Filters } from './filter-form';
import { type ProgrammeQuery, programmePath } from './filters';
import { SessionCard } from './session-card';
import { SocialTags } from './social';

export type ProgrammeProps = {
  reader: Reader;
  now: number;
  query: ProgrammeQuery;
  options: FilterOptions;
  sessions: ListedSession[];
  undated: ListedSession[];
  /** The cursor of the next page. */
  next: string | null;
};

export function ProgrammePage({
  reader,
  now,
  query,
  options,
  sessions,
  undated,
  next,
}: ProgrammeProps) {
  const { t } = reader;
  const past = query.vue === 'passees';
  return (
    <ProgrammeFrame
      reader={reader}
      query={query}
      options={options}
      title={past ? t.programme.pastTitle : t.programme.title}
    >
      {sessions.length === 0 && <Nothing reader={reader} query={query} undated={undated.length} />}
      {byMonth(sessions, reader).map(([month, ofMonth]) => (
        <section aria-labelledby={`m${month}`}>
          <h2 id={`m${month}`} class="month">
            {sayMonth(month, reader.locale)}
          </h2>
          <Cards sessions={ofMonth} reader={reader} now={now} />
        </section>
      ))}
      <Pagination
        t={t}
        previous={query.suite ? reader.href(programmePath(query)) : null}
        next={next ? reader.href(programmePath(query, { suite: next })) : null}
        previousLabel={t.common.firstPage}
      />
      {undated.length > 0 && (
        <section aria-labelledby="undated">
          <h2 id="undated" class="month">
            {t.programme.undatedTitle}
          </h2>
          <p>{t.programme.undatedText}</p>
          <Cards sessions={undated} reader={reader} now={now} />
        </section>
      )}
    </ProgrammeFrame>
  );
}

/** What the list and the calendar share: title, views, filters. */
export function ProgrammeFrame({
  reader,
  query,
  options,
  title,
  heading = title,
  children,
}: Pick<ProgrammeProps, 'reader' | 'query' | 'options'> & {
  title: string;
  heading?: string;
  children?: Child;
}) {
  const { programme } = reader.t;
  const description = programme.description(reader.networkName);
  const url = absolute(reader.baseUrl, links.programme());
  const view = (label: string, vue: ProgrammeQuery['vue']) => ({
    href: reader.href(programmePath(query, { vue, mois: undefined })),
    label,
    here: query.vue === vue,
  });
  return (
    <Layout
      reader={reader}
      head={{
        title,
        description,
        noIndex: query.vue !== undefined || query.suite !== undefined,
        extra: <SocialTags reader={reader} title={title} description={description} url={url} />,
      }}
    >
      <h1>{heading}</h1>
      <p class="lede">{programme.lede}</p>
      <Tabs
        label={programme.views}
        items={[
          view(programme.coming, undefined),
          view(programme.calendar, 'calendrier'),
          view(programme.past, 'passees'),
        ]}
      />
      <Filters reader={reader} query={query} options={options} />
      {children}
      <p class="after">
        <a href={links.programmeFeed()}>{programme.feed}</a>
      </p>
    </Layout>
  );
}

const Cards = ({ sessions, reader, now }: Pick<ProgrammeProps, 'sessions' | 'reader' | 'now'>) => (
  <ul class="sessions">
    {sessions.map((listed) => (
      <SessionCard listed={listed} reader={reader} now={now} />
    ))}
  </ul>
);

function Nothing({
  reader,
  query,
  undated,
}: {
  reader: Reader;
  query: ProgrammeQuery;
  undated: number;
}) {
  const { programme } = reader.t;
  const filtered = programmePath({ ...query, vue: undefined }) !== links.programme();
  if (filtered)
    return (
      <p class="card">
        {programme.noneFiltered} <a href={reader.href(links.programme())}>{programme.seeAll}</a>
      </p>
    );
  if (query.vue === 'passees') return <p class="card">{programme.nonePast}</p>;
  return (
    <p class="card">
      {programme.none} {undated === 0 && programme.noneText}
    </p>
  );
}

function byMonth(sessions: ListedSession[], { timeZone }: Reader): [string, ListedSession[]][] {
  const months = Map.groupBy(sessions, ({ session }) =>
    localMonth(session.startsAt ?? 0, timeZone),
  );
  return [...months];
}
