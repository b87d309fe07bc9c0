/** The signed sheet's boxes on the screen: the lines of the paper, with their numbers. */
import type { Sheet, SheetLine } from '../../../domain/attendance/printed-sheets';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { sayDay, sayHours } from '../../../lib/dates';
import { typeset } from '../../../lib/text';
import { links } from '../../../links';
import { Button } from '../../ui/button';
import { described, type FieldErrors, HintAndError } from '../../ui/fields';
import { Badge } from '../../ui/notice';
import type { Values } from '../form';
import type { AttendanceShell } from './open-session';
import { sayLine } from './say-line';
import { blankLines, isNoted } from './sheet-form';

export type TypingProps = {
  shell: AttendanceShell;
  view: SessionView;
  sheet: Sheet;
  values?: Values;
  errors?: FieldErrors;
};

type HalfDay = { number: number; label: string; when: { day: string; hours: string } | null };

const halfDaysOf = ({ shell, view }: TypingProps): HalfDay[] => {
  const { t, locale, timeZone } = shell.reader;
  if (view.slots.length === 0)
    return [{ number: 0, label: t.attendance.states.present, when: null }];
  return view.slots.map((slot, i) => ({
    number: slot.number,
    label: t.attendance.halfDay(i + 1),
    when:
      view.slots.length > 1
        ? {
            day: sayDay(slot.startsAt, locale, timeZone, slot.startsAt),
            hours: typeset(sayHours(slot, locale, timeZone)),
          }
        : null,
  }));
};

export function TypingForm(props: TypingProps) {
  const { shell, view, sheet, values } = props;
  const { t, href } = shell.reader;
  const text = t.attendance.sheet;
  const halfDays = halfDaysOf(props);
  return (
    <form method="post" action={href(links.signInSheet(view.session.code))} novalidate>
      <h2>{text.typeTitle}</h2>
      <p>{text.typeIntro}</p>
      <input type="hidden" name="key" value={values?.key ?? shell.formKey} />
      {sheet.printed && <input type="hidden" name="sheet" value={String(sheet.printed.id)} />}
      <section class="table-scroll" aria-label={text.typeTitle} tabindex={0}>
        <table class="typing">
          <thead>
            <tr>
              <th scope="col">{text.number}</th>
              <th scope="col">{text.person}</th>
              {halfDays.map(({ when }) => (
                <th scope="col" class="box">
                  {when ? (
                    <>
                      {when.day}
                      <br />
                      <span class="muted">{when.hours}</span>
                    </>
                  ) : (
                    text.signature
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.lines.map((line, i) => (
              <Line {...props} {...{ halfDays, line, number: i + 1 }} />
            ))}
            {blankLines.map((n) => (
              <BlankLine {...props} {...{ halfDays, n, number: sheet.lines.length + n }} />
            ))}
          </tbody>
          {sheet.late.length > 0 && (
            <tbody>
              <tr>
                <th scope="rowgroup" colspan={2 + halfDays.length}>
                  {text.late}
                </th>
              </tr>
              {sheet.late.map((line) => (
                <Line {...props} {...{ halfDays, line, number: null }} />
              ))}
            </tbody>
          )}
        </table>
      </section>
      <Button>{text.save}</Button>
    </form>
  );
}

type RowProps = TypingProps & { halfDays: readonly HalfDay[] };

function Line({
  shell,
  values,
  halfDays,
  line,
  number,
}: RowProps & { line: SheetLine | null; number: number | null }) {
  const { t } = shell.reader;
  const text = t.attendance.sheet;
  if (!line)
    return (
      <tr>
        <td>{number}</td>
        <th scope="row" colspan={1 + halfDays.length} class="muted">
          {text.unknownLine}
        </th>
      </tr>
    );
  const { key, entry } = line;
  const who = sayLine(line, text);
  return (
    <tr>
      <td>{number}</td>
      <th scope="row">
        {who}
        {line.person === null && ` (${t.attendance.seats(entry.seats)})`}{' '}
        {entry.state === 'cancelled' && <Badge tone="info">{t.attendance.cancelledButCame}</Badge>}
        <input type="hidden" name={`line-${key}`} value={number === null ? 'late' : 'paper'} />
      </th>
      {halfDays.map((halfDay) => (
        <Box
          name={`sheet-${key}-${halfDay.number}`}
          label={text.present(who, halfDay.label)}
          checked={
            values
              ? values[`sheet-${key}-${halfDay.number}`] === '1'
              : isNoted(line, entry.marks.get(halfDay.number))
          }
        />
      ))}
    </tr>
  );
}

function BlankLine({
  shell,
  values,
  errors,
  halfDays,
  n,
  number,
}: RowProps & { n: number; number: number }) {
  const { t } = shell.reader;
  const text = t.attendance.sheet;
  const name = `walkIn${n}`;
  const error = errors?.[name];
  const field = { name, ...(error && { error }) };
  return (
    <tr>
      <td>{number}</td>
      <th scope="row" class={error && 'invalid'}>
        <label class="unseen" for={name}>
          {t.attendance.name}, {text.walkInNumber(number)}
        </label>
        <HintAndError t={t} {...field} />
        <input
          {...described(field)}
          value={values?.[name] ?? ''}
          maxlength={160}
          autocomplete="off"
        />
      </th>
      {halfDays.map((halfDay) => (
        <Box
          name={`sheet-new${n}-${halfDay.number}`}
          label={text.present(text.walkInNumber(number), halfDay.label)}
          checked={values?.[`sheet-new${n}-${halfDay.number}`] === '1'}
        />
      ))}
    </tr>
  );
}

const Box = ({ name, label, checked }: { name: string; label: string; checked: boolean }) => (
  <td class="box">
    <label class="tap">
      <input type="checkbox" name={name} value="1" checked={checked} />
      <span class="unseen">{label}</span>
    </label>
  </td>
);
