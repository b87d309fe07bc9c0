/** The programme as a calendar month: a table of weeks, and on a phone the list of its days. */
import type { FilterOptions } from '../../../domain/catalogue/list-filter-options';
import type { ListedSession } from '../../../domain/catalogue/list-sessions';
import {
  byDay,
  monthWeeks,
  nextMonth,
  sayDay,
  sayMonth,
  sayTime,
  startOfDay,
} from '../../../lib/dates';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { type ProgrammeQuery, programmePath } from './filters';
import { ProgrammeFrame } from './programme-page';
import { sayTitle } from './say';

export type CalendarProps = {
  reader: Reader;
  now: number;
  /** Its `mois` is the month shown. */
  query: ProgrammeQuery & { mois: string };
  options: FilterOptions;
  sessions: ListedSession[];
  /** True when the month has more than are given. */
  more: boolean;
};

type Entry = { startsAt: number; timed: boolean; listed: ListedSession };

export function CalendarPage({ reader, query, options, sessions, more }: CalendarProps) {
  const { t, locale } = reader;
  const { programme } = t;
  const month = sayMonth(query.mois, locale);
  const entries = entriesByDay(sessions, reader);
  const to = (mois: string) => reader.href(programmePath(query, { mois }));
  return (
    <ProgrammeFrame
      reader={reader}
      query={query}
      options={options}
      heading={programme.calendar}
      title={programme.calendarTitle(month)}
    >
      <nav class="months" aria-label={programme.month}>
        <a rel="prev" href={to(nextMonth(query.mois, -1))}>
          {programme.previousMonth}
        </a>
        <h2>{month}</h2>
        <a rel="next" href={to(nextMonth(query.mois, 1))}>
          {programme.nextMonth}
        </a>
      </nav>
      {sessions.length === 0 && <p class="card">{programme.noneThisMonth}</p>}
      {more && (
        <p class="card">
          <a href={reader.href(programmePath(query, { vue: undefined }))}>{programme.tooMany}</a>
        </p>
      )}
      <table class="calendar">
        <caption class="unseen">{month}</caption>
        <thead>
          <tr>
            {programme.weekdays.map((weekday) => (
              <th scope="col">{weekday}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthWeeks(query.mois).map((week) => (
            <tr>
              {week.map((date) => (
                <DayCell
                  date={date}
                  entries={date ? entries.get(date) : undefined}
                  reader={reader}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ProgrammeFrame>
  );
}

function DayCell({
  date,
  entries = [],
  reader,
}: {
  date: string | null;
  entries?: Entry[];
  reader: Reader;
}) {
  if (date === null) return <td class="outside" />;
  const { locale, timeZone } = reader;
  return (
    <td class={entries.length ? undefined : 'empty'}>
      <span class="day">
        <span class="number-only" aria-hidden="true">
          {Number(date.slice(8))}
        </span>
        <span class="in-full">{sayDay(startOfDay(date, timeZone), locale, timeZone)}</span>
      </span>
      {entries.length > 0 && (
        <ul>
          {entries.map((entry) => (
            <li class={entry.listed.action.audience}>
              <DayEntry entry={entry} reader={reader} />
            </li>
          ))}
        </ul>
      )}
    </td>
  );
}

function DayEntry({
  entry: { startsAt, timed, listed },
  reader,
}: {
  entry: Entry;
  reader: Reader;
}) {
  const { session } = listed;
  const { programme } = reader.t;
  const cancelled = session.state === 'cancelled';
  const title = sayTitle(listed);
  return (
    <a href={reader.href(links.session(session.code))}>
      {timed && <b>{sayTime(startsAt, reader.locale, reader.timeZone)} </b>}
      {cancelled ? (
        <>
          <s>{title}</s> ({programme.cancelled})
        </>
      ) : (
        title
      )}
    </a>
  );
}

/** A session stands on each day that it has a slot on. */
function entriesByDay(sessions: ListedSession[], { timeZone }: Reader): Map<string, Entry[]> {
  const entries = sessions.flatMap((listed) =>
    byDay(listed.slots, timeZone).map(({ date, startsAt, slots }) => ({
      date,
      startsAt,
      timed: slots.every((slot) => slot.precision === 'time'),
      listed,
    })),
  );
  return Map.groupBy(
    entries.sort((a, b) => a.startsAt - b.startsAt),
    (entry) => entry.date,
  );
}
