/** The tick list, and adding someone who came without a place. */
import { type Context, Hono } from 'hono';
import { arePremature, slotOf } from '../../../domain/attendance/half-days';
import { recordAttendance } from '../../../domain/attendance/record';
import { findRoll } from '../../../domain/attendance/roll';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { newToken } from '../../../lib/tokens';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import type { OrganiserEnv } from '../context';
import { readFormKey, readValues, type Values } from '../form';
import { ListPage } from './list-page';
import { actorOf, attendanceShell, done, openSession } from './open-session';
import { scansOf } from './sheet-store';
import { readSlot, readTicks } from './tick-form';
import { readWalkIn } from './walk-in-form';

export const listRoutes = new Hono<OrganiserEnv>()
  .get(links.attendance(':code'), async (c) => showList(c, await openSession(c)))

  .post(links.attendance(':code'), async (c) => {
    const view = await openSession(c);
    const { db, now, settings, reader } = c.var;
    const values = await readValues(c);
    const slot = readSlot(c.req.query('demi-journee'), view.slots);
    const read = readTicks(values, {
      entries: (await findRoll(db, view.session.id)).entries,
      slot,
      span: slotOf(view.slots, slot),
      timeZone: settings.timeZone,
      now,
      timeProblem: reader.t.attendance.timeProblem,
    });
    if (!read.ok) return showList(c, view, values, read.errors);
    if (arePremature(read.marks, view.slots, now))
      return showList(c, view, values, { form: reader.t.attendance.tooEarly });
    const by = { now, actor: actorOf(c) };
    await recordAttendance(db, view.session.id, { marks: read.marks, source: 'tick' }, by);
    return done(c, pageOf(view, slot), 'emargement');
  })

  .post(links.walkIns(':code'), async (c) => {
    const view = await openSession(c);
    const { db, now, reader } = c.var;
    const values = await readValues(c);
    const read = readWalkIn(values, reader.t.attendance);
    if (!read.ok) return showList(c, view, values, read.errors);
    const who = read.input;
    const key = (await readFormKey(c)) ?? newToken();
    const slot = readSlot(c.req.query('demi-journee'), view.slots);
    const marks = [
      { id: `${key}:${slot}`, slot, who: { walkInKey: key }, state: 'present' as const, at: now },
    ];
    if (arePremature(marks, view.slots, now))
      return showList(c, view, values, { form: reader.t.attendance.tooEarly });
    const sending = { walkIns: [{ key, ...who }], marks, source: 'tick' as const };
    await recordAttendance(db, view.session.id, sending, { now, actor: actorOf(c) });
    return done(c, pageOf(view, slot), 'personne-ajoutee');
  });

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
  };
  return c.html(
    <ListPage {...page} {...(values && { values })} {...(errors && { errors })} />,
    errors ? 422 : 200,
  );
}
