/** The network's list of partners: for those who organise; who recorded a contact may correct and erase it. */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import {
  addContact,
  ContactInput,
  listContacts,
  listTags,
} from '../../../domain/invitations/contacts';
import {
  type ContactView,
  editContact,
  eraseContact,
  findContact,
} from '../../../domain/invitations/edit-contact';
import { importContacts, previewImport } from '../../../domain/invitations/import-contacts';
import { mayManage, mayOrganise } from '../../../domain/organisers/permissions';
import { Forbidden, NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import { type OrganiserEnv, shellOf } from '../context';
import {
  isSameInput,
  readFormKey,
  readId,
  readInput,
  readSearch,
  readValues,
  type Values,
  versionOf,
} from '../form';
import { requireRole } from '../signed-in';
import { ContactPage } from './contact-page';
import { ContactsPage } from './contacts-page';
import { readImport, readImportForm } from './import-form';
import { blankImport, ImportPage } from './import-page';

type C = Context<OrganiserEnv>;
const organiser = requireRole(mayOrganise);

export const contactRoutes = new Hono<OrganiserEnv>()
  .get(links.contacts(), organiser, (c) => showContacts(c))

  .post(links.contacts(), organiser, async (c) => {
    const { problems, refusals } = c.var.reader.t.contacts.list;
    const values = await readValues(c);
    const read = readInput(ContactInput, { ...blank, ...values }, problems);
    if (!read.ok) return showContacts(c, values, read.errors);
    const outcome = await addContact(c.var.db, read.input, {
      ...recordingOf(c),
      formKey: await readFormKey(c),
    });
    if (!outcome.ok) return showContacts(c, values, { email: refusals[outcome.reason] });
    return toContacts(c, 'contact-ajoute');
  })

  .get(links.contactsImport(), organiser, (c) =>
    c.html(<ImportPage shell={shellOf(c)} form={blankImport} />),
  )

  .post(links.contactsImport(), organiser, async (c) => {
    const { db, reader, settings } = c.var;
    const { form, isConfirmed } = await readImportForm(c);
    const page = { shell: shellOf(c), form };
    const read = readImport(form, reader.t.contacts);
    if (!read.ok) return c.html(<ImportPage {...page} errors={read.errors} />, 422);
    const { file, consentSource } = read;
    if (!isConfirmed) {
      const partners = await previewImport(db, file, settings.signingSecret);
      return c.html(<ImportPage {...page} preview={{ partners, faulty: file.faulty }} />);
    }
    const outcome = await importContacts(db, { ...file, consentSource }, recordingOf(c));
    if (outcome.ok) return toContacts(c, 'contacts-importes');
    const errors = { text: reader.t.contacts.list.refusals[outcome.reason] };
    return c.html(<ImportPage {...page} errors={errors} />, 422);
  })

  .get(links.contact(':id'), organiser, async (c) => showContact(c, await requireContact(c)))

  .post(links.contact(':id'), organiser, async (c) => {
    const contact = await requireContact(c);
    const { db, reader, now, settings } = c.var;
    const { list, one } = reader.t.contacts;
    const values = await readValues(c);
    const read = readInput(ContactInput, { ...blank, ...values }, list.problems);
    const version = versionOf(values);
    if (!read.ok) return showContact(c, { ...contact, version }, values, read.errors);
    const change = { id: contact.id, version, input: read.input };
    const outcome = await editContact(db, change, { now, secret: settings.signingSecret });
    const stored = await requireContact(c);
    if (outcome.ok || (outcome.reason === 'stale' && isStored(stored, read.input)))
      return toContacts(c, 'contact-corrige');
    const refusals = { ...list.refusals, stale: one.stale };
    const field = outcome.reason === 'stale' ? 'form' : 'email';
    return showContact(c, stored, values, { [field]: refusals[outcome.reason] });
  })

  .post(links.contactRemoval(':id'), organiser, async (c) => {
    const { id } = await requireContact(c);
    await eraseContact(c.var.db, id);
    return toContacts(c, 'contact-efface');
  });

const blank = { email: '', name: '', organisation: '', tags: '', consentSource: '' };

/** Pressed twice, the second finds its own correction, which is nobody else's. */
function isStored(
  { email, name, organisation, tags, consentSource }: ContactView,
  input: v.InferOutput<typeof ContactInput>,
): boolean {
  const typed = { email, name, organisation, tags: tags.join(', '), consentSource };
  const stored = v.safeParse(ContactInput, typed);
  return stored.success && isSameInput(stored.output, input);
}

/** One that the account's organisation recorded; an administrator's are all. */
async function requireContact(c: C): Promise<ContactView> {
  const id = readId(c.req.param('id'));
  const contact = id === null ? null : await findContact(c.var.db, id);
  if (!contact) throw new NotFound();
  const { organisationId } = contact;
  if (!mayManage(c.var.account, organisationId === null ? [] : [organisationId]))
    throw new Forbidden();
  return contact;
}

const showContact = (c: C, contact: ContactView, values?: Values, errors?: FieldErrors) =>
  c.html(<ContactPage {...{ shell: shellOf(c), contact, values, errors }} />, errors ? 422 : 200);

const recordingOf = ({ var: { account, now, settings } }: C) => ({
  organisationId: account.organisationId,
  now,
  secret: settings.signingSecret,
});

const toContacts = (c: C, done: string) =>
  c.redirect(c.var.reader.href(`${links.contacts()}?fait=${done}`), 303);

async function showContacts(c: C, values?: Values, errors?: FieldErrors) {
  const { db } = c.var;
  const query = {
    search: readSearch(c.req.query('q')),
    tag: (c.req.query('etiquette') ?? '').slice(0, 40),
    after: readId(c.req.query('apres')) ?? 0,
  };
  const [found, tags] = await Promise.all([listContacts(db, query), listTags(db)]);
  const page = { shell: shellOf(c), query, ...found, tags, values, errors };
  return c.html(<ContactsPage {...page} />, errors ? 422 : 200);
}
