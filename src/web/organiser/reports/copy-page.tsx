/** A frozen copy: the report as it was that day, and what has changed since. */
import type { Change, Snapshot } from '../../../domain/reports/snapshots';
import type { YearReport } from '../../../domain/reports/year-report';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Notice } from '../../ui/notice';
import { Table } from '../../ui/table';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';
import { BlocksView } from './blocks-view';
import { sayAbout, sayTakenAt, sayValue } from './say';
import { yearBlocks } from './year-blocks';

type Props = { shell: Shell; copy: Snapshot; changes: Change[]; today: YearReport };

export function CopyPage({ shell, copy, changes, today }: Props) {
  const { reader } = shell;
  const text = reader.t.reports;
  const day = sayTakenAt(copy.frozenAt, reader);
  const title = `${text.yearTitle(copy.year)} – ${text.snapshots.of(day)}`;
  return (
    <OrganiserLayout shell={shell} title={title} here="reports">
      <h1>{title}</h1>
      {copy.label && <p>{copy.label}</p>}
      <Notice>
        <p>{text.snapshots.banner(day)}</p>
        <p>
          <a href={reader.href(links.yearReport(copy.year))}>{text.snapshots.current}</a>
        </p>
      </Notice>
      <section>
        <h2>{text.snapshots.changes}</h2>
        {changes.length ? (
          <Changes {...{ reader, changes, today }} then={copy.report} />
        ) : (
          <p>{text.snapshots.unchanged}</p>
        )}
      </section>
      <BlocksView
        reader={reader}
        blocks={yearBlocks({
          reader,
          place: { year: copy.year, copyId: copy.id },
          report: copy.report,
        })}
      />
    </OrganiserLayout>
  );
}

function Changes({
  reader,
  changes,
  then,
  today,
}: {
  reader: Reader;
  changes: Change[];
  then: YearReport;
  today: YearReport;
}) {
  const text = reader.t.reports;
  // A line may be gone today, or not have been there then.
  const index = {
    ...today.index,
    sessions: { ...then.index.sessions, ...today.index.sessions },
    meetings: { ...then.index.meetings, ...today.index.meetings },
    handouts: { ...then.index.handouts, ...today.index.handouts },
    loans: { ...then.index.loans, ...today.index.loans },
    actions: { ...then.index.actions, ...today.index.actions },
  };
  return (
    <Table
      caption={text.snapshots.changes}
      captionUnseen
      rows={changes}
      columns={[
        { head: text.figure, cell: ({ key }) => text.figures[key][0] },
        {
          head: text.snapshots.was,
          number: true,
          cell: ({ key, was }) => sayValue(key, was, reader),
        },
        {
          head: text.snapshots.is,
          number: true,
          cell: (change) => sayValue(change.key, change.is, reader),
        },
        {
          head: text.snapshots.because,
          cell: ({ key, lines }) =>
            lines.slice(0, 20).map((line) => {
              const { text: name, date } = sayAbout(line.about, index, reader);
              const what = [name, date].filter(Boolean).join(', ');
              const values = `${sayValue(key, line.was, reader)} → ${sayValue(key, line.is, reader)}`;
              return (
                <div>
                  {what} : {values}
                </div>
              );
            }),
        },
      ]}
    />
  );
}
