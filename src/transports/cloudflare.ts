/**
 * Cloudflare's Email Service through the EMAIL binding. The message goes raw: the structured
 * builder cannot carry a calendar part.
 */
import { EmailMessage } from 'cloudflare:email';
import { type Transport, TransportError, type TransportFailure } from '../domain/mail/transport';

/** What the service's codes say of a mail; any other may pass at the next try. */
const failures: Record<string, TransportFailure> = {
  E_RECIPIENT_SUPPRESSED: 'permanent',
  E_RECIPIENT_NOT_ALLOWED: 'permanent',
  E_CONTENT_TOO_LARGE: 'permanent',
  E_VALIDATION_ERROR: 'permanent',
  E_FIELD_MISSING: 'permanent',
  E_HEADER_NOT_ALLOWED: 'permanent',
  E_HEADER_VALUE_INVALID: 'permanent',
  E_SENDER_NOT_VERIFIED: 'unavailable',
  E_SENDER_DOMAIN_NOT_AVAILABLE: 'unavailable',
  E_RATE_LIMIT_EXCEEDED: 'unavailable',
  E_DAILY_LIMIT_EXCEEDED: 'unavailable',
};

export const cloudflareTransport = (binding: Pick<SendEmail, 'send'>): Transport => ({
  async send(mail) {
    try {
      await binding.send(new EmailMessage(mail.from, mail.to, mail.raw));
    } catch (error) {
      throw refusalOf(error);
    }
  },
});

/** The code stands in `code`, and in some versions only in the message. */
function refusalOf(error: unknown): TransportError {
  const words = error instanceof Error ? error.message : 'Unknown error';
  const given = error instanceof Error && 'code' in error ? String(error.code) : '';
  const code = /\bE_[A-Z_]+\b/.exec(`${given} ${words}`)?.[0] ?? '';
  return new TransportError(
    words.includes(code) ? words : `${code} ${words}`,
    failures[code] ?? 'temporary',
  );
}
