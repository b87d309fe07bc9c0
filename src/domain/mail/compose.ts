/**
 * A rendered mail as it goes over the wire: text, then HTML, then the invitation as the last
 * alternative (RFC 6047 §2.4), and once more as a file for programs that show attachments only.
 * The same outbox row gives the same bytes at each try.
 */
import MimeNode from 'nodemailer/lib/mime-node';
import type { ComposedMail } from './transport';

export type CalendarPart = { method: 'REQUEST' | 'CANCEL'; content: string };
export type MailParts = {
  /** The outbox row's bare id. */
  messageId: string;
  /** MAIL_FROM: Farandole <inscriptions@example.fr>, or a bare address. */
  from: string;
  to: string;
  locale: string;
  subject: string;
  text: string;
  html: string;
  calendar: CalendarPart | null;
  /** One POST there unsubscribes. */
  unsubscribeUrl?: string | undefined;
  /** When the fact happened: a queue does not change a message's date. */
  date: number;
};

/** The name and the address of MAIL_FROM. */
export function readSender(from: string): { name: string; address: string } {
  const match = /^([^<>]*)<([^<>]+)>$/.exec(from.trim());
  return match?.[2]
    ? { name: (match[1] ?? '').trim(), address: match[2].trim() }
    : { name: '', address: from.trim() };
}

export const hostOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);

export async function compose(parts: MailParts): Promise<ComposedMail> {
  const sender = readSender(parts.from);
  const messageId = `<${parts.messageId}@${hostOf(sender.address)}>`;
  const subject = oneLine(parts.subject);
  const root = new MimeNode(parts.calendar ? 'multipart/mixed' : 'multipart/alternative', {
    baseBoundary: parts.messageId,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  root.setHeader({
    From: sender.name ? { name: sender.name, address: sender.address } : sender.address,
    To: parts.to,
    Subject: subject,
    'Message-ID': messageId,
    Date: new Date(parts.date).toUTCString().replace('GMT', '+0000'),
    'Content-Language': parts.locale,
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'OOF, AutoReply',
  });
  if (parts.unsubscribeUrl)
    root.setHeader({
      'List-Unsubscribe': `<${parts.unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
  const alternative = parts.calendar ? root.createChild('multipart/alternative') : root;
  alternative.createChild('text/plain; charset=utf-8').setContent(parts.text);
  alternative.createChild('text/html; charset=utf-8').setContent(parts.html);
  if (parts.calendar) {
    const { method, content } = parts.calendar;
    alternative
      .createChild(`text/calendar; charset=utf-8; method=${method}`)
      .setHeader('Content-Transfer-Encoding', 'base64')
      .setContent(content);
    root
      .createChild('application/ics', { filename: 'invite.ics' })
      .setHeader('Content-Disposition', 'attachment')
      .setHeader('Content-Transfer-Encoding', 'base64')
      .setContent(content);
  }
  const raw = (await root.build()).toString('utf8').replace(/\r?\n/g, '\r\n');
  return { messageId, from: sender.address, to: parts.to, subject, raw };
}

/** A header is one line, whatever a title holds. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
