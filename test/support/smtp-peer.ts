/** A real SMTP server on this machine, which behaves as a test tells it to. */
import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export type Received = { to: string; messageId: string; raw: string };
/** What it does with a message: takes it, refuses it, or goes away at some point. */
export type Behaviour =
  | 'take'
  | { refuse: number; at: 'recipient' | 'content' }
  | 'drop_in_the_middle'
  | 'drop_before_answering'
  | 'never_answer';

export type Peer = {
  port: number;
  received: Received[];
  /** How often a client connected. */
  connections: () => number;
  behave: (as: (recipient: string) => Behaviour) => void;
  /** Resolves when a message has come in whole, whatever is done with it. */
  nextMessage: () => Promise<Received>;
  close: () => Promise<void>;
};

export async function openPeer(
  options: SMTPServerOptions = {},
  { host = '127.0.0.1', port = 0 } = {},
): Promise<Peer> {
  const received: Received[] = [];
  let connections = 0;
  let behaviour: (recipient: string) => Behaviour = () => 'take';
  let heard: (mail: Received) => void = () => {};
  const drop = (session: { id: string }) => {
    for (const client of server.connections as Set<{ id: string; _socket: { destroy(): void } }>)
      if (client.id === session.id) client._socket.destroy();
  };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onConnect(_session, callback) {
      connections += 1;
      callback();
    },
    onRcptTo({ address }, _session, callback) {
      const as = behaviour(address);
      if (typeof as === 'object' && as.at === 'recipient') callback(refusal(as.refuse, address));
      else callback();
    },
    async onData(stream, session, callback) {
      const to = session.envelope.rcptTo[0]?.address ?? '';
      const as = behaviour(to);
      if (as === 'drop_in_the_middle') {
        stream.once('data', () => drop(session));
        return;
      }
      const raw = await readAll(stream);
      const mail = { to, raw, messageId: /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? '' };
      if (as === 'take' || as === 'drop_before_answering') received.push(mail);
      heard(mail);
      if (as === 'take') callback();
      else if (as === 'drop_before_answering') drop(session);
      else if (typeof as === 'object') callback(refusal(as.refuse, to));
    },
    ...options,
  });
  server.on('error', () => {});
  const listening = await new Promise<number>((resolve) => {
    const inner = server.listen(port, host, () => {
      const address = inner.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    port: listening,
    received,
    connections: () => connections,
    behave: (as) => {
      behaviour = as;
    },
    nextMessage: () =>
      new Promise((resolve) => {
        heard = resolve;
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const refusal = (responseCode: number, address: string) =>
  Object.assign(new Error(`<${address}>: not now or never`), { responseCode });

async function readAll(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
