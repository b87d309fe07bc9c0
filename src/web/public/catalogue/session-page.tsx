/** One session, in whatever state it is. The registration form comes in from outside (`form`). */
import type { Child } from 'hono/jsx';
import type { SessionView } from '../../../domain/catalogue/find-session';
import {
  type RegistrationWindow,
  registrationStatus,
  takesRegistrations,
} from '../../../domain/catalogue/registration-window';
import type { RelatedSessions } from '../../../domain/catalogue/related-sessions';
import { isFull } from '../../../domain/catalogue/seats';
import { typeset } from '../../../lib/text';
import { absolute, links } from '../../../links';
import type { Reader } from '../../context';
import { ButtonLink } from '../../ui/button';
import { ErrorSummary, type FieldErrors } from '../../ui/fields';
import { Layout } from '../../ui/layout';
import { Places } from './places';
import { Contact, HowToCome, InPractice } from './practical';
import { LinkedSessions, OtherDates } from './related';
import { sayInstant, sayPlaces, sayTitle, sayWhen, sayWhere } from './say';
import { FirstFacts, MoreFacts } from './session-facts';
import { SessionStatus } from './session-status';
import { eventData, JsonLd, SocialTags } from './social';

export type SessionPageProps = {
  reader: Reader;
  now: number;
  /** Without its video link, which is for people confirmed. */
  view: Omit<SessionView, 'session'> & { session: Omit<SessionView['session'], 'videoUrl'> };
  related: RelatedSessions;
  /** Whether the reader came by the link of an invitation. */
  invited?: boolean;
  /** The registration form, shown while the public may register. */
  form?: Child;
  /** What was wrong in it: summed up at the top of the page. */
  errors?: FieldErrors;
};

export function SessionPage(props: SessionPageProps) {
  const { reader, now, view, related, invited = false, form, errors } = props;
  const { session } = view;
  const { t } = reader;
  const window = registrationStatus(session, now);
  const takes = takesRegistrations(session, now, invited);
  return (
    <Layout reader={reader} head={head({ reader, now, view, hasErrors: hasAny(errors) })}>
      <ErrorSummary t={t} errors={errors} />
      <article class="session-page">
        <header>
          <p class="kind">
            {t.programme.types[view.action.type]} · {t.programme.audiences[view.action.audience]}
          </p>
          <h1>{sayTitle(view)}</h1>
        </header>
        <div>
          <SessionStatus {...{ session, window, reader, now, invited }} />
          <FirstFacts view={view} reader={reader} now={now} />
        </div>
        <div class="decide card">
          <Decide {...{ reader, now, view, window, takes }} />
        </div>
        <div>
          <Summary view={view} />
          <MoreFacts view={view} reader={reader} />
          <LinkedSessions view={view} related={related} reader={reader} />
          <InPractice session={session} reader={reader} />
          <HowToCome view={view} reader={reader} />
        </div>
      </article>
      {takes && (
        <section id="inscription" class="narrow" aria-labelledby="inscription-title">
          <h2 id="inscription-title">
            {isFull(session) ? t.programme.joinWaitingList : t.programme.registerTitle}
          </h2>
          {form}
        </section>
      )}
      <OtherDates related={related} reader={reader} now={now} />
    </Layout>
  );
}

/** What decides whether one comes: when, places, the button, whom to call. */
function Decide({
  reader,
  now,
  view,
  window,
  takes,
}: Pick<SessionPageProps, 'reader' | 'now' | 'view'> & {
  window: RegistrationWindow;
  takes: boolean;
}) {
  const { session, slots } = view;
  const { programme } = reader.t;
  const counts = window.status !== 'cancelled' && window.status !== 'past';
  return (
    <>
      {counts && window.status !== 'undated' && <Places session={session} reader={reader} />}
      {takes && (
        <>
          {session.waitingCount > 0 && !isFull(session) && (
            <p>{programme.waitingFirst(session.waitingCount)}</p>
          )}
          <ButtonLink href="#inscription">
            {isFull(session) ? programme.joinWaitingList : programme.register}
          </ButtonLink>
          {window.closesAt !== null && window.closesAt !== session.startsAt && (
            <p class="muted">{programme.closesAt(sayInstant(window.closesAt, reader, now))}</p>
          )}
        </>
      )}
      {counts && slots.length > 0 && (
        <p>
          <a href={links.sessionCalendar(session.code)}>{programme.addToCalendar}</a>
        </p>
      )}
      <Contact session={session} reader={reader} />
      <p class="muted code">
        {programme.code}
        {programme.about}
        <b>{session.code}</b>
      </p>
    </>
  );
}

const Summary = ({ view: { session, action } }: Pick<SessionPageProps, 'view'>) =>
  [session.summary, session.title === null ? '' : action.title, action.summary]
    .filter(Boolean)
    .flatMap((text) => typeset(text).split(/\n{2,}/))
    .map((paragraph, index) => <p class={index ? undefined : 'lede'}>{paragraph}</p>);

const hasAny = (errors: FieldErrors | undefined) => Object.values(errors ?? {}).some(Boolean);

function head({
  reader,
  now,
  view,
  hasErrors,
}: Pick<SessionPageProps, 'reader' | 'now' | 'view'> & { hasErrors: boolean }) {
  const { session, venue, slots } = view;
  const { programme } = reader.t;
  const title = sayTitle(view);
  const url = absolute(reader.baseUrl, links.session(session.code));
  const cancelled = session.state === 'cancelled';
  const description = [
    cancelled && programme.cancelled,
    sayWhen(slots, reader, now)[0] ?? programme.dateToCome,
    sayWhere(session, venue, reader),
    !cancelled && sayPlaces(session, reader),
  ]
    .filter(Boolean)
    .join(' · ');
  const event = eventData(view, reader);
  return {
    title,
    description,
    canonical: url,
    hasErrors,
    noIndex: session.visibility !== 'public',
    extra: (
      <>
        <SocialTags reader={reader} title={title} description={description} url={url} />
        {event && session.visibility === 'public' && <JsonLd data={event} />}
      </>
    ),
  };
}
