/** Correcting what was noted of someone. Two organisers who correct the same person are told. */
import { type Context, Hono } from 'hono';
import { correctRegistration } from '../../../domain/attendance/correct-registration';
import {
  type DetailName,
  type DetailsRefusal,
  differing,
} from '../../../domain/registrations/correct-details';
import { links } from '../../../links';
import { deliverSoon } from '../../deliver-soon';
import type { FieldErrors } from '../../ui/fields';
import { byOf, type OrganiserEnv } from '../context';
import { readValues, type Values, versionOf } from '../form';
import { pageOf } from '../sessions/load';
import { readDetails, sayDetail, storedValues } from './details-form';
import { DetailsPage } from './details-page';
import { type Loaded, loadRegistration, loadSuggestions } from './load';

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
    const asked = await loadRegistration(c);
    return show(c, asked, storedValues(asked.registration));
  })
  .post(links.registrantDetails(':id'), async (c) => {
    const asked = await loadRegistration(c);
    const { registration } = asked;
    const { db, reader } = c.var;
    const values = await readValues(c);
    const read = readDetails(registration, values, reader.t.registrants.problems);
    if (!read.ok) return show(c, asked, values, { errors: read.errors });
    const correction = {
      details: read.details,
      version: versionOf(values),
      overCapacityReason: read.reason,
    };
    const by = byOf(c);
    const outcome = await correctRegistration(db, registration, correction, by);
    if (outcome.ok) {
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
    const fresh = await loadRegistration(c);
    const stored = fresh.registration;
    const storedNow =
      outcome.reason === 'stale'
        ? differing(stored, read.details).map((name): [DetailName, string] => [
            name,
            sayDetail(stored[name]),
          ])
        : [];
    return show(c, fresh, values, { errors, storedNow });
  });

async function show(
  c: C,
  { registration, view }: Loaded,
  values: Values,
  again?: { errors: FieldErrors; storedNow?: [DetailName, string][] },
) {
  const page = { ...pageOf(c, view), registration, values, ...again };
  const suggestions = await loadSuggestions(c);
  return c.html(<DetailsPage {...page} suggestions={suggestions} />, again ? 422 : 200);
}
