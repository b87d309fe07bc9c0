/**
 * The product as `npm start` runs it (the deployed bundle in workerd, with its database), on a free
 * port and an empty folder of its own; and its database, for what a test wants to find there.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Database } from '../../src/db/client';

export const signingSecret = 'a signing secret that is only for tests';

export type Site = {
  baseUrl: string;
  db: Database;
  /** Runs the timetable once. */
  tick(): Promise<void>;
  stop(): Promise<void>;
};

/** @param settings over those of wrangler.toml, such as TIME_ZONE */
export async function openSite(settings: Record<string, string> = {}): Promise<Site> {
  const directory = mkdtempSync(join(tmpdir(), 'farandole-site-'));
  process.env.DATA_DIR = directory;
  // Read after DATA_DIR is set: they take it when they are loaded.
  const { bundle } = await import('../../scripts/local/bundle');
  const { migrate } = await import('../../scripts/local/migrate');
  const { startServer } = await import('../../scripts/local/server');
  const made = await bundle();
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const server = await startServer(made, {
    ...made.options.bindings,
    BASE_URL: baseUrl,
    SIGNING_SECRET: signingSecret,
    RATE_LIMITS: 'off',
    ...settings,
  });
  await migrate(server.ask, made.migrations);
  await server.open(port);
  return {
    baseUrl,
    db: connect(await server.database()),
    tick: server.tick,
    async stop() {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? done(address.port) : fail(new Error('no port')),
      );
    });
  });
}
