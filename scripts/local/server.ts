/** The platform on this machine: workerd through Miniflare, with its data under DATA_DIR. */
import { connect, createServer, type Server } from 'node:net';
import type { D1Database } from '@cloudflare/workers-types';
import {
  convertV4MiniflareOptions,
  Log,
  LogLevel,
  Miniflare,
  type V4MiniflareOptions,
} from 'miniflare';
import type { Ask } from '../tools/tools.ts';
import type { Bundle } from './bundle.ts';
import { inData } from './paths.ts';
import { StartError } from './settings.ts';

export type LocalServer = {
  /** The tools' Worker, beside the platform's (scripts/tools). */
  ask: Ask;
  /** The database from this process, for tests; each call takes a round trip. */
  database(): Promise<D1Database>;
  /** Lets visitors in. */
  open(port: number): Promise<void>;
  /** Runs the timetable once, as the platform does every minute. */
  tick(): Promise<void>;
  stop(): Promise<void>;
};

/** No request log: addresses here carry people's tokens. cf: nothing is fetched from outside. */
const quiet = {
  host: '127.0.0.1',
  port: 0,
  cf: false,
  log: new Log(LogLevel.ERROR),
  logRequests: false,
  telemetry: { enabled: false },
  resourcePersistencePath: inData('state'),
} satisfies Partial<V4MiniflareOptions>;

const toolsWorker = ({ tools, options }: Bundle) => ({
  name: 'tools',
  modules: true,
  script: tools,
  compatibilityDate: options.compatibilityDate,
  compatibilityFlags: options.compatibilityFlags,
  d1Databases: options.d1Databases,
});

const run = (workers: object[]) =>
  new Miniflare(convertV4MiniflareOptions({ ...quiet, workers } as V4MiniflareOptions));

const asking = (mf: Miniflare): Ask => {
  return async (tool, input) => {
    const worker = await mf.getWorker('tools');
    const body = JSON.stringify(input);
    const response = await worker.fetch(`http://tools/${tool}`, { method: 'POST', body });
    if (!response.ok) throw new Error(`${tool}: ${await response.text()}`);
    return (await response.json()) as never;
  };
};

/** Starts it where only this process knows, so that nobody meets a database that is not ready. */
export async function startServer(
  bundle: Bundle,
  vars: Record<string, string>,
): Promise<LocalServer> {
  const site = { ...bundle.options, name: 'site', modules: true, script: bundle.script };
  const mf = run([{ ...site, bindings: vars, unsafeTriggerHandlers: true }, toolsWorker(bundle)]);
  const inner = Number((await mf.ready).port);
  const doors: Server[] = [];
  return {
    ask: asking(mf),
    database: async () => (await mf.getD1Database('DB', 'site')) as unknown as D1Database,
    async open(port) {
      doors.push(await listen(port, '127.0.0.1', inner));
      // « localhost » is ::1 first for many programs; a machine without IPv6 does without.
      const ipv6 = await listen(port, '::1', inner).catch(() => null);
      if (ipv6) doors.push(ipv6);
    },
    async tick() {
      const worker = await mf.getWorker('site');
      await worker.scheduled({ cron: '* * * * *', scheduledTime: new Date() });
    },
    async stop() {
      for (const door of doors) door.close();
      await mf.dispose();
    },
  };
}

/** The database alone, for a command that runs while no server does. */
export async function openDatabase(bundle: Bundle): Promise<Pick<LocalServer, 'ask' | 'stop'>> {
  const mf = run([toolsWorker(bundle)]);
  return { ask: asking(mf), stop: () => mf.dispose() };
}

/** Passes connections on to workerd byte for byte. */
function listen(port: number, host: string, inner: number): Promise<Server> {
  const server = createServer({ noDelay: true }, (socket) => {
    const onward = connect({ host: '127.0.0.1', port: inner, noDelay: true });
    socket.pipe(onward).pipe(socket);
    const end = () => {
      socket.destroy();
      onward.destroy();
    };
    for (const each of [socket, onward]) each.on('error', end).on('close', end);
  });
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(new StartError(say(error, port))));
    server.listen({ host, port, backlog: 1024 }, () => done(server));
  });
}

const say = (error: NodeJS.ErrnoException, port: number) =>
  error.code === 'EADDRINUSE'
    ? `Le port ${port} est déjà pris. Arrêtez ce qui l’occupe, ou choisissez-en un autre : PORT=${port + 1} npm start`
    : `Le port ${port} ne peut pas être ouvert (${error.code}).`;
