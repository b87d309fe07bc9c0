/** Inviting partners to a session: the draft, its preview and trial, the sending. */
import { type Context, Hono } from 'hono';
import {
  mailInvitationTrial,
  sendMailing,
  stopMailing,
} from '../../../domain/invitations/send-mailing';
import {
  discardMailing,
  draftMailing,
  MailingInput,
  rewriteMailing,
} from '../../../domain/invitations/write-mailing';
import { preview } from '../../../domain/messages/render';
import { findOrganisationName } from '../../../domain/organisers/access';
import { links } from '../../../links';
import { deliverSoon } from '../../deliver-soon';
import { byFormOf, byOf, type OrganiserEnv } from '../context';
import { readFormKey, readId, readInput, readLists, readValues } from '../form';
import { loadSession } from '../sessions/load';
import { readInvitationForm } from './invitation-form';
import {
  loadInvitation,
  ownFacts,
  showInvitation,
  showInvitations,
  showStaleInvitation,
  toInvitation,
} from './load';

const versionIn = async (c: Context<OrganiserEnv>) => readId((await readValues(c)).version) ?? 0;

export const invitationRoutes = new Hono<OrganiserEnv>()
  .get(links.invitations(':code'), async (c) => showInvitations(c, await loadSession(c)))

  .post(links.invitations(':code'), async (c) => {
    const view = await loadSession(c);
    const { db, reader, account } = c.var;
    const form = readInvitationForm(await readLists(c));
    const read = readInput(MailingInput, form, reader.t.contacts.invitations.problems);
    if (!read.ok) return showInvitations(c, view, form, read.errors);
    const organisation = (await findOrganisationName(db, account)) ?? reader.networkName;
    const sender = `${account.name}, ${organisation}`;
    const by = { ...(await byFormOf(c)), sender, locale: reader.locale };
    const { id } = await draftMailing(db, view.session.id, read.input, by);
    const path = `${links.invitation(view.session.code, id)}?fait=invitation-enregistree`;
    return c.redirect(reader.href(path), 303);
  })

  .get(links.invitation(':code', ':id'), async (c) => showInvitation(c, await loadInvitation(c)))

  .post(links.invitation(':code', ':id'), async (c) => {
    const loaded = await loadInvitation(c);
    const lists = await readLists(c);
    const form = readInvitationForm(lists);
    const version = readId(lists.version?.at(-1)) ?? 0;
    const read = readInput(MailingInput, form, c.var.reader.t.contacts.invitations.problems);
    if (!read.ok) {
      // The version that was read, so that another's change meanwhile is still noticed.
      const mailing = { ...loaded.mailing, version };
      return showInvitation(c, { ...loaded, mailing }, read.errors, form);
    }
    const outcome = await rewriteMailing(c.var.db, { id: loaded.mailing.id, version }, read.input);
    if (!outcome.ok) return showStaleInvitation(c, form);
    return toInvitation(c, loaded, 'invitation-enregistree');
  })

  // In a frame, without scripts, and under a policy of its own: a mail's styles are inline.
  .get(links.invitationPart(':code', ':id', 'apercu'), async (c) => {
    const loaded = await loadInvitation(c);
    const { settings, now } = c.var;
    const facts = { ...ownFacts(c, loaded), trial: false };
    const mail = { kind: 'partner_invitation', facts, locale: loaded.mailing.locale, now } as const;
    const { html } = await preview(mail, settings);
    c.set('contentPolicy', framedMail);
    return c.html(html.replace('<head>', '<head><base target="_blank">'));
  })

  .post(links.invitationPart(':code', ':id', 'essai'), async (c) => {
    const loaded = await loadInvitation(c);
    const { db, now, account } = c.var;
    const { locale } = loaded.mailing;
    const to = { email: account.email, locale, now, formKey: await readFormKey(c) };
    await mailInvitationTrial(db, ownFacts(c, loaded), to);
    deliverSoon(c);
    return toInvitation(c, loaded, 'invitation-essai');
  })

  .post(links.invitationPart(':code', ':id', 'envoi'), async (c) => {
    const loaded = await loadInvitation(c);
    const { db, reader } = c.var;
    const outcome = await sendMailing(db, loaded.mailing, await versionIn(c), byOf(c));
    if (outcome.ok) return toInvitation(c, loaded, 'invitation-envoi');
    const form = reader.t.contacts.invitations.refusals[outcome.reason];
    return showInvitation(c, await loadInvitation(c), { form });
  })

  .post(links.invitationPart(':code', ':id', 'arret'), async (c) => {
    const loaded = await loadInvitation(c);
    const outcome = await stopMailing(c.var.db, loaded.mailing, byOf(c));
    if (!outcome.ok) return showStaleInvitation(c);
    return toInvitation(c, loaded, 'invitation-arretee');
  })

  .post(links.invitationPart(':code', ':id', 'suppression'), async (c) => {
    const { view, mailing } = await loadInvitation(c);
    const version = await versionIn(c);
    const outcome = await discardMailing(c.var.db, { id: mailing.id, version });
    if (!outcome.ok) return showStaleInvitation(c);
    const path = `${links.invitations(view.session.code)}?fait=invitation-supprimee`;
    return c.redirect(c.var.reader.href(path), 303);
  });

const framedMail =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";
