/** The port that a transport fills: one composed message in, delivered or thrown. */

/** A message as it goes over the wire. */
export type ComposedMail = {
  /** With angle brackets; the same at each try of the same outbox row. */
  messageId: string;
  from: string;
  to: string;
  subject: string;
  /** RFC 5322, CRLF. */
  raw: string;
};

export type Transport = { send(mail: ComposedMail): Promise<void> };

/** The receiving side's own words; `permanent` when trying again cannot help (SMTP 5xx). */
export class TransportError extends Error {
  override name = 'TransportError';
  constructor(
    message: string,
    readonly permanent = false,
  ) {
    super(message);
  }
}
