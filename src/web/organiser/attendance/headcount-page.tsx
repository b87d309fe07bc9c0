/** Counting people of an open session by category, and what is counted already. */
import type { Counted } from '../../../domain/attendance/presence';
import {
  type HeadcountKind,
  headcountKinds,
  headcountSources,
} from '../../../domain/attendance/schema';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { localDay } from '../../../lib/dates';
import { links } from '../../../links';
import { Button } from '../../ui/button';
import {
  DatalistField,
  ErrorSummary,
  type FieldErrors,
  RadioGroup,
  SelectField,
  TextField,
} from '../../ui/fields';
import { Table } from '../../ui/table';
import type { Values } from '../form';
import { AttendanceFrame } from './frame';
import { headcountRows } from './headcount-form';
import type { AttendanceShell } from './open-session';

export type HeadcountPageProps = {
  shell: AttendanceShell;
  view: SessionView;
  recorded: Counted[];
  /** Of which kind the form shows what is counted. */
  kind: HeadcountKind;
  values?: Values;
  errors?: FieldErrors;
};

export function HeadcountPage(props: HeadcountPageProps) {
  const { shell, view, errors } = props;
  const { t } = shell.reader;
  const text = t.attendance.headcount;
  return (
    <AttendanceFrame
      shell={shell}
      view={view}
      title={text.title}
      here="headcount"
      hasErrors={!!errors}
    >
      <ErrorSummary t={t} errors={errors} />
      <p class="lede">{text.intro}</p>
      <Recorded {...props} />
      <HeadcountForm {...props} />
    </AttendanceFrame>
  );
}

function Recorded({ shell, recorded }: HeadcountPageProps) {
  const text = shell.reader.t.attendance.headcount;
  if (recorded.length === 0) return <p>{text.none}</p>;
  const total = recorded.reduce(
    (sum, { kind, count }) => sum + (kind === 'present' ? count : 0),
    0,
  );
  return (
    <>
      <Table
        caption={text.recorded}
        rows={recorded}
        columns={[
          { head: text.category, cell: ({ category }) => category || text.kinds.present },
          { head: text.kind, cell: ({ kind }) => text.kinds[kind] },
          { head: text.count, cell: ({ count }) => count, number: true },
        ]}
      />
      {total > 0 && <p>{text.total(total)}</p>}
    </>
  );
}

function HeadcountForm({ shell, view, recorded, kind, values, errors }: HeadcountPageProps) {
  const { t, href, timeZone } = shell.reader;
  const text = t.attendance.headcount;
  const held = recorded.filter((count) => count.kind === kind);
  return (
    <form method="post" action={href(links.headcount(view.session.code))} class="narrow" novalidate>
      <RadioGroup
        t={t}
        name="kind"
        label={text.kind}
        value={values?.kind ?? kind}
        options={headcountKinds.map((value) => ({
          value,
          label: text.kinds[value],
          hint: text.kindHints[value],
        }))}
      />
      {headcountRows(held.length, values).map((n) => (
        <fieldset class="field count-row">
          <legend>{text.row(n)}</legend>
          <DatalistField
            t={t}
            name={`category${n}`}
            label={text.category}
            hint={n === 1 ? text.categoryHint : undefined}
            optional
            suggestions={text.suggestions}
            value={values?.[`category${n}`] ?? held[n - 1]?.category}
            error={errors?.[`category${n}`]}
          />
          <TextField
            t={t}
            name={`count${n}`}
            label={text.count}
            optional
            short
            inputmode="numeric"
            value={values?.[`count${n}`] ?? held[n - 1]?.count}
            error={errors?.[`count${n}`]}
          />
        </fieldset>
      ))}
      <SelectField
        t={t}
        name="source"
        label={text.source}
        value={values?.source ?? 'door'}
        options={headcountSources.map((value) => ({ value, label: text.sources[value] }))}
      />
      <TextField
        t={t}
        name="countedOn"
        label={text.countedAt}
        type="date"
        value={
          values?.countedOn ??
          localDay(Math.min(view.session.startsAt ?? shell.now, shell.now), timeZone)
        }
        error={errors?.countedOn}
      />
      <p class="hint">{text.clear}</p>
      <Button>{text.save}</Button>
    </form>
  );
}
