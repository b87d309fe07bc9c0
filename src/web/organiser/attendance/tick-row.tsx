/** One person of the tick list: the choices for a thumb, what is known of them, and their hours. */
import type { RollEntry, RollMark } from '../../../domain/attendance/roll';
import { namesOfPair } from '../../../domain/attendance/who-came';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { type FieldErrors, TextField } from '../../ui/fields';
import { Badge } from '../../ui/notice';
import type { Values } from '../form';
import { sayEntry } from './say-entry';
import { choiceOf, shownRow, timeOf } from './tick-form';

type RowProps = {
  reader: Reader;
  entry: RollEntry;
  mark: RollMark | undefined;
  values: Values | undefined;
  errors: FieldErrors | undefined;
  /** Whether the half-day has hours to be late for. */
  hasHours: boolean;
  /** Whether it can be noted already who is there. */
  opened: boolean;
  /** What tells them from another of the same name. */
  apart: string | undefined;
};

export function TickRow({
  reader,
  entry,
  mark,
  values,
  errors,
  hasHours,
  opened,
  apart,
}: RowProps) {
  const text = reader.t.attendance;
  const { attendee } = entry;
  const chosen = values?.[`mark-${attendee}`] ?? choiceOf(entry, mark);
  const seats = Array.from({ length: Math.min(entry.seats, 12) }, (_, i) => i + 1);
  // A group of 26 is there as a whole or by a number typed on the headcount page.
  const present = entry.seats > 12 ? [entry.seats] : seats.reverse();
  const here = opened || mark?.state === 'present' ? present : [];
  const pair = namesOfPair(entry);
  const choices = [
    ...here.flatMap((n) =>
      n === 1 && pair
        ? pair.map((name, who) => ({ value: `present:1:${who}`, label: text.onlyOne(name) }))
        : {
            value: `present:${n}`,
            label: entry.seats === 1 ? text.states.present : text.presentSeats(n, entry.seats),
          },
    ),
    { value: 'absent', label: text.states.absent },
    { value: 'excused', label: text.states.excused },
  ];
  return (
    <li id={attendee}>
      <fieldset>
        <legend>
          {sayEntry(entry)}
          {entry.companions.length > 0 && ` + ${entry.companions.join(', ')}`}{' '}
          <RowBadges reader={reader} entry={entry} mark={mark} />
        </legend>
        <p class="muted who">
          {[apart, entry.profession, entry.organisation].filter(Boolean).join(', ')}
        </p>
        {entry.walkInKey !== null && (
          <p class="who">
            <a href={reader.href(links.walkIn(Number(attendee.slice(1))))}>
              {text.correct.link}
              <span class="unseen">
                {reader.t.programme.about}
                {entry.name}
              </span>
            </a>
          </p>
        )}
        <input
          type="hidden"
          name={`was-${attendee}`}
          value={values?.[`was-${attendee}`] ?? shownRow(entry, mark, reader.timeZone)}
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
        {hasHours && here.length > 0 && <Times {...{ reader, entry, mark, values, errors }} />}
      </fieldset>
    </li>
  );
}

function RowBadges({ reader, entry, mark }: Pick<RowProps, 'reader' | 'entry' | 'mark'>) {
  const text = reader.t.attendance;
  return (
    <>
      {entry.walkInKey !== null && (
        <Badge tone="info">{entry.heldUntil !== null ? text.handedOver : text.walkIn}</Badge>
      )}
      {entry.seats > 1 && <Badge>{text.seats(entry.seats)}</Badge>}
      {entry.state === 'waitlisted' && <Badge tone="info">{text.waitlisted}</Badge>}
      {entry.state === 'cancelled' && <Badge tone="info">{text.cancelledButCame}</Badge>}
      {mark?.source === 'self' && <Badge tone="info">{text.selfChecked}</Badge>}
      {mark?.minutes != null && <Badge>{text.connectedMinutes(mark.minutes)}</Badge>}
    </>
  );
}

function Times({
  reader,
  entry,
  mark,
  values,
  errors,
}: Omit<RowProps, 'hasHours' | 'opened' | 'apart'>) {
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
