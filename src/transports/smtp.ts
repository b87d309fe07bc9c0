/**
 * SMTP: what an association has (its host's server, or a mail provider's). Port 465 speaks TLS from
 * the start, any other must offer STARTTLS; only a server on this very machine may go without.
 * One connection serves the mails of one run. It is opened here by host name: the platform resolves
 * names when it connects, and a TLS socket by name checks the certificate against it.
 */
import { connect as connectPlain } from 'node:net';
import { connect as connectTls } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import {
  type ComposedMail,
  type Transport,
  TransportError,
  type TransportFailure,
} from '../domain/mail/transport';

/** Short enough for several tries within the half minute that a Worker has after its response. */
const timeouts = {
  connectionTimeout: 8_000,
  greetingTimeout: 8_000,
  socketTimeout: 12_000,
  socketCloseTimeout: 1_000,
};

type Server = {
  host: string;
  port: number;
  secure: boolean;
  loopback: boolean;
  auth: { user: string; pass: string } | null;
};

/** smtp://user:password@host:587, smtps://host, smtp://127.0.0.1:2525. */
export function readSmtpUrl(text: string): Server {
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587);
  return {
    host,
    port,
    secure: url.protocol === 'smtps:' || port === 465,
    loopback: /^(localhost|127(\.\d+){3}|::1)$/.test(host),
    auth: url.username
      ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
      : null,
  };
}

export function smtpTransport(smtpUrl: string): Transport {
  const server = readSmtpUrl(smtpUrl);
  let open: SMTPConnection | null = null;
  return {
    async send(mail) {
      if (!open || open.destroyed) open = await signIn(server, hostOf(mail.from));
      try {
        await hand(open, mail);
      } catch (error) {
        // After a refusal or a drop nothing sure is known of the connection: the next mail opens its own.
        open.close();
        open = null;
        throw error;
      }
    },
    async close() {
      open?.quit();
      open = null;
    },
  };
}

const hostOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);

function signIn(server: Server, name: string): Promise<SMTPConnection> {
  const { host, port, secure, loopback, auth } = server;
  const socket = secure
    ? connectTls({ host, port, servername: host })
    : connectPlain({ host, port });
  const connection = new SMTPConnection({
    host,
    port,
    name,
    secure,
    secured: secure,
    connection: socket,
    requireTLS: !secure && !loopback,
    ignoreTLS: loopback,
    ...timeouts,
  });
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      connection.close();
      reject(refusalOf(error, 'unavailable'));
    };
    // A listener that stays: an error that comes between two mails must not end the Worker.
    connection.on('error', fail);
    connection.connect((error) => {
      if (error) fail(error);
      else if (!auth) resolve(connection);
      else connection.login(auth, (error) => (error ? fail(error) : resolve(connection)));
    });
  });
}

function hand(connection: SMTPConnection, mail: ComposedMail): Promise<void> {
  return new Promise((resolve, reject) => {
    const dropped = (error: Error) => reject(refusalOf(error, 'temporary'));
    connection.once('error', dropped);
    connection.send({ from: mail.from, to: [mail.to] }, mail.raw, (error) => {
      connection.removeListener('error', dropped);
      if (error) reject(refusalOf(error, 'temporary'));
      else resolve();
    });
  });
}

type SmtpError = Error & { response?: string; responseCode?: number; command?: string };

/**
 * 5xx is the last word on this mail only where the recipient or the content was refused. A refused
 * sender or sign-in concerns our settings, 421 the whole server: every mail waits until it is put right.
 */
function refusalOf(error: SmtpError, otherwise: TransportFailure): TransportError {
  const { command = '', responseCode = 0 } = error;
  const ofThisMail = command === 'RCPT TO' || command === 'DATA';
  const failure =
    ofThisMail && responseCode >= 500 && responseCode !== 503
      ? 'permanent'
      : command === 'MAIL FROM' || responseCode === 421
        ? 'unavailable'
        : otherwise;
  return new TransportError(error.response || error.message, failure);
}
