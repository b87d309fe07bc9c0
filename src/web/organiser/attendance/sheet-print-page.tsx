/**
 * The sign-in sheet, A4 in black and white: numbered rows, a box to sign for each half-day, blank
 * lines for who comes without a registration. A page of its own, without the site's frame.
 */
import { raw } from 'hono/html';
import type { RollEntry } from '../../../domain/attendance/roll';
import { type SessionView, sessionTitle } from '../../../domain/catalogue/find-session';
import type { Logo } from '../../../domain/printing/schema';
import { sayDay, sayHours } from '../../../lib/dates';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Logos } from '../../ui/logos';
import { sayWhen } from './frame';
import { blankLines } from './sheet-form';

export function SheetPrintPage({
  reader,
  view,
  entries,
  logos,
}: {
  reader: Reader;
  view: SessionView;
  entries: readonly RollEntry[];
  logos: readonly Logo[];
}) {
  const text = reader.t.attendance.sheet;
  const { venue, carriers, slots, session } = view;
  const functions = session.speakers.map((speaker) =>
    [speaker.name, speaker.role].filter(Boolean).join(', '),
  );
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={reader.locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{`${text.title} – ${sessionTitle(view)}`}</title>
          <link rel="stylesheet" href={links.paperStylesheet()} />
        </head>
        <body class={slots.length > 2 ? 'paper landscape' : 'paper'}>
          <main>
            <p class="screen-only">{text.printHint}</p>
            <Logos logos={logos} />
            <p class="network">{reader.networkName}</p>
            <h1>{text.title}</h1>
            <p class="session-title">{sessionTitle(view)}</p>
            <p>
              {sayWhen(view, reader)}
              {venue && ` – ${[venue.name, venue.town].filter(Boolean).join(', ')}`}
              <br />
              {carriers.length > 0 && `${text.organiser} ${carriers.map((c) => c.name).join(', ')}`}
              {functions.length > 0 && ` – ${text.speakers} : ${functions.join(' ; ')}`}
            </p>
            <SignTable {...{ reader, view, entries }} />
            <p class="legal">{text.legal}</p>
          </main>
        </body>
      </html>
    </>
  );
}

function SignTable({
  reader,
  view,
  entries,
}: {
  reader: Reader;
  view: SessionView;
  entries: readonly RollEntry[];
}) {
  const { t, locale, timeZone } = reader;
  const text = t.attendance.sheet;
  const halfDays = view.slots.length ? view.slots : [null];
  const boxes = halfDays.map(() => <td class="sign" />);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" class="row-number">
            {text.number}
          </th>
          <th scope="col">{text.person}</th>
          {halfDays.map((slot) => (
            <th scope="col" class="sign">
              {slot && halfDays.length > 1 ? (
                <>
                  {sayDay(slot.startsAt, locale, timeZone, slot.startsAt)}
                  <br />
                  {sayHours(slot, locale, timeZone)}
                </>
              ) : (
                text.signature
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, row) => (
          <tr>
            <td class="row-number">{row + 1}</td>
            <th scope="row">
              {entry.groupLabel ? `${entry.groupLabel} – ${entry.name}` : entry.name}
              {entry.companions.length > 0 && ` + ${entry.companions.join(', ')}`}
              {entry.seats > 1 && ` (${t.attendance.seats(entry.seats)})`}
              <small>{[entry.profession, entry.organisation].filter(Boolean).join(', ')}</small>
            </th>
            {boxes}
          </tr>
        ))}
        <tr class="walk-ins">
          <th scope="rowgroup" colspan={2 + halfDays.length}>
            {text.walkIns}
          </th>
        </tr>
        {blankLines.map((line) => (
          <tr>
            <td class="row-number">{entries.length + line}</td>
            <td />
            {boxes}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
