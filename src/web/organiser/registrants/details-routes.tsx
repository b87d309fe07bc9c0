/** Correcting what was noted of someone. Two organisers who correct the same person are told. */
import { type Context, Hono } from 'hono';
import { correctCertificates } from '../../../domain/attendance/certify';
import { findSessionById } from '../../../domain/catalogue/find-session';
import {
  correctDetails,
  type DetailName,
  type DetailsRefusal,
  differing,
} from '../../../domain/registrations/correct-details';
import { findRegistration } from '../../../domain/registrations/queries';
import type { Registration } from '../../../domain/registrations/schema';
import { NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import { deliverSoon } from '../../deliver-soon';
import type { FieldErrors } from '../../ui/fields';
import { byOf, type OrganiserEnv } from '../context';
import { readId, readValues, type Values } from '../form';
import { pageOf } from '../sessions/load';
import { readDetails, sayDetail, storedValues } from './details-form';
import { DetailsPage } from './details-page';
import { loadRegistration, loadSuggestions } from './load';

type C = Context<OrganiserEnv>;

/** The field that can change it. */
const blamed = {
  stale: 'form',
  not_live: 'form',
  over_capacity_needs_reason: 'reason',
  over_max: 'seats',
} satisfies Record<DetailsRefusal, string>;

export const detailsRoutes = new Hono<OrganiserEnv>()
  .get(links.registrantDetails(':id'), async (c) => {
    const registration = await loadRegistration(c);
    return show(c, registration, storedValues(registration));
  })
  .post(links.registrantDetails(':id'), async (c) => {
    const registration = await loadRegistration(c);
    const { db, reader } = c.var;
    const values = await readValues(c);
    const read = readDetails(registration, values, reader.t.registrants.problems);
    if (!read.ok) return show(c, registration, values, { errors: read.errors });
    const correction = {
      details: read.details,
      version: readId(values.version) ?? 0,
      overCapacityReason: read.reason,
    };
    const { actor, now } = byOf(c);
    const outcome = await correctDetails(db, registration, correction, actor, { now });
    if (outcome.ok) {
      await correctCertificates(db, registration.sessionId, { actor, now });
      // Seats that it freed may have been offered.
      deliverSoon(c);
      return c.redirect(reader.href(`${links.registrant(registration.id)}?fait=coordonnees`), 303);
    }
    const isGroup = registration.kind === 'group';
    const field = blamed[outcome.reason];
    const errors = {
      [isGroup && field === 'seats' ? 'children' : field]:
        reader.t.correctDetails.refusals[outcome.reason],
    };
    const stored = (await findRegistration(db, registration.id)) ?? registration;
    const storedNow =
      outcome.reason === 'stale'
        ? differing(stored, read.details).map((name): [DetailName, string] => [
            name,
            sayDetail(stored[name]),
          ])
        : [];
    return show(c, stored, values, { errors, storedNow });
  });

async function show(
  c: C,
  registration: Registration,
  values: Values,
  again?: { errors: FieldErrors; storedNow?: [DetailName, string][] },
) {
  const [view, suggestions] = await Promise.all([
    findSessionById(c.var.db, registration.sessionId),
    loadSuggestions(c),
  ]);
  if (!view) throw new NotFound();
  const page = { ...pageOf(c, view), registration, values, suggestions, ...again };
  return c.html(<DetailsPage {...page} />, again ? 422 : 200);
}
