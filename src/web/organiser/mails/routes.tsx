/** The mail log: administrators see all of it, organisers what concerns their sessions. */
import { type Context, Hono } from 'hono';
import { findSession } from '../../../domain/catalogue/find-session';
import { listMails, logStates } from '../../../domain/mail/log';
import { resendMail, retryWaiting, settleMail } from '../../../domain/mail/resend';
import { mayOrganise } from '../../../domain/organisers/permissions';
import { NotFound } from '../../../lib/errors';
import { readCode } from '../../../lib/tokens';
import { links } from '../../../links';
import { deliverSoon } from '../../deliver-soon';
import { byOf, type OrganiserEnv, shellOf } from '../context';
import { readId, requireId } from '../form';
import { requireRole } from '../signed-in';
import { MailsPage } from './mails-page';

type C = Context<OrganiserEnv>;

const organiser = requireRole(mayOrganise);
/** Null for an administrator: all. An organiser without an organisation has none. */
const scope = ({ role, organisationId }: OrganiserEnv['Variables']['account']) =>
  role === 'administrator' ? null : (organisationId ?? 0);

export const mailRoutes = new Hono<OrganiserEnv>()
  .get(links.mails(), organiser, async (c) => show(c))
  .post(links.mailRetry(), organiser, async (c) => {
    const { db, account, now, reader } = c.var;
    await retryWaiting(db, scope(account), now);
    deliverSoon(c);
    return c.redirect(reader.href(`${links.mails('queued')}&fait=essai`), 303);
  })
  .post(links.mailResending(':id'), organiser, async (c) => {
    const { db, reader } = c.var;
    const outcome = await resendMail(db, readWhich(c), byOf(c));
    if (!outcome) throw new NotFound();
    if (!outcome.ok) return show(c, reader.t.mails.refusals[outcome.reason]);
    deliverSoon(c);
    return c.redirect(reader.href(`${links.mails()}?fait=renvoi`), 303);
  })
  .post(links.mailSettling(':id'), organiser, async (c) => {
    const { db, reader } = c.var;
    if (!(await settleMail(db, readWhich(c), byOf(c)))) throw new NotFound();
    return c.redirect(reader.href(`${links.mails()}?fait=regle`), 303);
  });

/** @throws {NotFound} for what is no id. */
function readWhich(c: C) {
  const id = requireId(c);
  return { id, carrierId: scope(c.var.account) };
}

async function show(c: C, refusal?: string) {
  const { db, account, now, reader } = c.var;
  const state = logStates.find((one) => one === c.req.query('etat')) ?? 'failed';
  const before = readId(c.req.query('avant'));
  const code = readCode(c.req.query('seance') ?? '');
  const session = code === null ? null : await findSession(db, code);
  const found = await listMails(db, {
    state,
    carrierId: scope(account),
    sessionId: session?.session.id ?? null,
    before,
  });
  const { resent, settled, retried } = reader.t.mails;
  const shell = shellOf(c, { renvoi: resent, regle: settled, essai: retried });
  const page = { shell, now, state, session, refusal, isFirstPage: before === null, ...found };
  return c.html(<MailsPage {...page} />, refusal ? 409 : 200);
}
