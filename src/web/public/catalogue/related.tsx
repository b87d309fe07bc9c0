/** The other half of a hybrid session, and the other dates of the same action. */
import type { RelatedSession, RelatedSessions } from '../../../domain/catalogue/related-sessions';
import type { Session, Venue } from '../../../domain/catalogue/schema';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Badge } from '../../ui/notice';
import { Places } from './places';
import { sayPlaces, sayStart, sayWhere } from './say';

/** Both halves side by side, each with its own places. */
export function LinkedSessions({
  view,
  related: { linked },
  reader,
}: {
  view: { session: Omit<Session, 'videoUrl'>; venue: Venue | null };
  related: RelatedSessions;
  reader: Reader;
}) {
  if (!linked) return null;
  const { programme } = reader.t;
  const dated = view.session.startsAt !== null;
  return (
    <section aria-labelledby="hybrid">
      <h2 id="hybrid">{programme.hybridTitle}</h2>
      <ul class="halves">
        {[view, linked].map((half) => (
          <li class="card">
            <h3>
              {half === linked ? (
                <a href={reader.href(links.session(half.session.code))}>{where(half, reader)}</a>
              ) : (
                where(half, reader)
              )}
            </h3>
            {half.session.state === 'cancelled' ? (
              <Badge tone="danger">{programme.cancelled}</Badge>
            ) : (
              dated && <Places session={half.session} reader={reader} />
            )}
            {half !== linked && <p class="muted">{programme.hybridHere}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

const where = ({ session, venue }: RelatedSession, reader: Reader) =>
  sayWhere(session, venue, reader);

export function OtherDates({
  related: { others, more },
  reader,
  now,
}: {
  related: RelatedSessions;
  reader: Reader;
  now: number;
}) {
  if (!others.length) return null;
  const { programme } = reader.t;
  return (
    <section aria-labelledby="others">
      <h2 id="others">{programme.otherDatesTitle}</h2>
      <p>{programme.otherDatesText}</p>
      <ul class="others">
        {others.map((other) => (
          <li>
            <a href={reader.href(links.session(other.session.code))}>
              {sayStart(other.session, reader, now)}
            </a>
            {other.session.title && ` – ${other.session.title}`}
            <br />
            {where(other, reader)} –{' '}
            {other.session.state === 'cancelled' ? (
              <Badge tone="danger">{programme.cancelled}</Badge>
            ) : (
              sayPlaces(other.session, reader)
            )}
          </li>
        ))}
      </ul>
      {more && (
        <p>
          <a href={reader.href(links.programme())}>{programme.moreDates}</a>
        </p>
      )}
    </section>
  );
}
