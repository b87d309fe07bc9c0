/** What the pages about people registered load. */
import type { Context } from 'hono';
import { listOrganisationNames, listProfessionNames } from '../../../domain/catalogue/list-names';
import { requireSession } from '../../../domain/organisers/access';
import { findRegistration } from '../../../domain/registrations/queries';
import type { Registration } from '../../../domain/registrations/schema';
import { NotFound } from '../../../lib/errors';
import type { OrganiserEnv } from '../context';
import { readId } from '../form';
import type { Suggestions } from './person-fields';

/** The registration of the path, for someone who works on its action. @throws {NotFound} @throws {Forbidden} */
export async function loadRegistration(c: Context<OrganiserEnv>): Promise<Registration> {
  const id = readId(c.req.param('id'));
  const registration = id === null ? null : await findRegistration(c.var.db, id);
  if (!registration) throw new NotFound();
  await requireSession(c.var.db, c.var.account, registration.sessionId);
  return registration;
}

export async function loadSuggestions({
  var: { db },
}: Context<OrganiserEnv>): Promise<Suggestions> {
  const [professions, organisations] = await Promise.all([
    listProfessionNames(db),
    listOrganisationNames(db),
  ]);
  return { professions, organisations };
}
