/** The door: its page, the list that its script refreshes, and what the script sends. */
import { type Context, Hono } from 'hono';
import { recordFromDoor } from '../../../domain/attendance/door';
import { halfDaysOf } from '../../../domain/attendance/half-days';
import { findRoll } from '../../../domain/attendance/roll';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { links } from '../../../links';
import type { OrganiserEnv } from '../context';
import { type DoorList, doorPeople, readDoorSending } from './door-data';
import { DoorPage } from './door-page';
import { actorOf, attendanceShell, openSession } from './open-session';

export const doorRoutes = new Hono<OrganiserEnv>()
  .get(links.door(':code'), async (c) => {
    const view = await openSession(c);
    const list = await listPeople(c, view);
    return c.html(<DoorPage shell={attendanceShell(c)} view={view} list={list} />);
  })

  .get(links.doorList(':code'), async (c) => {
    const view = await openSession(c);
    return c.json(await listPeople(c, view));
  })

  .post(links.doorMarks(':code'), async (c) => {
    const view = await openSession(c);
    const { db, now, settings } = c.var;
    const read = readDoorSending(await readJson(c));
    if (!read) return c.json({ kept: [], refused: [] }, 422);
    const { kept, refused, scanned } = await recordFromDoor(
      db,
      settings.signingSecret,
      view.session.id,
      read.sending,
      { now, actor: actorOf(c) },
    );
    const answer = { kept, refused: [...read.refused, ...refused], scanned };
    return c.json({ ...answer, ...(await listPeople(c, view)) });
  });

const listPeople = async (
  c: Context<OrganiserEnv>,
  { session, slots }: SessionView,
): Promise<DoorList> => ({
  at: c.var.now,
  people: doorPeople(
    (await findRoll(c.var.db, session.id)).entries,
    halfDaysOf(slots),
    c.var.reader,
  ),
});

/** The body as JSON; null for anything else. */
const readJson = (c: Context<OrganiserEnv>): Promise<unknown> => c.req.json().catch(() => null);
