/** The mail log: administrators see all of it, organisers what concerns their sessions. */
import { Hono } from 'hono';
import { listMails, logStates, resendMail } from '../../../domain/mail/log';
import { mayOrganise } from '../../../domain/organisers/permissions';
import { NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import { deliverSoon } from '../../deliver-soon';
import { type OrganiserEnv, shellOf } from '../context';
import { readId } from '../form';
import { requireRole } from '../signed-in';
import { MailsPage } from './mails-page';

const organiser = requireRole(mayOrganise);
/** Null for an administrator: all. An organiser without an organisation has none. */
const scope = ({ role, organisationId }: OrganiserEnv['Variables']['account']) =>
  role === 'administrator' ? null : (organisationId ?? 0);

export const mailRoutes = new Hono<OrganiserEnv>()
  .get(links.mails(), organiser, async (c) => {
    const { db, account, now, reader } = c.var;
    const state = logStates.find((one) => one === c.req.query('etat')) ?? 'failed';
    const before = readId(c.req.query('avant'));
    const found = await listMails(db, { state, carrierId: scope(account), before });
    const done = c.req.query('fait') === 'renvoi' ? { done: reader.t.mails.resent } : {};
    const shell = { ...shellOf(c), ...done };
    return c.html(<MailsPage {...{ shell, now, state, isFirstPage: before === null, ...found }} />);
  })
  .post(links.mailResending(':id'), organiser, async (c) => {
    const { db, account, now, reader } = c.var;
    const id = readId(c.req.param('id'));
    const isQueued = id !== null && (await resendMail(db, { id, carrierId: scope(account) }, now));
    if (!isQueued) throw new NotFound();
    deliverSoon(c);
    return c.redirect(reader.href(`${links.mails()}?fait=renvoi`), 303);
  });
