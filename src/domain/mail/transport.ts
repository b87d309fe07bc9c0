/** The port that a transport fills: one composed message in, delivered or thrown. */

/** A message as it goes over the wire. */
export type ComposedMail = {
  /** With angle brackets; the same at each try of the same outbox row. */
  messageId: string;
  /** The bare address: the envelope's sender. */
  from: string;
  to: string;
  subject: string;
  /** RFC 5322, CRLF. */
  raw: string;
};

export type Transport = {
  send(mail: ComposedMail): Promise<void>;
  /** Ends what `send` left open for the next mail; called once, when a run is over. */
  close?(): Promise<void>;
};

/**
 * temporary: this mail may pass later. permanent: it never will (SMTP 5xx for the recipient or the
 * content). unavailable: no mail passes at present (server down, our sign-in or our sender refused,
 * quota reached), so it says nothing about this one, and the run stops.
 */
export type TransportFailure = 'temporary' | 'permanent' | 'unavailable';

/** The receiving side's own words. */
export class TransportError extends Error {
  override name = 'TransportError';
  constructor(
    message: string,
    readonly failure: TransportFailure = 'temporary',
  ) {
    super(message);
  }
}
