/** Which transport the settings ask for. */
import type { Database } from '../db/client';
import type { Transport } from '../domain/mail/transport';
import { cloudflareTransport } from './cloudflare';
import { mailboxTransport } from './mailbox';
import { smtpTransport } from './smtp';

type MailSettings = { mailTransport: 'mailbox' | 'smtp' | 'cloudflare'; smtpUrl?: string };

export function transportFor(
  settings: MailSettings,
  bindings: { EMAIL?: Pick<SendEmail, 'send'> },
  db: Database,
): Transport {
  switch (settings.mailTransport) {
    case 'mailbox':
      return mailboxTransport(db);
    case 'smtp':
      if (!settings.smtpUrl) throw new Error('MAIL_TRANSPORT=smtp needs SMTP_URL');
      return smtpTransport(settings.smtpUrl);
    case 'cloudflare':
      if (!bindings.EMAIL) throw new Error('MAIL_TRANSPORT=cloudflare needs the EMAIL binding');
      return cloudflareTransport(bindings.EMAIL);
  }
}
