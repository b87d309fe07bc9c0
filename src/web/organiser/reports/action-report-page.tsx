/** The report of one action, and the form in which the coordinator writes of it. */
import type { Logo } from '../../../domain/printing/schema';
import { type ActionReport, listDifferences } from '../../../domain/reports/action-report';
import { figureOf } from '../../../domain/reports/figure';
import type { ActionReportTexts } from '../../../domain/reports/schema';
import { typeset } from '../../../lib/text';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors, TextArea } from '../../ui/fields';
import { DocumentLogos } from '../../ui/logos';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/table';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';
import { actionBlocks, comparedKeys, sayCompared } from './action-blocks';
import { BlocksView } from './blocks-view';
import { commentBlocks } from './evaluation-blocks';
import { sayTakenAt, sayValue } from './say';

export function ActionReportPage({
  shell,
  actionReport,
  logos,
  mayWrite,
}: {
  shell: Shell;
  actionReport: ActionReport;
  logos: readonly Logo[];
  mayWrite: boolean;
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

type Typed = Pick<ActionReportTexts, 'analysis' | 'perspectives' | 'version'>;
const fields = ['analysis', 'perspectives'] as const;

export function ActionReportFormPage({
  shell,
  actionReport,
  typed,
  errors,
  meanwhile,
}: {
  shell: Shell;
  actionReport: ActionReport;
  typed: Typed;
  errors?: FieldErrors;
  /** What someone else saved while this form was open. */
  meanwhile?: Typed;
}) {
  const { t, href } = shell.reader;
  const text = t.reports.action;
  const { action, report } = actionReport;
  const target = href(links.actionReport(action.id, report.year));
  const title = `${text.pageTitle(report.year)} – ${action.title}`;
  return (
    <OrganiserLayout shell={shell} title={title} here="reports" hasErrors={errors !== undefined}>
      <div class="narrow">
        <ErrorSummary t={t} errors={errors} />
        <h1>{title}</h1>
        {meanwhile && (
          <Notice tone="care" title={text.staleTitle}>
            <Facts
              items={fields
                .filter((name) => meanwhile[name] !== typed[name])
                .map((name) => [text[name], meanwhile[name] || text.notWritten] as const)}
            />
          </Notice>
        )}
        <AtHand shell={shell} actionReport={actionReport} />
        <form method="post" action={target} novalidate>
          <input type="hidden" name="version" value={String(meanwhile?.version ?? typed.version)} />
          {fields.map((name) => (
            <TextArea
              t={t}
              name={name}
              optional
              rows={10}
              label={text[name]}
              hint={text.hints[name]}
              value={typed[name]}
              error={errors?.[name]}
            />
          ))}
          <Buttons>
            <Button>{text.save}</Button>
            <ButtonLink kind="link" href={target}>
              {text.cancel}
            </ButtonLink>
          </Buttons>
        </form>
      </div>
    </OrganiserLayout>
  );
}

/** The differences with the plan, the demand left without a place, and what people wrote. */
function AtHand({ shell, actionReport }: { shell: Shell; actionReport: ActionReport }) {
  const { reader } = shell;
  const text = reader.t.reports.action;
  const differences = listDifferences(actionReport);
  const waiting = figureOf(actionReport.report.figures, 'waiting').value;
  return (
    <section class="card">
      <h2>{text.atHand}</h2>
      <ul>
        {differences.map(({ what, planned, carriedOut }) => (
          <li>
            {text.difference(
              sayCompared(what, reader),
              sayValue(comparedKeys[what], planned, reader),
              sayValue(comparedKeys[what], carriedOut, reader),
            )}
          </li>
        ))}
        {!differences.length && <li>{text.noDifference}</li>}
        <li>{waiting ? text.waiting(waiting) : text.noWaiting}</li>
      </ul>
      <BlocksView reader={reader} blocks={commentBlocks(reader, actionReport.comments)} />
    </section>
  );
}
