/** Correcting what is held of oneself. Sent again, it finds nothing to correct. */
import { type Context, Hono } from 'hono';
import { correctDetails } from '../../../domain/registrations/correct-details';
import type { FormFields } from '../../../domain/registrations/inputs';
import { correctable, parseOwnDetails } from '../../../domain/registrations/own-details';
import { links } from '../../../links';
import { deliverSoon } from '../../deliver-soon';
import type { FieldErrors } from '../../ui/fields';
import { DetailsPage } from './details-page';
import { sayFieldErrors } from './form-errors';
import { loadForm } from './load-form';
import { loadOwn } from './load-own';
import { type OwnEnv, ownLink } from './own-link';
import { momentOf, readFields } from './read-fields';

type C = Context<OwnEnv>;
const path = links.ownDetails(':token');

export const ownDetailsRoutes = new Hono<OwnEnv>()
  .get(path, ownLink, (c) => show(c))
  .post(path, ownLink, async (c) => {
    const { db, own, reader, token } = c.var;
    const fields = await readFields(c);
    const { session } = (await loadOwn(db, c.var)).view;
    const parsed = parseOwnDetails(session, own, fields);
    if (!parsed.ok)
      return show(c, fields, sayFieldErrors(reader.t.registration, parsed.errors, session));
    const version = Number(fields.version) || 0;
    const correction = { details: parsed.details, version };
    const outcome = await correctDetails(db, own, correction, 'person', momentOf(c.var));
    // The seats are not touched: only somebody else's correction is in the way.
    if (!outcome.ok) return show(c, fields, { form: reader.t.correctDetails.own.stale });
    deliverSoon(c);
    return c.redirect(reader.href(`${links.registration(token)}?fait=donnees`), 303);
  });

async function show(c: C, values?: FormFields, errors?: FieldErrors) {
  const own = await loadOwn(c.var.db, c.var);
  const { registration: r, view } = own;
  const asks = correctable(view.session, r);
  const stored: FormFields = {
    firstName: r.firstName,
    lastName: r.lastName,
    phone: r.phone ?? '',
    profession: r.profession ?? '',
    organisation: r.organisation ?? '',
    town: r.town ?? '',
    note: r.note ?? '',
  };
  const asked = { ...view, session: { ...view.session, asks } };
  const form = await loadForm(c.var.db, c.var.reader, asked, {
    values: { ...stored, ...values },
    errors: errors ?? {},
  });
  return c.html(<DetailsPage {...{ own, form }} />, errors ? 422 : 200);
}
