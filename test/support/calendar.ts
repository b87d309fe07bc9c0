/** A calendar program with one person's mails: it applies them as RFC 5546 says, and knows nothing of registrations. */
import { asc, gt } from 'drizzle-orm';
import { mailbox } from '../../src/domain/mail/schema';
import { db } from './db';
import { readEvent, readMail } from './mails';

type Entry = { sequence: number; hours: string };

export class Calendar {
  readonly entries = new Map<string, Entry>();
  seen = 0;

  /** @param isStrict whether a mail that changes nothing is a fault of its sender */
  constructor(readonly isStrict = true) {}

  async read(address: string) {
    const mails = await db
      .select()
      .from(mailbox)
      .where(gt(mailbox.id, this.seen))
      .orderBy(asc(mailbox.id));
    for (const mail of mails) {
      this.seen = mail.id;
      const { calendar } = await readMail(mail.raw);
      if (mail.recipient === address && calendar) this.apply(readEvent(calendar));
    }
    return [...this.entries.values()].map((entry) => entry.hours).sort();
  }

  private apply(event: ReturnType<typeof readEvent>) {
    const [uid, sequence] = [String(event.uid), Number(event.sequence)];
    const held = this.entries.get(uid);
    if (event.method === 'REQUEST' && sequence >= (held?.sequence ?? 0))
      this.entries.set(uid, { sequence, hours: hours(event) });
    else if (event.method === 'CANCEL' && held && sequence > held.sequence)
      this.entries.delete(uid);
    else if (this.isStrict) throw new Error(`${event.method} ${uid} ${sequence} would be ignored`);
  }
}

export const hours = ({ startsAt, endsAt }: { startsAt: number | null; endsAt: number | null }) =>
  `${startsAt}-${endsAt}`;
