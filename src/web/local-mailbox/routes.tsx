/**
 * /boite-locale: the mails of a development installation, as their readers would see them. It exists
 * only where the transport is the local mailbox and the site is asked for by a loopback name: the mails
 * hold everyone's links, and a site put online with this transport by mistake must not show them.
 */
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import PostalMime from 'postal-mime';
import { findInMailbox, listMailbox, type ReceivedMail } from '../../domain/mail/mailbox';
import { NotFound } from '../../lib/errors';
import { links } from '../../links';
import type { AppEnv } from '../context';
import { download } from '../download';
import { MailPage, type ReadMail } from './mail-page';
import { MailboxPage } from './mailbox-page';

const perPage = 25;

const loopback = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

const onlyHere = createMiddleware<AppEnv>(async (c, next) => {
  const here = loopback.test(new URL(c.req.url).hostname);
  if (!here || c.var.settings.mailTransport !== 'mailbox') throw new NotFound();
  await next();
});

export const mailboxRoutes = new Hono<AppEnv>()
  .get(links.mailbox(), onlyHere, async (c) => {
    const before = /^\d{1,15}$/.exec(c.req.query('avant') ?? '')?.[0];
    const page = await listMailbox(c.var.db, {
      before: before === undefined ? null : Number(before),
      limit: perPage,
    });
    return c.html(<MailboxPage reader={c.var.reader} page={page} />);
  })

  .get('/boite-locale/:file{\\d{1,15}\\.eml}', onlyHere, async (c) => {
    const mail = await find(c.var.db, c.req.param('file').slice(0, -'.eml'.length));
    return c.body(mail.raw, 200, download(`farandole-${mail.id}.eml`, 'message/rfc822'));
  })

  .get('/boite-locale/:id{\\d{1,15}}', onlyHere, async (c) => {
    const mail = await find(c.var.db, c.req.param('id'));
    return c.html(<MailPage reader={c.var.reader} mail={mail} read={await read(mail)} />);
  })

  // In a frame, without scripts, and under a policy of its own: a mail's styles are inline.
  .get('/boite-locale/:id{\\d{1,15}}/apercu', onlyHere, async (c) => {
    const { html } = await read(await find(c.var.db, c.req.param('id')));
    c.set('contentPolicy', framedMail);
    return c.html(html.replace('<head>', '<head><base target="_blank">'));
  });

const framedMail =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

async function find(db: AppEnv['Variables']['db'], id: string): Promise<ReceivedMail> {
  const mail = await findInMailbox(db, Number(id));
  if (!mail) throw new NotFound();
  return mail;
}

async function read(mail: ReceivedMail): Promise<ReadMail> {
  const email = await PostalMime.parse(mail.raw, { attachmentEncoding: 'utf8' });
  const part = email.attachments.find((attachment) => attachment.mimeType === 'text/calendar');
  return {
    from: email.from?.address ?? '',
    html: email.html ?? '',
    text: email.text ?? '',
    calendar: typeof part?.content === 'string' ? part.content : null,
  };
}
