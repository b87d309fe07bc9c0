/** What the pages about people registered load. */
import type { Context } from 'hono';
import { findSessionById, type SessionView } from '../../../domain/catalogue/find-session';
import { listOrganisationNames, listProfessionNames } from '../../../domain/catalogue/list-names';
import { requireCarrier } from '../../../domain/organisers/access';
import { findRegistration } from '../../../domain/registrations/queries';
import type { Registration } from '../../../domain/registrations/schema';
import { NotFound } from '../../../lib/errors';
import type { OrganiserEnv } from '../context';
import { readId } from '../form';
import type { Suggestions } from './person-fields';

export type Loaded = { registration: Registration; view: SessionView };

/** The registration of the path, for someone who works on its action. @throws {NotFound} @throws {Forbidden} */
export async function loadRegistration(c: Context<OrganiserEnv>): Promise<Loaded> {
  const id = readId(c.req.param('id'));
  const registration = id === null ? null : await findRegistration(c.var.db, id);
  const view = registration && (await findSessionById(c.var.db, registration.sessionId));
  if (!registration || !view) throw new NotFound();
  requireCarrier(c.var.account, view);
  return { registration, view };
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
