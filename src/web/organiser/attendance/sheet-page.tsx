/** The paper sheet's page: print it, type it in, and keep the signed one or note where it is. */
import type { PrintedSheet, Sheet } from '../../../domain/attendance/printed-sheets';
import type { Roll } from '../../../domain/attendance/roll';
import { links } from '../../../links';
import { Button, Buttons } from '../../ui/button';
import { ErrorSummary, TextField } from '../../ui/fields';
import { AttendanceFrame } from './frame';
import { sayPrinted } from './say-line';
import { SheetScans, type ShownScan } from './sheet-scans';
import { TypingForm, type TypingProps } from './typing-form';

export type SheetPageProps = TypingProps & {
  roll: Roll;
  sheet: Sheet;
  /** Those that were printed, the last one first. */
  sheets: readonly PrintedSheet[];
  /** Null where no pages can be kept. */
  scans: readonly ShownScan[] | null;
  /** Where it is kept, as typed. */
  kept?: string;
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
      <form method="post" action={href(links.signInSheetPrint(code))}>
        <Buttons>
          <Button>{text.print}</Button>
        </Buttons>
      </form>
      <Editions {...props} />
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

/** Which of the printed sheets is typed in: the people at the door may have signed an earlier one. */
function Editions({ shell, view, sheet, sheets }: SheetPageProps) {
  const { reader } = shell;
  const text = reader.t.attendance.sheet;
  if (!sheet.printed) return null;
  const others = sheets.filter(({ id }) => id !== sheet.printed?.id);
  return (
    <>
      <p>
        <strong>{sayPrinted(sheet.printed, reader)}</strong>
      </p>
      {others.length > 0 && (
        <p>
          {text.others}{' '}
          {others.map((other, i) => (
            <>
              {i > 0 && ' ; '}
              <a href={reader.href(`${links.signInSheet(view.session.code)}?feuille=${other.id}`)}>
                {sayPrinted(other, reader)}
              </a>
            </>
          ))}
        </p>
      )}
    </>
  );
}
