/** The parts of a report beside its figures: satisfaction, names, what is missing, what was published. */

import { figureOf } from '../../../domain/reports/figure';
import type { Missing } from '../../../domain/reports/missing';
import type { PublishedLine } from '../../../domain/reports/published';
import type { PooledQuestion } from '../../../domain/reports/satisfaction';
import type { YearReport } from '../../../domain/reports/year-report';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Badge } from '../../ui/notice';
import { Table } from '../../ui/table';
import { Bar } from './bar';
import { figureHref, type Place } from './place';
import { percent, sayAbout, sayNumber } from './say';

type Props = { reader: Reader; place: Place; report: YearReport };

export function Satisfaction({ reader, place, report }: Props) {
  const text = reader.t.reports.satisfaction;
  const rows = report.satisfaction;
  // The list behind stands in the year's report; an action or a copy has the counts.
  const opens = place.actionId === undefined && place.copyId === undefined;
  if (!rows.length) return <p>{text.none}</p>;
  return (
    <>
      <p class="narrow">{text.intro}</p>
      <Table
        caption={text.title}
        captionUnseen
        rows={rows}
        columns={[
          { head: text.question, cell: ({ label }) => label[reader.locale] },
          {
            head: <span class="unseen">{reader.t.reports.by.share}</span>,
            cell: ({ favourable, n }) => <Bar value={favourable} most={n} />,
          },
          {
            head: text.favourable,
            number: true,
            cell: (question) => {
              const said = sayShare(question, reader);
              if (!opens) return said;
              const href = links.yearSatisfaction(place.year, question.key);
              return <a href={reader.href(href)}>{said}</a>;
            },
          },
          { head: text.answers, number: true, cell: ({ n }) => sayNumber(n, reader) },
        ]}
      />
    </>
  );
}

export const sayShare = ({ favourable, n }: PooledQuestion, { locale }: Reader) =>
  locale === 'fr'
    ? `${percent(favourable, n)}\u00a0% (${favourable})`
    : `${percent(favourable, n)}% (${favourable})`;

/** The names of a figure of names, the new ones marked. */
export function Names({ reader, report, of }: Props & { of: 'professions' | 'organisations' }) {
  const { names, lists } = reader.t.reports;
  const found = figureOf(report.figures, of).lines.flatMap(({ about }) =>
    about.of === 'name' ? [about] : [],
  );
  return (
    <>
      <h3>
        {names[of]} ({found.length})
      </h3>
      {found.length === 0 && <p>{names.none}</p>}
      <ul class="names">
        {found.map(({ name, isNew }) => (
          <li>
            {name} {isNew && <Badge tone="info">{lists.isNew}</Badge>}
          </li>
        ))}
      </ul>
    </>
  );
}

export function MissingList({ reader, place, report }: Props) {
  const { t, href } = reader;
  const text = t.reports.missing;
  const opens = place.actionId === undefined && place.copyId === undefined;
  if (!report.missing.length) return <p>{text.none}</p>;
  return (
    <ul>
      {report.missing.map((missing) => (
        <li>
          {opens && 'lines' in missing ? (
            <a href={href(links.yearMissing(place.year, missing.kind))}>
              {sayMissing(missing, reader)}
            </a>
          ) : (
            sayMissing(missing, reader)
          )}
          {'names' in missing &&
            ` : ${missing.names.map((group) => group.join(' / ')).join(' ; ')}`}
          {!opens && 'lines' in missing && <LinesAbout {...{ reader, report, missing }} />}
        </li>
      ))}
    </ul>
  );
}

function LinesAbout({
  reader,
  report,
  missing,
}: Pick<Props, 'reader' | 'report'> & { missing: Extract<Missing, { lines: unknown }> }) {
  return (
    <ul>
      {missing.lines.map((about) => {
        const { text, date } = sayAbout(about, report.index, reader);
        return <li>{[text, date].filter(Boolean).join(', ')}</li>;
      })}
    </ul>
  );
}

export function sayMissing(
  { kind, count }: Pick<Missing, 'kind' | 'count'>,
  reader: Reader,
): string {
  const [one, many] = reader.t.reports.missing.kinds[kind];
  const isOne = reader.locale === 'fr' ? count < 2 : count === 1;
  return `${sayNumber(count, reader)} ${isOne ? one : many}`;
}

/** What was reported elsewhere, and what is computed here, side by side. */
export function Published({ reader, place, report }: Props) {
  const { t, href } = reader;
  const text = t.reports.published;
  const own = report.published.filter(
    ({ actionId }) => (actionId === null) === (place.actionId === undefined),
  );
  const difference = ({ reported, computed }: PublishedLine) => {
    if (computed === null) return '';
    if (reported === computed) return text.same;
    const gap = sayNumber(reported - computed, reader);
    return reported > computed ? `+${gap}` : gap;
  };
  if (!own.length) return null;
  return (
    <section>
      <h2>{text.title}</h2>
      <p class="narrow">{text.intro}</p>
      <Table
        caption={text.title}
        captionUnseen
        rows={own}
        columns={[
          { head: text.line, cell: ({ key }) => sayPublished(key, reader) },
          {
            head: text.reported,
            number: true,
            cell: ({ reported }) => sayNumber(reported, reader),
          },
          {
            head: text.computed,
            number: true,
            cell: ({ computed, source }) => {
              if (computed === null || source === null) return text.nothing;
              const filter = place.actionId === undefined ? source.filter : {};
              return (
                <a href={href(figureHref(place, source.figure, filter))}>
                  {sayNumber(computed, reader)}
                </a>
              );
            },
          },
          { head: text.difference, number: true, cell: difference },
        ]}
      />
      {report.publishedNote && (
        <p class="narrow">
          {text.note} : {report.publishedNote}
        </p>
      )}
    </section>
  );
}

export function sayPublished(key: string, { t }: Reader): string {
  const labels: Record<string, string> = t.reports.published.keys;
  return Object.hasOwn(labels, key) ? (labels[key] ?? key) : key.replaceAll('_', ' ');
}
