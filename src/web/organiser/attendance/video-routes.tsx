/** A session by video: the list of connections, given as a file or pasted, looked through, recorded. */
import { type Context, Hono } from 'hono';
import { readConnections } from '../../../domain/attendance/connections';
import { arePremature, slotOf } from '../../../domain/attendance/half-days';
import { recordAttendance } from '../../../domain/attendance/record';
import { findRoll } from '../../../domain/attendance/roll';
import { decodeText } from '../../../lib/read-csv';
import { links } from '../../../links';
import { readFormData } from '../../read-form';
import type { OrganiserEnv } from '../context';
import { readValues } from '../form';
import { actorOf, attendanceShell, done, openSession } from './open-session';
import { readSlot } from './tick-form';
import { readVideo } from './video-form';
import { VideoCheckPage, VideoPage } from './video-page';

/** The text of the file that was given, if one was. */
async function readFile(c: Context): Promise<string | null> {
  const file = (await readFormData(c)).get('file');
  if (!(file instanceof File) || file.size === 0) return null;
  return decodeText(new Uint8Array(await file.arrayBuffer()));
}

export const videoRoutes = new Hono<OrganiserEnv>()
  .get(links.connections(':code'), async (c) => {
    const view = await openSession(c);
    return c.html(<VideoPage shell={attendanceShell(c)} view={view} />);
  })

  // It shows what was understood and changes nothing; a list is too long for an address.
  .post(links.connections(':code'), async (c) => {
    const view = await openSession(c);
    const values = await readValues(c);
    const shell = attendanceShell(c);
    const read = readConnections((await readFile(c)) ?? values.list ?? '');
    if (read.connections.length === 0) {
      const errors = { list: c.var.reader.t.attendance.video.empty };
      return c.html(<VideoPage {...{ shell, view, values, errors }} />, 422);
    }
    const roll = await findRoll(c.var.db, view.session.id);
    const slot = readSlot(values.slot, view.slots);
    const least = Math.max(0, Number(values.least) || 0);
    return c.html(<VideoCheckPage {...{ shell, view, roll, read, slot, least }} />);
  })

  .post(links.connectionsRecord(':code'), async (c) => {
    const view = await openSession(c);
    const { db, now } = c.var;
    const values = await readValues(c);
    const { entries } = await findRoll(db, view.session.id);
    const slot = readSlot(values.slot, view.slots);
    const sending = readVideo(values, { entries, slot, span: slotOf(view.slots, slot), now });
    if (arePremature(sending.marks, view.slots, now)) {
      const errors = { form: c.var.reader.t.attendance.tooEarly };
      return c.html(<VideoPage {...{ shell: attendanceShell(c), view, values, errors }} />, 422);
    }
    const by = { now, actor: actorOf(c) };
    await recordAttendance(db, view.session.id, { ...sending, source: 'video' }, by);
    return done(c, links.attendance(view.session.code), 'connexions');
  });
