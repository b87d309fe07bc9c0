/** One session with all that is said of it: a fixed number of reads, whatever the tables hold. */
import { asc, eq } from 'drizzle-orm';
import type { Database } from '../../db/client';
import type { SessionFacts } from './facts';
import {
  type Action,
  actionCarriers,
  actions,
  organisations,
  type Session,
  type Slot,
  sessions,
  slots,
  type Venue,
  venues,
} from './schema';

export type SessionView = {
  session: Session;
  action: Action;
  venue: Venue | null;
  slots: Slot[];
  carriers: { id: number; name: string }[];
};

const byId = (id: number) => eq(sessions.id, id);

/** The session of a code as it is stored (upper case), or null; drafts included. */
export const findSession = (db: Database, code: string): Promise<SessionView | null> =>
  view(db, eq(sessions.code, code));

export const findSessionById = (db: Database, id: number): Promise<SessionView | null> =>
  view(db, byId(id));

/**
 * The session is read first and by itself. By itself, since D1's batch gives rows by column name, and
 * the joined tables share names. First, so that slots changed in between come with the older version,
 * and a decision that holds for that version is refused.
 */
async function view(db: Database, where: ReturnType<typeof byId>): Promise<SessionView | null> {
  const [row] = await db
    .select({ session: sessions, action: actions, venue: venues })
    .from(sessions)
    .innerJoin(actions, eq(actions.id, sessions.actionId))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .where(where);
  if (!row) return null;
  const [slotRows, carriers] = await db.batch([
    db.select().from(slots).where(eq(slots.sessionId, row.session.id)).orderBy(asc(slots.startsAt)),
    db
      .select({ id: organisations.id, name: organisations.name })
      .from(actionCarriers)
      .innerJoin(organisations, eq(organisations.id, actionCarriers.organisationId))
      .where(eq(actionCarriers.actionId, row.action.id))
      .orderBy(asc(actionCarriers.position)),
  ]);
  return { ...row, slots: slotRows, carriers };
}

export const sessionTitle = (view: {
  session: Pick<Session, 'title'>;
  action: Pick<Action, 'title'>;
}) => view.session.title ?? view.action.title;

export function factsOf(view: SessionView): SessionFacts {
  const { session, venue } = view;
  return {
    id: session.id,
    code: session.code,
    title: sessionTitle(view),
    mode: session.mode,
    slots: view.slots.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
    venue: venue && {
      name: venue.name,
      address: venue.address,
      town: venue.town,
      access: venue.access,
    },
    videoUrl: session.videoUrl,
    carriers: view.carriers.map((carrier) => carrier.name),
    speakers: session.speakers,
    practical: session.practical,
    eligibility: session.eligibility,
    version: session.version,
  };
}
