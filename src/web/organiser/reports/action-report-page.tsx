/** The report of one action. */
import type { Logo } from '../../../domain/printing/schema';
import type { ActionReport } from '../../../domain/reports/action-report';
import { typeset } from '../../../lib/text';
import { links } from '../../../links';
import { ButtonLink, Buttons } from '../../ui/button';
import { DocumentLogos } from '../../ui/logos';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';
import { actionBlocks } from './action-blocks';
import { BlocksView } from './blocks-view';
import { sayTakenAt } from './say';
import { WithoutPdf } from './without-pdf';

export function ActionReportPage({
  shell,
  actionReport,
  logos,
  mayWrite,
  withoutPdf,
}: {
  shell: Shell;
  actionReport: ActionReport;
  logos: readonly Logo[];
  mayWrite: boolean;
  /** It is shown in place of its PDF. */
  withoutPdf: boolean;
}) {
  const { reader } = shell;
  const { t, href } = reader;
  const text = t.reports;
  const { action, report } = actionReport;
  const { year } = report;
  return (
    <OrganiserLayout shell={shell} title={text.action.pageTitle(year)} here="reports">
      <DocumentLogos logos={logos} />
      <p>
        <a href={href(links.yearReport(year))}>{text.yearTitle(year)}</a>
      </p>
      <h1>{typeset(action.title)}</h1>
      <p>
        {text.action.pageTitle(year)}. {text.takenAt(sayTakenAt(report.at, reader))}
      </p>
      {withoutPdf && <WithoutPdf reader={reader} />}
      <Buttons>
        {mayWrite && (
          <ButtonLink href={href(links.actionReportEdit(action.id, year))}>
            {text.action.write}
          </ButtonLink>
        )}
        <ButtonLink kind="secondary" href={href(links.actionReportPdf(action.id, year))}>
          {text.files.pdf}
        </ButtonLink>
        <ButtonLink kind="secondary" href={href(links.actionReportDocument(action.id, year))}>
          {text.files.odt}
        </ButtonLink>
        <ButtonLink kind="link" href={href(links.action(action.id))}>
          {text.lists.action}
        </ButtonLink>
      </Buttons>
      <BlocksView
        reader={reader}
        blocks={actionBlocks(actionReport, { reader, account: shell.account })}
      />
    </OrganiserLayout>
  );
}
