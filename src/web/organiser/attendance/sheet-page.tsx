/** The paper sheet's page: print it, type it in, and keep the signed one or note where it is. */
import type { Roll } from '../../../domain/attendance/roll';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { saySlot } from '../../../lib/dates';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors, TextField } from '../../ui/fields';
import type { Values } from '../form';
import { AttendanceFrame } from './frame';
import type { AttendanceShell } from './open-session';
import { blankLines } from './sheet-form';
import { SheetScans, type ShownScan } from './sheet-scans';

export type SheetPageProps = {
  shell: AttendanceShell;
  view: SessionView;
  roll: Roll;
  /** Null where no pages can be kept. */
  scans: readonly ShownScan[] | null;
  formKey: string;
  values?: Values;
  /** Where it is kept, as typed. */
  kept?: string;
  errors?: FieldErrors;
};

export function SheetPage(props: SheetPageProps) {
  const { shell, view, roll, scans, kept, errors } = props;
  const { t, href } = shell.reader;
  const text = t.attendance.sheet;
  const { code } = view.session;
  return (
    <AttendanceFrame shell={shell} view={view} title={text.title} here="sheet" hasErrors={!!errors}>
      <ErrorSummary t={t} errors={errors} />
      <p class="lede">{text.intro}</p>
      <Buttons>
        <ButtonLink href={href(links.signInSheetPrint(code))}>{text.print}</ButtonLink>
      </Buttons>
      <TypingForm {...props} />
      {scans && <SheetScans {...{ shell, view, scans }} {...(errors && { errors })} />}
      <form method="post" action={href(links.signInSheetKept(code))} class="narrow" novalidate>
        <h2>{text.keptTitle}</h2>
        <TextField
          t={t}
          name="kept"
          label={text.kept}
          hint={text.keptHint}
          optional
          maxlength={200}
          value={kept ?? roll.attendance?.sheetKept}
          error={errors?.kept}
        />
        <Button kind="secondary">{text.keptSave}</Button>
      </form>
    </AttendanceFrame>
  );
}

function TypingForm({ shell, view, roll, formKey, values, errors }: SheetPageProps) {
  const { t, href, locale, timeZone } = shell.reader;
  const text = t.attendance.sheet;
  const halfDays = view.slots.length
    ? view.slots.map((slot, i) => ({
        number: slot.number,
        label: t.attendance.halfDay(i + 1),
        when: saySlot(slot, locale, timeZone),
      }))
    : [{ number: 0, label: t.attendance.states.present, when: t.attendance.noDate }];
  const box = (
    attendee: string,
    who: string,
    { number, label }: (typeof halfDays)[number],
    checked: boolean,
  ) => (
    <td class="box">
      <label class="tap">
        <input type="checkbox" name={`sheet-${attendee}-${number}`} value="1" checked={checked} />
        <span class="unseen">{text.present(who, label)}</span>
      </label>
    </td>
  );
  return (
    <form method="post" action={href(links.signInSheet(view.session.code))} novalidate>
      <h2>{text.typeTitle}</h2>
      <p>{text.typeIntro}</p>
      <input type="hidden" name="key" value={values?.key ?? formKey} />
      <section class="table-scroll" aria-label={text.typeTitle} tabindex={0}>
        <table class="typing">
          <thead>
            <tr>
              <th scope="col">{text.number}</th>
              <th scope="col">{text.person}</th>
              {halfDays.map(({ label, when }) => (
                <th scope="col" class="box">
                  {label}
                  <br />
                  <span class="muted">{when}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {roll.entries.map((entry, row) => (
              <tr>
                <td>{row + 1}</td>
                <th scope="row">
                  {entry.name}
                  {entry.seats > 1 && ` (${t.attendance.seats(entry.seats)})`}
                  <input type="hidden" name={`row-${entry.attendee}`} value="1" />
                </th>
                {halfDays.map((halfDay) =>
                  box(
                    entry.attendee,
                    entry.name,
                    halfDay,
                    values
                      ? values[`sheet-${entry.attendee}-${halfDay.number}`] === '1'
                      : entry.marks.get(halfDay.number)?.state === 'present',
                  ),
                )}
              </tr>
            ))}
            {blankLines.map((line) => (
              <tr>
                <td>{roll.entries.length + line}</td>
                <th scope="row">
                  <label class="unseen" for={`walkIn${line}`}>
                    {t.attendance.name}, {text.walkInNumber(roll.entries.length + line)}
                  </label>
                  <input
                    id={`walkIn${line}`}
                    name={`walkIn${line}`}
                    value={values?.[`walkIn${line}`] ?? ''}
                    aria-invalid={errors?.[`walkIn${line}`] ? 'true' : undefined}
                    maxlength={160}
                    autocomplete="off"
                  />
                </th>
                {halfDays.map((halfDay) =>
                  box(
                    `new${line}`,
                    text.walkInNumber(roll.entries.length + line),
                    halfDay,
                    values?.[`sheet-new${line}-${halfDay.number}`] === '1',
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Button>{text.save}</Button>
    </form>
  );
}
