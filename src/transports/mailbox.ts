/** The local mailbox of development: what would have been sent is kept to be looked at. */
import type { Database } from '../db/client';
import { mailbox } from '../domain/mail/schema';
import type { Transport } from '../domain/mail/transport';

export const mailboxTransport = (db: Database, clock = Date.now): Transport => ({
  async send(mail) {
    await db.insert(mailbox).values({
      messageId: mail.messageId,
      recipient: mail.to,
      subject: mail.subject,
      raw: mail.raw,
      receivedAt: clock(),
    });
  },
});
