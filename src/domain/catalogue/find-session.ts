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

async function view(db: Database, where: ReturnType<typeof byId>): Promise<SessionView | null> {
  const [rows, slotRows, carrierRows] = await db.batch([
    db
      .select({ session: sessions, action: actions, venue: venues })
      .from(sessions)
      .innerJoin(actions, eq(actions.id, sessions.actionId))
      .leftJoin(venues, eq(venues.id, sessions.venueId))
      .where(where),
    db
      .select({ slot: slots })
      .from(slots)
      .innerJoin(sessions, eq(sessions.id, slots.sessionId))
      .where(where)
      .orderBy(asc(slots.position)),
    db
      .select({ id: organisations.id, name: organisations.name })
      .from(sessions)
      .innerJoin(actionCarriers, eq(actionCarriers.actionId, sessions.actionId))
      .innerJoin(organisations, eq(organisations.id, actionCarriers.organisationId))
      .where(where)
      .orderBy(asc(actionCarriers.position)),
  ]);
  const row = rows[0];
  return row ? { ...row, slots: slotRows.map((r) => r.slot), carriers: carrierRows } : null;
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
