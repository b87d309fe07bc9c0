/** A frozen copy: the report as it was that day, and what has changed since. */
import type { Snapshot } from '../../../domain/reports/snapshots';
import type { YearReport } from '../../../domain/reports/year-report';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { ButtonLink, Buttons } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';
import { BlocksView } from './blocks-view';
import { changesBlocks } from './changes-blocks';
import { sayFrozen, sayTakenAt } from './say';
import { WithoutPdf } from './without-pdf';
import { yearBlocks } from './year-blocks';

type Props = {
  shell: Shell;
  copy: Snapshot;
  today: YearReport;
  /** It is shown in place of its PDF. */
  withoutPdf: boolean;
};

/** « Bilan 2023 – Copie du dimanche 14 janvier 2024 » */
export const copyTitle = ({ year, frozenAt }: Snapshot, reader: Reader): string => {
  const { yearTitle, snapshots } = reader.t.reports;
  return `${yearTitle(year)} – ${snapshots.of(sayTakenAt(frozenAt, reader))}`;
};

export function CopyPage({ shell, copy, today, withoutPdf }: Props) {
  const { reader, account } = shell;
  const text = reader.t.reports;
  const title = copyTitle(copy, reader);
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
      {withoutPdf && <WithoutPdf reader={reader} />}
      <Buttons>
        <ButtonLink kind="secondary" href={reader.href(links.reportCopyPdf(copy.year, copy.id))}>
          {text.files.pdf}
        </ButtonLink>
        <ButtonLink
          kind="secondary"
          href={reader.href(links.reportCopyDocument(copy.year, copy.id))}
        >
          {text.files.odt}
        </ButtonLink>
      </Buttons>
      <h2>{text.snapshots.changes}</h2>
      <BlocksView reader={reader} blocks={changesBlocks(reader, copy, today)} />
      <BlocksView reader={reader} blocks={yearBlocks({ reader, place, report: copy.report })} />
    </OrganiserLayout>
  );
}
