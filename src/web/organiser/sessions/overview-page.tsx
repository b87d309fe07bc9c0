/** A session as organisers see it: its state, its places, what it needs, and what can be done with it. */
import { notHeldRefusal } from '../../../domain/attendance/not-held';
import { cancelRefusal } from '../../../domain/catalogue/cancel-session';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { isNotHeld } from '../../../domain/catalogue/known';
import { isOver } from '../../../domain/catalogue/registration-window';
import { askableFields } from '../../../domain/catalogue/schema';
import { links } from '../../../links';
import { sayInstant, sayVenue, sayWhen } from '../../public/catalogue/say';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { Gauge } from '../../ui/gauge';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/table';
import { Papers, type PapersProps } from './papers';
import { SessionFrame, type SessionPage } from './session-frame';
import { UntoldNotice } from './untold';

export type OverviewProps = SessionPage & {
  papers: PapersProps;
  /** Seats taken above the capacity that someone has to decide on. */
  over: number;
  /** Those who asked to be told the date, while there is none. */
  watchers: number;
  /** Whom nothing told of the last change or cancellation; null where nothing was announced. */
  untold: number | null;
  /** A refusal of what was just tried. */
  problem?: string;
};

export function OverviewPage(props: OverviewProps) {
  const { shell, view, now, papers, over, untold, problem } = props;
  const { session } = view;
  const { t, href } = shell.reader;
  const text = t.sessions;
  return (
    <SessionFrame {...{ shell, view, now }} tab="overview" hasErrors={problem !== undefined}>
      {problem && (
        <Notice tone="care">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      {session.state === 'cancelled' && (
        <Notice
          tone="danger"
          title={isNotHeld(session) ? text.notHeld.notice : text.cancelledNotice}
        >
          {session.cancelReason && <p>{text.reasonGiven(session.cancelReason)}</p>}
        </Notice>
      )}
      {untold !== null && <UntoldNotice {...{ shell, view, untold }} />}
      {session.state === 'draft' && <Draft {...props} />}
      {over > 0 && (
        <Notice tone="care" title={t.sessions.review.overTitle}>
          <p>{text.overNotice(over)}</p>
          <Buttons>
            <ButtonLink href={href(links.whoStays(session.code))}>{text.chooseWhoStays}</ButtonLink>
          </Buttons>
        </Notice>
      )}
      <Seats {...props} />
      <SessionFactsList {...props} />
      <Doings {...props} />
      <Papers {...{ shell, view }} {...papers} />
    </SessionFrame>
  );
}

function Draft({ shell, view: { session }, now }: OverviewProps) {
  const { t, href } = shell.reader;
  const text = t.sessions;
  return (
    <Notice tone="info">
      <p>{text.draftNotice}</p>
      {session.dateState === 'to_be_determined' && <p>{text.draftUndated}</p>}
      {isOver(session, now) && (
        <p>
          <strong>{text.review.pastTitle}</strong> {text.draftPast}
        </p>
      )}
      <form method="post" action={href(links.sessionPublication(session.code))}>
        <input type="hidden" name="version" value={String(session.version)} />
        <Button>{text.publish}</Button>
      </form>
    </Notice>
  );
}

function Seats({ shell, view: { session }, watchers }: OverviewProps) {
  const { t } = shell.reader;
  const text = t.sessions;
  const { seatsTaken, capacity, maxCapacity, minSeats, waitingCount } = session;
  const said = [
    maxCapacity !== null && maxCapacity !== capacity && text.upTo(maxCapacity),
    minSeats !== null && text.atLeast(minSeats),
  ].filter(Boolean);
  return (
    <div class="places">
      {capacity !== null && <Gauge taken={seatsTaken} capacity={capacity} />}
      <p>
        <strong>{text.placesTaken(seatsTaken, capacity)}</strong>
        {said.length > 0 && <span class="muted"> – {said.join(', ')}</span>}
        {waitingCount > 0 && <span class="muted"> – {t.programme.waiting(waitingCount)}</span>}
      </p>
      {watchers > 0 && <p>{text.today.undatedCount(watchers)}</p>}
    </div>
  );
}

function SessionFactsList({ shell, view, now }: OverviewProps) {
  const { reader } = shell;
  const { t, href } = reader;
  const text = t.sessions;
  const { session, venue, action, carriers } = view;
  const { fields } = text;
  const asks = askableFields.flatMap((name) => {
    const ask = session.asks[name];
    return ask ? `${fields[name]} ${text.asksNote[ask]}` : [];
  });
  const place = venue && [sayVenue(venue), venue.address].filter(Boolean).join(', ');
  return (
    <Facts
      items={[
        [
          t.programme.when,
          session.startsAt === null
            ? text.dateStates[session.dateState]
            : sayWhen(view.slots, reader, now),
        ],
        [
          t.programme.where,
          [
            session.mode ? t.programme.modes[session.mode] : text.modeUndecided,
            session.mode !== 'online' && (place ?? text.noAddress),
            session.videoUrl,
          ],
        ],
        [t.programme.carriers, carriers.map((carrier) => carrier.name)],
        [
          t.programme.speakers,
          session.speakers.map((one) => [one.name, one.role].filter(Boolean).join(', ')),
        ],
        [
          fields.eligibility,
          [session.eligibility, session.checksEligibility && fields.checksEligibility],
        ],
        [
          text.openingTitle,
          [text.visibilities[session.visibility], ...sayOpening(view, shell, now)],
        ],
        [
          text.waitingTitle,
          session.state === 'cancelled' || session.capacity === null ? [] : text.offersRule,
        ],
        [text.asked, asks.length ? asks : text.asksNothing],
        [text.practicalFacts, sayPractical(view, shell)],
        [text.action, <a href={href(links.action(action.id))}>{action.title}</a>],
        [t.programme.code, session.code],
      ]}
    />
  );
}

function sayOpening({ session }: SessionView, { reader }: SessionPage['shell'], now: number) {
  const text = reader.t.sessions;
  const { registrationOpensAt: opens, registrationClosesAt: closes } = session;
  if (session.state === 'cancelled') return [];
  return [
    opens === null ? text.opensWhenPublished : text.from(sayInstant(opens, reader, now)),
    closes === null ? text.closesAtStart : text.until(sayInstant(closes, reader, now)),
  ];
}

const sayPractical = ({ session }: SessionView, { reader }: SessionPage['shell']) =>
  Object.entries(session.practical).map(([name, value]) => {
    const labels: Partial<Record<string, string>> = reader.t.sessions.fields;
    const said =
      typeof value === 'boolean' ? (value ? reader.t.common.yes : reader.t.common.no) : value;
    return `${labels[name] ?? name}${reader.t.programme.about}${said}`;
  });

function Doings({ shell, view, now }: OverviewProps) {
  const { t, href } = shell.reader;
  const text = t.sessions;
  const { code, state } = view.session;
  return (
    <Buttons>
      {state !== 'cancelled' && (
        <ButtonLink
          kind={state === 'draft' ? 'secondary' : 'primary'}
          href={href(links.sessionEdit(code))}
        >
          {text.edit}
        </ButtonLink>
      )}
      <ButtonLink kind="secondary" href={href(links.sessionCopy(code))}>
        {text.copy}
      </ButtonLink>
      {state !== 'draft' && (
        <ButtonLink kind="secondary" href={href(links.session(code))}>
          {text.publicPage}
        </ButtonLink>
      )}
      <ButtonLink kind="link" href={href(links.sessionHistory(code))}>
        {text.history.title}
      </ButtonLink>
      {state === 'draft' && (
        <ButtonLink kind="link" href={href(links.draftDeletion(code))}>
          {text.deleteDraft}
        </ButtonLink>
      )}
      {cancelRefusal(view, now) === null && (
        <ButtonLink kind="link" href={href(links.sessionCancellation(code))}>
          {text.cancelSession}
        </ButtonLink>
      )}
      {notHeldRefusal(view, now) === null && (
        <ButtonLink kind="link" href={href(links.sessionNotHeld(code))}>
          {text.notHeld.say}
        </ButtonLink>
      )}
    </Buttons>
  );
}
