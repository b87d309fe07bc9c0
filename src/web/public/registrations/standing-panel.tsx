/** The large answer at the top of « Mon inscription » : where one stands, and the rule behind it. */
import type { Child } from 'hono/jsx';
import type { Ending } from '../../../domain/registrations/schema';
import type { Standing } from '../../../domain/registrations/standing';
import type { Texts } from '../../../i18n';
import { Notice, Panel, type Tone } from '../../ui/notice';
import { sayInstant } from '../catalogue/say';
import type { OwnProps } from './load-own';

type Own = Texts['registration']['own'];

/** `isNotice` where the page has a title of its own. */
export function StandingPanel({ isNotice = false, ...props }: OwnProps & { isNotice?: boolean }) {
  const { own } = props.reader.t.registration;
  const { tone, title, lines } = panels[props.standing](own, props);
  const Frame = isNotice ? Notice : Panel;
  return (
    <Frame tone={tone} title={title}>
      {lines.filter(Boolean).map((line) => (
        <p>{line}</p>
      ))}
    </Frame>
  );
}

type Said = { tone: Tone; title: string; lines: Child[] };

const panels = {
  confirmed: (own, { registration: { seats } }) => ({
    tone: 'success',
    title: own.confirmedTitle,
    lines: [seats > 1 ? own.confirmedTexts(seats) : own.confirmedText],
  }),
  pending: (own) => ({ tone: 'info', title: own.pendingTitle, lines: [own.pendingText] }),
  waitlisted: (own, props) => ({
    tone: 'care',
    title: own.waitlistedTitle,
    lines: [
      props.party.rank !== null && <strong>{own.rank(props.party.rank)}</strong>,
      ...(props.party.offersOver ? [own.offersOver] : [whyItWaits(own, props), own.rule]),
    ],
  }),
  offered: (own, { reader, party, now }) => ({
    tone: 'care',
    title: own.offeredTitle(party.seats),
    lines: [
      party.offerExpiresAt !== null && (
        <strong>
          {(party.seats > 1 ? own.offeredUntilMany : own.offeredUntil)(
            sayInstant(party.offerExpiresAt, reader, now),
          )}
        </strong>
      ),
      own.offeredPasses,
    ],
  }),
  lapsed: (own) => ({ tone: 'danger', title: own.lapsedTitle, lines: [own.lapsedText] }),
  cancelled: (own, { registration: { endedBy } }) => ({
    tone: 'danger',
    title: own.cancelledTitle,
    lines: [endedBy && sayEnding(own, endedBy)],
  }),
  session_cancelled: (own, { view: { session } }) => ({
    tone: 'danger',
    title: own.sessionCancelledTitle,
    lines: [
      session.cancelReason && own.sessionCancelledReason(session.cancelReason),
      own.sessionCancelledText,
    ],
  }),
  past: (own, { registration: { state } }) => ({
    tone: 'info',
    title: own.pastTitle,
    lines: [state === 'confirmed' ? own.pastText : own.pastWaiting],
  }),
} satisfies Record<Standing, (own: Own, props: OwnProps) => Said>;

/** A party too big for what is free keeps its rank, and one whose organisation has its share too. */
function whyItWaits(own: Own, { party }: OwnProps): string | false {
  const { seats, freeSeats, fits } = party;
  if (fits || freeSeats === null) return false;
  if (seats > freeSeats) return seats > 1 && own.tooBig(seats, freeSeats);
  return own.shareFull;
}

const sayEnding = ({ ended }: Own, endedBy: Ending): string =>
  ({
    person: ended.person,
    organiser: ended.organiser,
    offer_lapsed: ended.offerLapsed,
    offer_declined: ended.offerDeclined,
    not_eligible: ended.notEligible,
    session_cancelled: ended.sessionCancelled,
    calendar: ended.calendar,
  })[endedBy] satisfies string;
