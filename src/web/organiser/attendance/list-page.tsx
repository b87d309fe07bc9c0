/** The tick list: each person a row of large choices for a thumb; a form, without JavaScript. */
import {
  countSlot,
  overCeiling,
  type Roll,
  type RollEntry,
  type RollMark,
} from '../../../domain/attendance/roll';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { saySlot } from '../../../lib/dates';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Button } from '../../ui/button';
import { ErrorSummary, type FieldErrors, TextField } from '../../ui/fields';
import { Badge, Notice } from '../../ui/notice';
import type { Values } from '../form';
import { FormKey } from '../form-key';
import { AttendanceFrame } from './frame';
import type { AttendanceShell } from './open-session';
import { choiceOf, shownRow, timeOf } from './tick-form';

export type ListPageProps = {
  shell: AttendanceShell;
  view: SessionView;
  roll: Roll;
  slot: number;
  now: number;
  /** A random token of this page. */
  formKey: string;
  values?: Values;
  errors?: FieldErrors;
};

export function ListPage(props: ListPageProps) {
  const { shell, view, roll, slot, now, errors } = props;
  const { t, href } = shell.reader;
  const text = t.attendance;
  const { session } = view;
  return (
    <AttendanceFrame shell={shell} view={view} title={text.title} here="list" hasErrors={!!errors}>
      <ErrorSummary t={t} errors={errors} />
      <SlotChoice {...props} />
      <Counts reader={shell.reader} view={view} roll={roll} slot={slot} />
      {session.startsAt !== null && session.startsAt > now && (
        <Notice>
          <p>{text.notStarted}</p>
        </Notice>
      )}
      {roll.entries.length === 0 ? <p>{text.nobody}</p> : <TickForm {...props} />}
      <section class="narrow">
        <h2>{text.addTitle}</h2>
        <p>{text.addHint}</p>
        <form
          method="post"
          action={href(`${links.walkIns(session.code)}?demi-journee=${slot + 1}`)}
          novalidate
        >
          <WalkInFields {...props} />
          <Button kind="secondary">{text.add}</Button>
        </form>
      </section>
    </AttendanceFrame>
  );
}

function SlotChoice({ shell, view, slot }: ListPageProps) {
  const { t, href, locale, timeZone } = shell.reader;
  if (view.slots.length < 2) return null;
  return (
    <nav class="slots" aria-label={t.attendance.halfDays}>
      <ul class="plain-list">
        {view.slots.map((each, i) => (
          <li>
            <a
              class={i === slot ? 'button' : 'button secondary'}
              aria-current={i === slot ? 'true' : undefined}
              href={href(`${links.attendance(view.session.code)}?demi-journee=${i + 1}`)}
            >
              {saySlot(each, locale, timeZone)}
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
  const { present, excused, unmarked } = countSlot(roll.entries, slot);
  const expected = roll.entries.reduce((n, e) => n + (e.walkInKey === null ? e.seats : 0), 0);
  const { maxCapacity } = view.session;
  const over = overCeiling(present, maxCapacity);
  return (
    <>
      <p class="counts" id="counts">
        <strong>{text.counts(present, expected)}</strong>
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

function TickForm({ shell, view, roll, slot, formKey, values, errors }: ListPageProps) {
  const { t, href } = shell.reader;
  const text = t.attendance;
  return (
    <form
      method="post"
      action={href(`${links.attendance(view.session.code)}?demi-journee=${slot + 1}`)}
      novalidate
    >
      <input type="hidden" name="key" value={values?.key ?? formKey} />
      <ol class="roll plain-list">
        {roll.entries.map((entry) => (
          <Row
            entry={entry}
            mark={entry.marks.get(slot)}
            {...{ reader: shell.reader, values, errors }}
          />
        ))}
      </ol>
      <div class="bar">
        <Button>{text.save}</Button>
        <Button kind="secondary" name="all" value="1">
          {text.allPresent}
        </Button>
      </div>
    </form>
  );
}

type RowProps = {
  reader: Reader;
  entry: RollEntry;
  mark: RollMark | undefined;
  values: Values | undefined;
  errors: FieldErrors | undefined;
};

function Row({ reader, entry, mark, values, errors }: RowProps) {
  const text = reader.t.attendance;
  const { attendee } = entry;
  const chosen = values?.[`mark-${attendee}`] ?? choiceOf(mark);
  const seats = Array.from({ length: Math.min(entry.seats, 12) }, (_, i) => i + 1);
  // A group of 26 is there as a whole or by a number typed on the headcount page.
  const present = entry.seats > 12 ? [entry.seats] : seats.reverse();
  const choices = [
    ...present.map((n) => ({
      value: `present:${n}`,
      label: entry.seats === 1 ? text.states.present : text.presentSeats(n, entry.seats),
    })),
    { value: 'absent', label: text.states.absent },
    { value: 'excused', label: text.states.excused },
  ];
  return (
    <li id={attendee}>
      <fieldset>
        <legend>
          {entry.groupLabel ? `${entry.groupLabel} (${entry.name})` : entry.name}
          {entry.companions.length > 0 && ` + ${entry.companions.join(', ')}`}{' '}
          <RowBadges reader={reader} entry={entry} mark={mark} />
        </legend>
        <p class="muted who">{[entry.profession, entry.organisation].filter(Boolean).join(', ')}</p>
        <input
          type="hidden"
          name={`was-${attendee}`}
          value={values?.[`was-${attendee}`] ?? shownRow(mark, reader.timeZone)}
        />
        <div class="ticks">
          {choices.map(({ value, label }, i) => (
            <>
              <input
                type="radio"
                id={`mark-${attendee}-${i}`}
                name={`mark-${attendee}`}
                value={value}
                checked={chosen === value}
              />
              <label for={`mark-${attendee}-${i}`}>{label}</label>
            </>
          ))}
        </div>
        <Times {...{ reader, entry, mark, values, errors }} />
      </fieldset>
    </li>
  );
}

function RowBadges({ reader, entry, mark }: Pick<RowProps, 'reader' | 'entry' | 'mark'>) {
  const text = reader.t.attendance;
  return (
    <>
      {entry.walkInKey !== null && <Badge tone="info">{text.walkIn}</Badge>}
      {entry.seats > 1 && <Badge>{text.seats(entry.seats)}</Badge>}
      {entry.state === 'waitlisted' && <Badge tone="info">{text.waitlisted}</Badge>}
      {entry.state === 'cancelled' && <Badge tone="info">{text.cancelledButCame}</Badge>}
      {mark?.source === 'self' && <Badge tone="info">{text.selfChecked}</Badge>}
      {mark?.minutes != null && <Badge>{text.connectedMinutes(mark.minutes)}</Badge>}
    </>
  );
}

function Times({ reader, entry, mark, values, errors }: RowProps) {
  const { t, timeZone } = reader;
  const { attendee, name } = entry;
  const fields = [
    { field: `arrived-${attendee}`, label: t.attendance.arrived, at: mark?.arrivedAt },
    { field: `left-${attendee}`, label: t.attendance.left, at: mark?.leftAt },
  ];
  const isOpen = fields.some(({ field, at }) => at != null || errors?.[field]);
  return (
    <details class="times" open={isOpen}>
      <summary>
        {t.attendance.times}
        <span class="unseen"> {t.attendance.timesFor(name)}</span>
      </summary>
      <div class="pair">
        {fields.map(({ field, label, at }) => (
          <TextField
            t={t}
            name={field}
            label={label}
            type="time"
            optional
            short
            value={values?.[field] ?? timeOf(at, timeZone)}
            error={errors?.[field]}
          />
        ))}
      </div>
    </details>
  );
}

function WalkInFields({ shell, values, errors }: ListPageProps) {
  const { t } = shell.reader;
  const text = t.attendance;
  const field = (name: 'name' | 'email' | 'profession' | 'organisation') => ({
    t,
    name,
    label: text[name],
    value: values?.[name],
    error: errors?.[name],
  });
  return (
    <>
      <FormKey shell={shell} />
      <TextField {...field('name')} maxlength={160} />
      <details class="more" open={!!(values?.email || errors?.email)}>
        <summary>
          {text.email}, {text.profession.toLowerCase()}, {text.organisation.toLowerCase()}
        </summary>
        <TextField
          {...field('email')}
          optional
          type="email"
          inputmode="email"
          hint={text.emailHint}
        />
        <TextField {...field('profession')} optional maxlength={120} />
        <TextField {...field('organisation')} optional maxlength={120} />
      </details>
    </>
  );
}
