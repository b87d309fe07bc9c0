/** Accounts and roles, for administrators. */
import { type Context, Hono } from 'hono';
import type * as v from 'valibot';
import { listOrganisationNames } from '../../../domain/catalogue/list-names';
import {
  AccountChange,
  changeAccount,
  disableAccount,
  enableAccount,
  findAccount,
  Invitation,
  inviteAccount,
  type ListedAccount,
  listAccounts,
} from '../../../domain/organisers/accounts';
import {
  CorrectedAddress,
  correctInvitedAddress,
  resendInvitation,
} from '../../../domain/organisers/invitation';
import { mayAdminister } from '../../../domain/organisers/permissions';
import { NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import { deliverSoon } from '../../deliver-soon';
import type { FieldErrors } from '../../ui/fields';
import { byFormOf, byOf, type OrganiserEnv, shellOf } from '../context';
import {
  isSameInput,
  readId,
  readInput,
  readValues,
  readVersion,
  type Values,
  versionOf,
} from '../form';
import { requireRole } from '../signed-in';
import { PeoplePage } from './people-page';
import { PersonPage } from './person-page';

const admin = requireRole(mayAdminister);

export const peopleRoutes = new Hono<OrganiserEnv>()
  .get(links.people(), admin, (c) => showPeople(c))
  .post(links.people(), admin, async (c) => {
    const { db, reader } = c.var;
    const text = reader.t.organiser.people;
    const values = await readValues(c);
    const read = readInput(Invitation, values, text.problems);
    if (!read.ok) return showPeople(c, values, read.errors);
    const outcome = await inviteAccount(db, read.input, await invitingOf(c));
    if (!outcome.ok) return showPeople(c, values, { email: text.refusals[outcome.reason] });
    deliverSoon(c);
    return c.redirect(reader.href(`${links.people()}?fait=invitation`), 303);
  })
  .get(links.person(':id'), admin, async (c) => showPerson(c, await requirePerson(c)))
  .post(links.person(':id'), admin, async (c) => {
    const person = await requirePerson(c);
    const { reader, db } = c.var;
    const text = reader.t.organiser.people;
    const values = await readValues(c);
    const read = readInput(AccountChange, values, text.problems);
    if (!read.ok) return showPerson(c, person, values, read.errors);
    const outcome = await changeAccount(
      db,
      person.account.id,
      versionOf(values),
      read.input,
      byOf(c),
    );
    const stored = await requirePerson(c);
    if (!outcome.ok && !isStored(stored, read.input))
      return showPerson(c, stored, values, { form: text.refusals[outcome.reason] });
    return c.redirect(reader.href(`${links.person(person.account.id)}?fait=enregistre`), 303);
  })
  .post(links.personInvitation(':id'), admin, async (c) => {
    const person = await requirePerson(c);
    const { reader, db } = c.var;
    const outcome = await resendInvitation(db, person.account, await invitingOf(c));
    if (!outcome.ok) {
      const form = reader.t.organiser.people.refusals[outcome.reason];
      return showPerson(c, await requirePerson(c), undefined, { form });
    }
    deliverSoon(c);
    return c.redirect(reader.href(`${links.person(person.account.id)}?fait=invitation`), 303);
  })
  .post(links.personAddress(':id'), admin, async (c) => {
    const person = await requirePerson(c);
    const { reader, db } = c.var;
    const text = reader.t.organiser.people;
    const values = await readValues(c);
    const { email = '' } = values;
    const read = readInput(CorrectedAddress, values, text.problems);
    if (!read.ok) return showPerson(c, person, { email }, read.errors);
    const change = { ...read.input, version: versionOf(values) };
    const outcome = await correctInvitedAddress(db, person.account, change, await invitingOf(c));
    if (!outcome.ok) {
      const errors = { email: text.refusals[outcome.reason] };
      return showPerson(c, await requirePerson(c), { email }, errors);
    }
    deliverSoon(c);
    return c.redirect(
      reader.href(`${links.person(person.account.id)}?fait=invitation-corrigee`),
      303,
    );
  })
  .post(links.personDisabling(':id'), admin, (c) => changeState(c, disableAccount, 'desactive'))
  .post(links.personEnabling(':id'), admin, (c) => changeState(c, enableAccount, 'reactive'));

/** Pressed twice, the second finds its own change, which is nobody else's. */
const isStored = (
  { account: { name, role }, organisation }: ListedAccount,
  input: v.InferOutput<typeof AccountChange>,
) => isSameInput([name, role, organisation ?? ''], [input.name, input.role, input.organisation]);

const invitingOf = async (c: Context<OrganiserEnv>) => ({
  ...(await byFormOf(c)),
  invitedBy: c.var.account.name,
  locale: c.var.reader.locale,
});

async function changeState(
  c: Context<OrganiserEnv>,
  change: typeof disableAccount | typeof enableAccount,
  done: 'desactive' | 'reactive',
) {
  const { account } = await requirePerson(c);
  const { reader, db } = c.var;
  const outcome = await change(db, account.id, await readVersion(c), byOf(c));
  if (!outcome.ok) {
    const form = reader.t.organiser.people.refusals[outcome.reason];
    return showPerson(c, await requirePerson(c), undefined, { form });
  }
  return c.redirect(reader.href(`${links.person(account.id)}?fait=${done}`), 303);
}

async function requirePerson(c: Context<OrganiserEnv>): Promise<ListedAccount> {
  const id = readId(c.req.param('id'));
  const person = id === null ? null : await findAccount(c.var.db, id);
  if (!person) throw new NotFound();
  return person;
}

async function showPeople(c: Context<OrganiserEnv>, values?: Values, errors?: FieldErrors) {
  const [people, organisations] = await Promise.all([
    listAccounts(c.var.db),
    listOrganisationNames(c.var.db),
  ]);
  const page = { shell: shellOf(c), people, organisations, values, errors };
  return c.html(<PeoplePage {...page} />, errors ? 422 : 200);
}

async function showPerson(
  c: Context<OrganiserEnv>,
  person: ListedAccount,
  values?: Values,
  errors?: FieldErrors,
) {
  const organisations = await listOrganisationNames(c.var.db);
  const page = { shell: shellOf(c), person, organisations, values, errors };
  return c.html(<PersonPage {...page} />, errors ? 422 : 200);
}
