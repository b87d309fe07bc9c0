/** Logos: seen by all who sign in; an organiser changes their organisation's, an administrator any. */
import { type Context, Hono } from 'hono';
import { listOrganisationNames } from '../../../domain/catalogue/list-names';
import { findOrganisationName } from '../../../domain/organisers/access';
import { mayAdminister, mayOrganise } from '../../../domain/organisers/permissions';
import {
  addLogo,
  findLogo,
  listLogos,
  mayChangeLogo,
  removeLogo,
} from '../../../domain/printing/logos';
import { Forbidden, NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import { byFormOf, type OrganiserEnv, shellOf } from '../context';
import { readId } from '../form';
import { requireRole } from '../signed-in';
import { type LogoForm, readLogoForm } from './logo-form';
import { LogosPage } from './logos-page';

type C = Context<OrganiserEnv>;

export const logoRoutes = new Hono<OrganiserEnv>()
  .get(links.logos(), (c) => showLogos(c))

  .post(links.logos(), requireRole(mayOrganise), async (c) => {
    const { db, account, reader } = c.var;
    const texts = reader.t.outreach.printing.logos.problems;
    const own = mayAdminister(account) ? null : await findOrganisationName(db, account);
    const { form, read } = await readLogoForm(c, own, texts);
    if (!read.ok) return showLogos(c, form, read.errors);
    const outcome = await addLogo(db, read.input, await byFormOf(c));
    if (!outcome.ok) return showLogos(c, form, { file: texts[outcome.reason] });
    return c.redirect(reader.href(`${links.logos()}?fait=logo`), 303);
  })

  .post(links.logoRemoval(':id'), requireRole(mayOrganise), async (c) => {
    const { db, account, reader } = c.var;
    const id = readId(c.req.param('id'));
    const logo = id === null ? null : await findLogo(db, id);
    if (!logo) throw new NotFound();
    if (!mayChangeLogo(account, logo)) throw new Forbidden();
    await removeLogo(db, logo.id);
    return c.redirect(reader.href(`${links.logos()}?fait=logo-enleve`), 303);
  });

async function showLogos(c: C, form?: LogoForm, errors?: FieldErrors) {
  const { db, account } = c.var;
  const [logos, organisations, own] = await Promise.all([
    listLogos(db),
    mayAdminister(account) ? listOrganisationNames(db) : [],
    findOrganisationName(db, account),
  ]);
  const page = { shell: shellOf(c), logos, organisations, own, form, errors };
  return c.html(<LogosPage {...page} />, errors ? 422 : 200);
}
