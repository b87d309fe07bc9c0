/** The tick list, and adding someone who came without a place. */
import { type Context, Hono } from 'hono';
import { arePremature, slotOf } from '../../../domain/attendance/half-days';
import { recordAttendance } from '../../../domain/attendance/record';
import { findRoll } from '../../../domain/attendance/roll';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { sayHours } from '../../../lib/dates';
import { newToken } from '../../../lib/tokens';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import type { OrganiserEnv } from '../context';
import { readFormKey, readValues, type Values } from '../form';
import { ListPage } from './list-page';
import { actorOf, attendanceShell, done, openSession, withQuery } from './open-session';
import { scansOf } from './sheet-store';
import { readSlot, readTicks } from './tick-form';
import { isWalkInTyped, readWalkIn } from './walk-in-form';

export const listRoutes = new Hono<OrganiserEnv>()
  .get(links.attendance(':code'), async (c) => showList(c, await openSession(c)))

  .post(links.attendance(':code'), (c) => saveList(c))

  .post(links.walkIns(':code'), (c) => saveList(c, { adds: true }));

/** Keeps what was ticked, and adds the person who was typed: whichever button was pressed, both. */
async function saveList(c: Context<OrganiserEnv>, { adds = false } = {}) {
  const view = await openSession(c);
  const { db, now, settings, reader } = c.var;
  const text = reader.t.attendance;
  const values = await readValues(c);
  const slot = readSlot(c.req.query('demi-journee'), view.slots);
  const span = slotOf(view.slots, slot);
  const ticked = readTicks(values, {
    entries: (await findRoll(db, view.session.id)).entries,
    slot,
    span,
    timeZone: settings.timeZone,
    now,
    problems: {
      time: (name) =>
        text.timeProblem(name, span ? sayHours(span, reader.locale, settings.timeZone) : ''),
      unmarked: text.timeUnmarked,
    },
  });
  const nothingTicked = ticked.ok && ticked.marks.length === 0;
  const isTyped = isWalkInTyped(values) || (adds && nothingTicked);
  const typed = isTyped ? readWalkIn(values, text) : undefined;
  if (!ticked.ok || typed?.ok === false)
    return showList(c, view, values, {
      ...(typed?.ok === false && typed.errors),
      ...(!ticked.ok && ticked.errors),
    });
  const key = (await readFormKey(c)) ?? newToken();
  const walkIns = typed ? [{ key, ...typed.input }] : [];
  const present = { slot, who: { walkInKey: key }, state: 'present', at: now } as const;
  const marks = [...ticked.marks, ...walkIns.map(() => ({ id: `${key}:${slot}`, ...present }))];
  if (arePremature(marks, view.slots, now))
    return showList(c, view, values, { form: text.tooEarly });
  const sending = { walkIns, marks, source: 'tick' as const };
  await recordAttendance(db, view.session.id, sending, { now, actor: actorOf(c) });
  const page = pageOf(view, slot);
  if (!typed) return done(c, page, 'emargement');
  return c.redirect(`${reader.href(withQuery(page, `ajout=${key}`))}#counts`, 303);
}

const pageOf = ({ session, slots }: SessionView, slot: number) =>
  slots.length > 1
    ? `${links.attendance(session.code)}?demi-journee=${slot + 1}`
    : links.attendance(session.code);

async function showList(
  c: Context<OrganiserEnv>,
  view: SessionView,
  values?: Values,
  errors?: FieldErrors,
) {
  const { db } = c.var;
  const { id } = view.session;
  const [roll, scans] = await Promise.all([findRoll(db, id), scansOf(c, id)]);
  const slot = readSlot(c.req.query('demi-journee'), view.slots);
  const page = {
    shell: attendanceShell(c),
    view,
    roll,
    scans: scans ?? [],
    slot,
    added: c.req.query('ajout'),
  };
  return c.html(
    <ListPage {...page} {...(values && { values })} {...(errors && { errors })} />,
    errors ? 422 : 200,
  );
}
