/** Who is coming, for the speaker: read on a phone, or printed and brought along. */
import { raw } from 'hono/html';
import type { SessionView } from '../../../domain/catalogue/find-session';
import type { Logo } from '../../../domain/printing/schema';
import type { Guest, GuestList } from '../../../domain/printing/speaker-list';
import { typeset } from '../../../lib/text';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Logos } from '../../ui/logos';
import { sayTitle, sayWhen, sayWhere } from '../catalogue/say';

type Props = {
  reader: Reader;
  view: SessionView;
  list: GuestList;
  logos: readonly Logo[];
  now: number;
};

export function SpeakerListPage({ reader, view, list, logos, now }: Props) {
  const text = reader.t.outreach.printing.speaker;
  const { guests, seats, professions } = list;
  const when = sayWhen(view.slots, reader, now);
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={reader.locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex, nofollow" />
          <title>{`${text.title} – ${sayTitle(view)}`}</title>
          <link rel="stylesheet" href={links.printStylesheet()} />
        </head>
        <body>
          <main class="list">
            <div class="paper-only">
              <Logos logos={logos} lazy />
            </div>
            <p>{reader.networkName}</p>
            <h1>{text.title}</h1>
            <p>
              <strong>{sayTitle(view)}</strong>
            </p>
            {view.session.state === 'cancelled' && <p class="notice">{text.cancelled}</p>}
            <p>
              {(when.length ? when : [reader.t.programme.dateToCome]).map((line, i) => (
                <>
                  {i > 0 && <br />}
                  {line}
                </>
              ))}
              <br />
              {sayWhere(view.session, view.venue, reader)}
            </p>
            <p>
              <strong>{text.seats(seats)}</strong>
            </p>
            {professions.length > 0 && (
              <>
                <h2>{text.professions}</h2>
                <ul>
                  {professions.map(({ name, seats: count }) => (
                    <li>{`${name}${reader.t.programme.about}${count}`}</li>
                  ))}
                </ul>
              </>
            )}
            {guests.length > 0 && (
              <>
                <h2>{text.people}</h2>
                <ol class="guests">
                  {guests.map((guest) => (
                    <GuestLine reader={reader} guest={guest} />
                  ))}
                </ol>
              </>
            )}
            {guests.length < list.registrations && (
              <p>{text.more(list.registrations - guests.length)}</p>
            )}
            <p class="muted">{text.keep}</p>
          </main>
        </body>
      </html>
    </>
  );
}

function GuestLine({ reader, guest }: { reader: Reader; guest: Guest }) {
  const text = reader.t.outreach.printing.speaker;
  const { firstName, profession, note, seats, groupLabel, headcounts } = guest;
  const { children = 0, adults = 0 } = headcounts;
  const others =
    groupLabel === null
      ? seats > 1 && text.companions(seats - 1)
      : text.group(groupLabel, children, adults);
  return (
    <li>
      <strong>{firstName}</strong>
      {profession && `, ${profession}`}
      {others && <span class="muted"> ({others})</span>}
      {note && <p>{typeset(note)}</p>}
    </li>
  );
}
