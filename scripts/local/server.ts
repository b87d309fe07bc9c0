/** The platform on this machine: workerd through Miniflare, with its data under DATA_DIR. */
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
import { type Doors, openDoors } from './doors.ts';
import { inData } from './paths.ts';

export type LocalServer = {
  /** The tools' Worker, beside the platform's (scripts/tools). */
  ask: Ask;
  /** The database from this process, for tests; each call takes a round trip. */
  database(): Promise<D1Database>;
  /** Lets visitors in. */
  open(at: number | Doors): Promise<void>;
  /** Goes on with other sources. */
  reload(bundle: Bundle): Promise<void>;
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

const siteWorker = ({ script, options }: Bundle, vars: Record<string, string>) => ({
  ...options,
  name: 'site',
  modules: true,
  script,
  bindings: vars,
  // On, whatever wrangler.toml says, so that it can be tried.
  r2Buckets: ['SHEETS'],
  unsafeTriggerHandlers: true,
});

const optionsOf = (workers: object[]) =>
  convertV4MiniflareOptions({ ...quiet, workers } as V4MiniflareOptions);

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
  const both = (made: Bundle) => optionsOf([siteWorker(made, vars), toolsWorker(made)]);
  const mf = new Miniflare(both(bundle));
  let inner = Number((await mf.ready).port);
  let doors: Doors | undefined;
  return {
    ask: asking(mf),
    database: async () => (await mf.getD1Database('DB', 'site')) as unknown as D1Database,
    async open(at) {
      doors = typeof at === 'number' ? await openDoors(at) : at;
      doors.lead(inner);
    },
    async reload(made) {
      await mf.setOptions(both(made));
      inner = Number((await mf.ready).port);
      doors?.lead(inner);
    },
    async tick() {
      const worker = await mf.getWorker('site');
      await worker.scheduled({ cron: '* * * * *', scheduledTime: new Date() });
    },
    async stop() {
      doors?.close();
      await mf.dispose();
    },
  };
}

/** The database alone, for a command that runs while no server does. */
export async function openDatabase(bundle: Bundle): Promise<Pick<LocalServer, 'ask' | 'stop'>> {
  const mf = new Miniflare(optionsOf([toolsWorker(bundle)]));
  return { ask: asking(mf), stop: () => mf.dispose() };
}
