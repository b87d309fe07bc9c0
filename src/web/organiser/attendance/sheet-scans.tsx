/** The signed sheet where it was scanned: its pages, those to add, and the line about it elsewhere. */
import type { Roll } from '../../../domain/attendance/roll';
import type { SheetScan } from '../../../domain/attendance/schema';
import { mostPages } from '../../../domain/attendance/sheet-scans';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { pageTypes } from '../../../lib/page-file';
import { links } from '../../../links';
import { Button } from '../../ui/button';
import type { FieldErrors } from '../../ui/fields';
import { FileField } from '../../ui/file-field';
import type { AttendanceShell } from './open-session';

export type ShownScan = Pick<SheetScan, 'id' | 'type' | 'size'>;
type Props = {
  shell: AttendanceShell;
  view: SessionView;
  scans: readonly ShownScan[];
  errors?: FieldErrors;
};

export function SheetScans({ shell, view, scans, errors }: Props) {
  const { t, href } = shell.reader;
  const text = t.attendance.sheet.scans;
  const { code } = view.session;
  return (
    <section class="narrow" id="pages-signees">
      <h2>{text.title}</h2>
      <p>{text.intro}</p>
      {scans.length > 0 && (
        <ul class="scans plain-list">
          {scans.map((scan, i) => (
            <ScanLine {...{ shell, code, scan, number: i + 1 }} />
          ))}
        </ul>
      )}
      {scans.length < mostPages && (
        <form
          method="post"
          action={href(links.sheetScans(code))}
          enctype="multipart/form-data"
          novalidate
        >
          <FileField
            t={t}
            name="pages"
            label={text.file}
            hint={text.fileHint(mostPages)}
            accept={pageTypes.join(',')}
            multiple
            error={errors?.pages}
          />
          <Button kind="secondary">{text.add}</Button>
        </form>
      )}
    </section>
  );
}

function ScanLine({
  shell,
  code,
  scan,
  number,
}: {
  shell: AttendanceShell;
  code: string;
  scan: ShownScan;
  number: number;
}) {
  const { t, href } = shell.reader;
  const text = t.attendance.sheet.scans;
  const kind = scan.type.replace(/^.*\//, '').toUpperCase();
  return (
    <li>
      <a class="button secondary" href={href(links.sheetScan(code, scan.id))}>
        {text.page(number)}
      </a>
      <span class="muted">
        {kind}, {text.size(Math.max(1, Math.round(scan.size / 1000)))}
      </span>
      <details class="more">
        <summary>
          {text.remove}
          <span class="unseen"> {text.page(number)}</span>
        </summary>
        <p>{text.removeText}</p>
        <form method="post" action={href(links.sheetScanRemoval(code, scan.id))}>
          <Button kind="secondary">{text.removeNow(number)}</Button>
        </form>
      </details>
    </li>
  );
}

/** Where the signed sheet is, in a line that leads to it; nothing where nobody said. */
export function SignedSheet({
  shell,
  view,
  roll,
  scans,
}: Props & { roll: Pick<Roll, 'attendance'> }) {
  const { t, href } = shell.reader;
  const text = t.attendance.sheet;
  const kept = roll.attendance?.sheetKept;
  if (!kept && scans.length === 0) return null;
  return (
    <p>
      <a href={`${href(links.signInSheet(view.session.code))}#pages-signees`}>{text.signed}</a>
      {' : '}
      {[kept, scans.length > 0 && text.signedPages(scans.length)].filter(Boolean).join(' – ')}
    </p>
  );
}
