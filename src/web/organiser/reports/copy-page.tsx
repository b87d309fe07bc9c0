/** A frozen copy: the report as it was that day, and what has changed since. */
import type { Snapshot } from '../../../domain/reports/snapshots';
import type { YearReport } from '../../../domain/reports/year-report';
import { links } from '../../../links';
import { Notice } from '../../ui/notice';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';
import { BlocksView } from './blocks-view';
import { changesBlocks } from './changes-blocks';
import { sayFrozen, sayTakenAt } from './say';
import { yearBlocks } from './year-blocks';

type Props = { shell: Shell; copy: Snapshot; today: YearReport };

export function CopyPage({ shell, copy, today }: Props) {
  const { reader, account } = shell;
  const text = reader.t.reports;
  const day = sayTakenAt(copy.frozenAt, reader);
  const title = `${text.yearTitle(copy.year)} – ${text.snapshots.of(day)}`;
  const place = { year: copy.year, copyId: copy.id };
  return (
    <OrganiserLayout shell={shell} title={title} here="reports">
      <h1>{title}</h1>
      {copy.label && <p>{copy.label}</p>}
      <Notice>
        <p>
          {sayFrozen(copy, account, reader)} {text.snapshots.banner}
        </p>
        <p>
          <a href={reader.href(links.yearReport(copy.year))}>{text.snapshots.current}</a>
        </p>
      </Notice>
      <h2>{text.snapshots.changes}</h2>
      <BlocksView reader={reader} blocks={changesBlocks(reader, copy, today)} />
      <BlocksView reader={reader} blocks={yearBlocks({ reader, place, report: copy.report })} />
    </OrganiserLayout>
  );
}
