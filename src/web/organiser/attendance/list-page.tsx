/** The tick list: each person a row of large choices for a thumb; a form, without JavaScript. */
import { isOpen, slotOf } from '../../../domain/attendance/half-days';
import { countSlot, overCeiling, type Roll } from '../../../domain/attendance/roll';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { saySlot } from '../../../lib/dates';
import { typeset } from '../../../lib/text';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Button } from '../../ui/button';
import { ErrorSummary, type FieldErrors } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import type { Values } from '../form';
import { AttendanceFrame } from './frame';
import type { AttendanceShell } from './open-session';
import { tellApart } from './say-entry';
import { type ShownScan, SignedSheet } from './sheet-scans';
import { TickRow } from './tick-row';
import { WalkInFields } from './walk-in-fields';

export type ListPageProps = {
  shell: AttendanceShell;
  view: SessionView;
  roll: Roll;
  /** The pages of the signed sheet. */
  scans: readonly ShownScan[];
  slot: number;
  /** The key of who was just added. */
  added?: string | undefined;
  values?: Values;
  errors?: FieldErrors;
};

export function ListPage(props: ListPageProps) {
  const { shell, view, roll, scans, slot, errors } = props;
  const text = shell.reader.t.attendance;
  const opened = isOpen(slotOf(view.slots, slot), shell.now);
  return (
    <AttendanceFrame shell={shell} view={view} title={text.title} here="list" hasErrors={!!errors}>
      <ErrorSummary t={shell.reader.t} errors={errors} />
      <SlotChoice {...props} />
      <Counts reader={shell.reader} view={view} roll={roll} slot={slot} />
      {!opened && (
        <Notice>
          <p>{text.notStarted}</p>
        </Notice>
      )}
      <SignedSheet {...{ shell, view, roll, scans }} />
      {roll.entries.length === 0 && <p>{text.nobody}</p>}
      <TickForm {...props} opened={opened} />
    </AttendanceFrame>
  );
}

function SlotChoice({ shell, view, slot }: ListPageProps) {
  const { t, href, locale, timeZone } = shell.reader;
  if (view.slots.length < 2) return null;
  return (
    <nav class="slots" aria-label={t.attendance.halfDays}>
      <ul class="plain-list">
        {view.slots.map((each) => (
          <li>
            <a
              class={each.number === slot ? 'button' : 'button secondary'}
              aria-current={each.number === slot ? 'true' : undefined}
              href={href(`${links.attendance(view.session.code)}?demi-journee=${each.number + 1}`)}
            >
              {typeset(saySlot(each, locale, timeZone))}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How many are there, how many are left to note, and how many are past the ceiling. */
export function Counts({
  reader,
  view,
  roll,
  slot,
}: {
  reader: Reader;
  view: SessionView;
  roll: Roll;
  slot: number;
}) {
  const text = reader.t.attendance;
  const span = slotOf(view.slots, slot);
  const { present, excused, unmarked } = countSlot(roll.entries, slot, span);
  const expected = roll.entries.reduce((n, e) => n + (e.walkInKey === null ? e.seats : 0), 0);
  const walkIns = countSlot(
    roll.entries.filter((e) => e.walkInKey !== null && e.heldUntil === null),
    slot,
    span,
  ).present;
  const { maxCapacity } = view.session;
  const over = overCeiling(present, maxCapacity);
  return (
    <>
      <p class="counts" id="counts">
        <strong>{text.counts(present, expected, walkIns)}</strong>
        {excused > 0 && <> · {text.excusedCount(excused)}</>}
        {unmarked > 0 && <> · {text.unmarkedLeft(unmarked)}</>}
      </p>
      {over > 0 && maxCapacity !== null && (
        <Notice tone="care">
          <p>{text.overCeiling(over, maxCapacity)}</p>
        </Notice>
      )}
    </>
  );
}

/** Whoever is added is sent with what was ticked: neither waits for the other, or takes it back. */
function TickForm(props: ListPageProps & { opened: boolean }) {
  const { shell, view, roll, slot, values, errors, opened } = props;
  const { t, href } = shell.reader;
  const text = t.attendance;
  const apart = tellApart(roll.entries, shell.reader);
  return (
    <form
      method="post"
      action={href(`${links.attendance(view.session.code)}?demi-journee=${slot + 1}`)}
      novalidate
    >
      <input type="hidden" name="key" value={values?.key ?? shell.formKey} />
      <AddSomeone {...props} />
      <ol class="roll plain-list">
        {roll.entries.map((entry) => (
          <TickRow
            entry={entry}
            apart={apart.get(entry.attendee)}
            mark={entry.marks.get(slot)}
            hasHours={view.slots.length > 0}
            opened={opened}
            {...{ reader: shell.reader, values, errors }}
          />
        ))}
      </ol>
      <div class="bar">
        <Button>{text.save}</Button>
        {opened && (
          <Button kind="secondary" name="all" value="1">
            {text.allPresent}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Above the list and folded; open, with who was just added, for the next one at the door. */
function AddSomeone({ shell, view, roll, slot, added, values, errors }: ListPageProps) {
  const { t, href } = shell.reader;
  const text = t.attendance;
  const name = roll.entries.find((entry) => added && entry.walkInKey === added)?.name;
  const isOpen = Boolean(name || values?.name || errors?.name || errors?.email);
  return (
    <section id="ajouter" class="narrow">
      {name && (
        <Notice tone="success">
          <p role="status">{text.added(name)}</p>
        </Notice>
      )}
      <details class="more" open={isOpen || roll.entries.length === 0}>
        <summary>{text.addTitle}</summary>
        <p class="hint">{text.addHint}</p>
        <WalkInFields {...{ shell, values, errors }} />
        <Button
          kind="secondary"
          formaction={href(`${links.walkIns(view.session.code)}?demi-journee=${slot + 1}`)}
        >
          {text.add}
        </Button>
      </details>
    </section>
  );
}
