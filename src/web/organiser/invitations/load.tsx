/** An invitation of the path's session, and the pages that show it: what the routes share. */
import type { Context } from 'hono';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { sessionTitle } from '../../../domain/catalogue/find-session';
import { countRecipients, listTags } from '../../../domain/invitations/contacts';
import {
  findMailing,
  findMailingProgress,
  listMailings,
} from '../../../domain/invitations/find-mailings';
import type { Mailing } from '../../../domain/invitations/schema';
import {
  type InvitationFacts,
  invitationFacts,
  type SendMailingRefusal,
} from '../../../domain/invitations/send-mailing';
import { sayDay } from '../../../lib/dates';
import { NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import type { OrganiserEnv } from '../context';
import { readId } from '../form';
import { loadSession, pageOf } from '../sessions/load';
import type { InvitationForm } from './invitation-form';
import { InvitationPage, type InvitationProps } from './invitation-page';
import { InvitationsPage } from './invitations-page';

type C = Context<OrganiserEnv>;
export type Loaded = { view: SessionView; mailing: Mailing };

/** @throws {NotFound} for no invitation to this session; {Forbidden} for another organisation's. */
export async function loadInvitation(c: C): Promise<Loaded> {
  const view = await loadSession(c);
  const id = readId(c.req.param('id'));
  const sessionId = view.session.id;
  const mailing = id === null ? null : await findMailing(c.var.db, { id, sessionId });
  if (!mailing) throw new NotFound();
  return { view, mailing };
}

export const toInvitation = (c: C, { view, mailing }: Loaded, done: string) =>
  c.redirect(
    c.var.reader.href(`${links.invitation(view.session.code, mailing.id)}?fait=${done}`),
    303,
  );

/** What only its writer sees: nobody can be unsubscribed by it. */
export const ownFacts = (c: C, { view, mailing }: Loaded): InvitationFacts => ({
  ...invitationFacts(mailing, view),
  mac: null,
  name: c.var.account.name,
  consentSource: '…',
  trial: true,
});

/** What the session already says, for its writer to go on from. */
export function prefill(c: C, view: SessionView): InvitationForm {
  const { reader, now } = c.var;
  const text = reader.t.contacts.invitations;
  const { startsAt, summary } = view.session;
  const day = startsAt === null ? null : sayDay(startsAt, reader.locale, reader.timeZone, now);
  const title = sessionTitle(view);
  const body =
    text[view.session.visibility === 'invitation' ? 'prefillBodyInvited' : 'prefillBody'];
  return {
    subject: text.prefillSubject(day, title).slice(0, 150),
    body: body(title, summary || view.action.summary),
    tags: [],
  };
}

export async function showInvitations(
  c: C,
  view: SessionView,
  form: InvitationForm = prefill(c, view),
  errors?: FieldErrors,
) {
  const { db } = c.var;
  const [mailings, tags, recipients] = await Promise.all([
    listMailings(db, view.session.id),
    listTags(db),
    countRecipients(db, []),
  ]);
  const page = { ...pageOf(c, view), mailings, tags, recipients, form, errors };
  return c.html(<InvitationsPage {...page} />, errors ? 422 : 200);
}

type Shown = {
  form?: InvitationForm | undefined;
  typed?: InvitationProps['typed'];
  errors?: FieldErrors;
};

export async function showInvitation(
  c: C,
  { view, mailing }: Loaded,
  { form = mailing, typed, errors }: Shown = {},
) {
  const { db } = c.var;
  const [progress, recipients, tags] = await Promise.all([
    findMailingProgress(db, mailing),
    countRecipients(db, mailing.tags),
    listTags(db),
  ]);
  const page = { ...pageOf(c, view), mailing, progress, recipients, tags, form, typed, errors };
  return c.html(<InvitationPage {...page} />, errors ? 422 : 200);
}

/** What was typed is kept, under the version that is stored now. */
export const showStaleInvitation = async (c: C, form?: InvitationForm) =>
  showInvitation(c, await loadInvitation(c), { form, errors: { form: refusalsOf(c).stale } });

/** What to type instead, and why something was not done. */
export const problemsOf = ({ var: { reader } }: C) => ({
  ...reader.t.drafts.problems,
  ...reader.t.contacts.invitations.problems,
});
export const refusalsOf = ({ var: { reader } }: C) =>
  ({
    ...reader.t.contacts.invitations.refusals,
    in_the_past: reader.t.drafts.inThePast,
  }) satisfies Record<SendMailingRefusal, string>;
