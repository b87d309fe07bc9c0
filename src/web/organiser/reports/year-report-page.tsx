/** The year's report: figures, charts with the table behind them, names, what is missing, dated copies. */

import type { Logo } from '../../../domain/printing/schema';
import type { ActionReport } from '../../../domain/reports/action-report';
import type { SnapshotHead } from '../../../domain/reports/snapshots';
import type { YearReport } from '../../../domain/reports/year-report';
import { typeset } from '../../../lib/text';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors, TextField } from '../../ui/fields';
import { DocumentLogos } from '../../ui/logos';
import { Notice } from '../../ui/notice';
import type { Shell } from '../context';
import { FormKey } from '../form-key';
import { OrganiserLayout } from '../layout';
import { actionBlocks } from './action-blocks';
import { BlocksView } from './blocks-view';
import { sayFrozen, sayTakenAt } from './say';
import { yearBlocks } from './year-blocks';

export type YearReportProps = {
  shell: Shell;
  report: YearReport;
  before: YearReport;
  snapshots: SnapshotHead[];
  mayFreeze: boolean;
  errors?: FieldErrors;
  label?: string;
};

export function YearReportPage(props: YearReportProps) {
  const { shell, report, before, errors } = props;
  const { reader } = shell;
  const { t, href } = reader;
  const text = t.reports;
  const { year } = report;
  const telling = { reader, place: { year }, report, before, account: shell.account };
  return (
    <OrganiserLayout
      shell={shell}
      title={text.yearTitle(year)}
      here="reports"
      hasErrors={errors !== undefined}
    >
      <ErrorSummary t={t} errors={errors} />
      <h1>{text.yearTitle(year)}</h1>
      <p>
        {text.takenAt(sayTakenAt(report.at, reader))} {text.intro}
      </p>
      <Years reader={reader} year={year} />
      <Buttons>
        <ButtonLink href={href(links.yearWorkbook(year))}>{text.files.xlsx}</ButtonLink>
        <ButtonLink kind="secondary" href={href(links.yearPdf(year))}>
          {text.files.pdf}
        </ButtonLink>
        <ButtonLink kind="secondary" href={href(links.yearDocument(year))}>
          {text.files.odt}
        </ButtonLink>
        <ButtonLink kind="secondary" href={href(links.yearPrint(year))}>
          {text.files.print}
        </ButtonLink>
      </Buttons>
      <BlocksView reader={reader} blocks={yearBlocks(telling)} />
      <section>
        <h2>{text.action.all}</h2>
        <ul>
          {Object.entries(report.index.actions).map(([id, { title }]) => (
            <li>
              <a href={href(links.actionReport(Number(id), year))}>{typeset(title)}</a>
            </li>
          ))}
        </ul>
      </section>
      <Snapshots {...props} />
    </OrganiserLayout>
  );
}

function Years({ reader, year }: { reader: Reader; year: number }) {
  return (
    <nav class="tabs" aria-label={reader.t.reports.years}>
      <ul>
        {[year - 1, year, year + 1].map((one) => (
          <li>
            <a
              href={reader.href(links.yearReport(one))}
              aria-current={one === year ? 'page' : undefined}
            >
              {one}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Snapshots({ shell, report, snapshots, mayFreeze, errors, label }: YearReportProps) {
  const { reader } = shell;
  const { t, href } = reader;
  const text = t.reports.snapshots;
  return (
    <section class="narrow">
      <h2>{text.title}</h2>
      <p>{text.intro}</p>
      {snapshots.length === 0 && <p>{text.none}</p>}
      <ul>
        {snapshots.map((copy) => (
          <li>
            <a href={href(links.reportCopy(report.year, copy.id))}>
              {text.of(sayTakenAt(copy.frozenAt, reader))}
            </a>
            {copy.label && ` – ${copy.label}`}
            <small class="definition">{sayFrozen(copy, shell.account, reader)}</small>
          </li>
        ))}
      </ul>
      {mayFreeze && (
        <form method="post" action={href(links.reportCopies(report.year))} novalidate>
          <FormKey shell={shell} />
          <TextField
            t={t}
            name="label"
            optional
            label={text.label}
            hint={text.labelHint}
            value={label}
            error={errors?.label}
            maxlength={200}
            autocomplete="off"
          />
          <Button kind="secondary">{text.freeze}</Button>
        </form>
      )}
    </section>
  );
}

/** The report and the reports of its actions, one after the other, to be printed. */
export function YearPrintPage({
  shell,
  report,
  before,
  annexes,
  logos,
  withoutPdf,
}: Pick<YearReportProps, 'shell' | 'report' | 'before'> & {
  annexes: ActionReport[];
  logos: readonly Logo[];
  /** It is shown in place of its PDF. */
  withoutPdf: boolean;
}) {
  const { reader } = shell;
  const text = reader.t.reports;
  const { year } = report;
  return (
    <OrganiserLayout shell={shell} title={text.yearTitle(year)} here="reports">
      <DocumentLogos logos={logos} />
      <h1>{text.yearTitle(year)}</h1>
      <div class="screen-only">
        <Notice tone={withoutPdf ? 'care' : undefined}>
          <p>{withoutPdf ? text.files.noPdf : text.files.printHint}</p>
        </Notice>
      </div>
      <p>
        {text.takenAt(sayTakenAt(report.at, reader))} {text.onPaper}
      </p>
      <BlocksView
        reader={reader}
        blocks={yearBlocks({ reader, place: { year }, report, before })}
      />
      {annexes.map((annex) => (
        <article class="annex">
          <p class="muted">{text.action.pageTitle(year)}</p>
          <h2>{typeset(annex.action.title)}</h2>
          <BlocksView reader={reader} blocks={actionBlocks(annex, { reader })} deeper={1} />
        </article>
      ))}
    </OrganiserLayout>
  );
}
