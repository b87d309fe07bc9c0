/** Someone who came without a place, after they were added: corrected, or taken out. */
import { type Context, Hono } from 'hono';
import { listSessionCertificates } from '../../../domain/attendance/certificates';
import {
  correctWalkIn,
  findWalkIn,
  isRemovable,
  removeWalkIn,
} from '../../../domain/attendance/walk-ins';
import { findSessionById } from '../../../domain/catalogue/find-session';
import { requireCarrier } from '../../../domain/organisers/access';
import { NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import { deliverSoon } from '../../deliver-soon';
import { byOf, type OrganiserEnv } from '../context';
import { readId, readValues } from '../form';
import { attendanceShell, done } from './open-session';
import { readWalkIn } from './walk-in-form';
import { WalkInPage, WalkInRemovalPage } from './walk-in-page';

export const walkInRoutes = new Hono<OrganiserEnv>()
  .get(links.walkIn(':id'), async (c) => {
    const page = await openWalkIn(c);
    const { name, email, profession, organisation } = page.walkIn;
    const values = {
      name,
      email: email ?? '',
      profession: profession ?? '',
      organisation: organisation ?? '',
    };
    return c.html(<WalkInPage {...page} values={values} />);
  })

  .post(links.walkIn(':id'), async (c) => {
    const page = await openWalkIn(c);
    const { db, reader } = c.var;
    const values = await readValues(c);
    const text = reader.t.attendance;
    const read = readWalkIn(values, text);
    if (!read.ok) return c.html(<WalkInPage {...page} values={values} errors={read.errors} />, 422);
    const correction = { details: read.input, version: readId(values.version) ?? 0 };
    const outcome = await correctWalkIn(db, page.walkIn, correction, byOf(c));
    if (outcome.ok) return done(c, links.attendance(page.view.session.code), 'personne-corrigee');
    const again = await openWalkIn(c);
    const errors = { form: text.correct[outcome.reason] };
    return c.html(<WalkInPage {...again} {...{ values, errors }} isStale />, 422);
  })

  .get(links.walkInRemoval(':id'), async (c) => {
    const page = await openRemovable(c);
    const all = await listSessionCertificates(c.var.db, page.view.session.id);
    const certificate =
      all.find(({ walkInId, revokedAt }) => walkInId === page.walkIn.id && revokedAt === null) ??
      null;
    return c.html(<WalkInRemovalPage {...page} certificate={certificate} />);
  })

  .post(links.walkInRemoval(':id'), async (c) => {
    const { walkIn, view } = await openAny(c);
    if (!isRemovable(walkIn)) throw new NotFound();
    await removeWalkIn(c.var.db, walkIn, byOf(c));
    deliverSoon(c);
    return done(c, links.attendance(view.session.code), 'personne-retiree');
  });

/** The one of the path, for someone who works on the action. @throws {NotFound} @throws {Forbidden} */
async function openAny(c: Context<OrganiserEnv>) {
  const { db, account } = c.var;
  const id = readId(c.req.param('id'));
  const walkIn = id === null ? null : await findWalkIn(db, id);
  const view = walkIn && (await findSessionById(db, walkIn.sessionId));
  if (!walkIn || !view) throw new NotFound();
  requireCarrier(account, view);
  return { shell: attendanceShell(c), view, walkIn };
}

/** @throws {NotFound} for who was taken out, too */
async function openWalkIn(c: Context<OrganiserEnv>) {
  const page = await openAny(c);
  if (page.walkIn.removedAt !== null) throw new NotFound();
  return page;
}

/** @throws {NotFound} for who gave their place to a colleague: they are there to stay */
async function openRemovable(c: Context<OrganiserEnv>) {
  const page = await openWalkIn(c);
  if (!isRemovable(page.walkIn)) throw new NotFound();
  return page;
}
