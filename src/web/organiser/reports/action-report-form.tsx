/** The form in which the coordinator writes of an action, with what helps to write beside it. */
import { type ActionReport, listDifferences } from '../../../domain/reports/action-report';
import { figureOf } from '../../../domain/reports/figure';
import type { ActionReportTexts } from '../../../domain/reports/schema';
import type { Block, Item } from '../../../lib/blocks';
import { typeset } from '../../../lib/text';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors, TextArea } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/table';
import type { Shell } from '../context';
import { marksOf } from '../form-seen';
import { OrganiserLayout } from '../layout';
import { comparedKeys, sayCompared } from './action-blocks';
import { BlocksView } from './blocks-view';
import { commentBlocks, satisfactionBlocks } from './evaluation-blocks';
import { hrefOf } from './list-rows';
import { missingBlocks } from './missing-blocks';
import { figureHref } from './place';
import { sayAbout, sayNumber, sayValue } from './say';
import type { Telling } from './telling';

type Typed = Pick<ActionReportTexts, 'analysis' | 'perspectives' | 'version'>;
export const writtenFields = ['analysis', 'perspectives'] as const;

export function ActionReportFormPage({
  shell,
  actionReport,
  typed,
  seen = marksOf(writtenFields.map((name) => actionReport.texts[name])),
  errors,
  meanwhile,
}: {
  shell: Shell;
  actionReport: ActionReport;
  typed: Typed;
  /** What the fields showed, where that isn't what is stored. */
  seen?: string;
  errors?: FieldErrors;
  /** What someone else saved while this form was open, and in which fields. */
  meanwhile?: { stored: Typed; changed: readonly (typeof writtenFields)[number][] };
}) {
  const { t, href } = shell.reader;
  const text = t.reports.action;
  const { action, report } = actionReport;
  const target = href(links.actionReport(action.id, report.year));
  const title = `${text.pageTitle(report.year)} – ${typeset(action.title)}`;
  return (
    <OrganiserLayout shell={shell} title={title} here="reports" hasErrors={errors !== undefined}>
      <div class="narrow">
        <ErrorSummary t={t} errors={errors} />
        <h1>{title}</h1>
        {meanwhile && (
          <Notice tone="care" title={text.staleTitle}>
            <Facts
              items={meanwhile.changed.map(
                (name) => [text[name], meanwhile.stored[name] || text.notWritten] as const,
              )}
            />
          </Notice>
        )}
        <AtHand shell={shell} actionReport={actionReport} />
        <form method="post" action={target} novalidate>
          <input type="hidden" name="version" value={String(typed.version)} />
          <input type="hidden" name="seen" value={seen} />
          {writtenFields.map((name) => (
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

/** The differences with the plan, the demand left without a place, what people thought and wrote, what is missing. */
function AtHand({ shell, actionReport }: { shell: Shell; actionReport: ActionReport }) {
  const { reader, account } = shell;
  const { action, report, comments } = actionReport;
  const text = reader.t.reports;
  const place = { year: report.year, actionId: action.id };
  const telling: Telling = { reader, place, report, account };
  const blocks: Block[] = [
    { kind: 'list', items: [...differenceItems(actionReport, telling), waitingItem(telling)] },
    ...(report.satisfaction.length ? satisfactionBlocks(telling) : []),
    ...commentBlocks(reader, comments),
    ...(report.missing.length ? missingBlocks(telling) : []),
  ];
  return (
    <section class="card">
      <h2>{text.action.atHand}</h2>
      <BlocksView reader={reader} blocks={blocks} />
    </section>
  );
}

function differenceItems(actionReport: ActionReport, { reader, place }: Telling): Item[] {
  const { action, noRate } = reader.t.reports;
  const differences = listDifferences(actionReport);
  if (!actionReport.planned) return [{ text: action.nothingPlanned }];
  if (!differences.length) return [{ text: action.noDifference }];
  return differences.map(({ what, planned, carriedOut }) => {
    const key = comparedKeys[what];
    const done = carriedOut === null ? noRate : sayValue(key, carriedOut, reader);
    return {
      text: action.difference(sayCompared(what, reader), sayValue(key, planned, reader), done),
      href: figureHref(place, key),
    };
  });
}

/** Session by session: where people would have come. */
function waitingItem({ reader, report, account }: Telling): Item {
  const text = reader.t.reports.action;
  const { value, lines } = figureOf(report.figures, 'waiting');
  if (!value) return { text: text.noWaiting };
  return {
    text: text.waiting(value),
    items: lines.map(({ about, value: seats }) => {
      const href = account && hrefOf(about, report.index, account);
      const said = `${sayAbout(about, report.index, reader).date}${reader.t.reports.colon} ${sayNumber(seats, reader)}`;
      return { text: said, ...(href && { href }) };
    }),
  };
}
