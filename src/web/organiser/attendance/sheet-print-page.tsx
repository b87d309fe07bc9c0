/**
 * The sign-in sheet, A4 in black and white: numbered rows, a box to sign for each half-day, blank
 * lines for who comes without a registration. A page of its own, without the site's frame.
 */
import { raw } from 'hono/html';
import type { Sheet } from '../../../domain/attendance/printed-sheets';
import { type SessionView, sessionTitle } from '../../../domain/catalogue/find-session';
import type { Logo } from '../../../domain/printing/schema';
import { sayDay, sayHours } from '../../../lib/dates';
import { sayPlaceOnce } from '../../../lib/text';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Logos } from '../../ui/logos';
import { sayWhen } from './frame';
import { sayLine, sayPrinted } from './say-line';
import { blankLines } from './sheet-form';

export function SheetPrintPage({
  reader,
  view,
  sheet,
  logos,
}: {
  reader: Reader;
  view: SessionView;
  sheet: Sheet;
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
              {venue && ` – ${sayPlaceOnce([venue.name, venue.town])}`}
              <br />
              {carriers.length > 0 && `${text.organiser} ${carriers.map((c) => c.name).join(', ')}`}
              {functions.length > 0 &&
                ` – ${text.speakers}${reader.t.programme.about}${functions.join(' ; ')}`}
            </p>
            <SignTable {...{ reader, view, sheet }} />
            {sheet.printed && <p class="legal">{sayPrinted(sheet.printed, reader)}</p>}
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
  sheet: { lines },
}: {
  reader: Reader;
  view: SessionView;
  sheet: Sheet;
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
        {lines.map((line, i) => (
          <tr>
            <td class="row-number">{i + 1}</td>
            <th scope="row">
              {line && sayLine(line, text)}
              {line?.person === null && ` (${t.attendance.seats(line.entry.seats)})`}
              {!line?.person && (
                <small>
                  {[line?.entry.profession, line?.entry.organisation].filter(Boolean).join(', ')}
                </small>
              )}
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
            <td class="row-number">{lines.length + line}</td>
            <td />
            {boxes}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
