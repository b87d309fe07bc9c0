/** Inviting partners to a session: the draft, its preview and trial, the sending. */

import { Hono } from 'hono';
import { mailTrial } from '../../../domain/drafts/mails';
import { sendMailing, stopMailing } from '../../../domain/invitations/send-mailing';
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
import { framed, readOrder } from '../drafts/read-order';
import { readFormKey, readId, readInput, readLists, readVersion } from '../form';
import { loadSession } from '../sessions/load';
import { readInvitationForm } from './invitation-form';
import {
  loadInvitation,
  ownFacts,
  problemsOf,
  refusalsOf,
  showInvitation,
  showInvitations,
  showStaleInvitation,
  toInvitation,
} from './load';

export const invitationRoutes = new Hono<OrganiserEnv>()
  .get(links.invitations(':code'), async (c) => showInvitations(c, await loadSession(c)))

  .post(links.invitations(':code'), async (c) => {
    const view = await loadSession(c);
    const { db, reader, account } = c.var;
    const form = readInvitationForm(await readLists(c));
    const read = readInput(MailingInput, form, problemsOf(c));
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
    const read = readInput(MailingInput, form, problemsOf(c));
    if (!read.ok) {
      // The version that was read, so that another's change meanwhile is still noticed.
      const mailing = { ...loaded.mailing, version };
      return showInvitation(c, { ...loaded, mailing }, { errors: read.errors, form });
    }
    const outcome = await rewriteMailing(c.var.db, { id: loaded.mailing.id, version }, read.input);
    if (!outcome.ok) return showStaleInvitation(c, form);
    return toInvitation(c, loaded, 'invitation-enregistree');
  })

  .get(links.invitationPart(':code', ':id', 'apercu'), async (c) => {
    const loaded = await loadInvitation(c);
    const { settings, now } = c.var;
    const facts = { ...ownFacts(c, loaded), trial: false };
    const mail = { kind: 'partner_invitation', facts, locale: loaded.mailing.locale, now } as const;
    return framed(c, await preview(mail, settings));
  })

  .post(links.invitationPart(':code', ':id', 'essai'), async (c) => {
    const loaded = await loadInvitation(c);
    const { db, now, account } = c.var;
    const { locale } = loaded.mailing;
    await mailTrial(db, {
      kind: 'partner_invitation',
      facts: ownFacts(c, loaded),
      email: account.email,
      locale,
      now,
      formKey: await readFormKey(c),
    });
    deliverSoon(c);
    return toInvitation(c, loaded, 'invitation-essai');
  })

  .post(links.invitationPart(':code', ':id', 'envoi'), async (c) => {
    const loaded = await loadInvitation(c);
    const { typed, order } = await readOrder(c);
    if (!order)
      return showInvitation(c, loaded, { errors: { sendAt: problemsOf(c).sendAt }, typed });
    const outcome = await sendMailing(c.var.db, loaded.mailing, order, byOf(c));
    const done = order.sendAt === null ? 'invitation-envoi' : 'invitation-programmee';
    if (outcome.ok) return toInvitation(c, loaded, done);
    const field = outcome.reason === 'in_the_past' ? 'sendAt' : 'form';
    const errors = { [field]: refusalsOf(c)[outcome.reason] };
    return showInvitation(c, await loadInvitation(c), { errors, typed });
  })

  .post(links.invitationPart(':code', ':id', 'arret'), async (c) => {
    const loaded = await loadInvitation(c);
    const outcome = await stopMailing(c.var.db, loaded.mailing, byOf(c));
    if (!outcome.ok) return showStaleInvitation(c);
    return toInvitation(c, loaded, 'invitation-arretee');
  })

  .post(links.invitationPart(':code', ':id', 'suppression'), async (c) => {
    const { view, mailing } = await loadInvitation(c);
    const version = await readVersion(c);
    const outcome = await discardMailing(c.var.db, { id: mailing.id, version });
    if (!outcome.ok) return showStaleInvitation(c);
    const path = `${links.invitations(view.session.code)}?fait=invitation-supprimee`;
    return c.redirect(c.var.reader.href(path), 303);
  });
