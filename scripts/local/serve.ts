/** `npm start`: settings, bundle, database, demo, server, timetable; and a clean end. */

import { existsSync, rmSync, watch, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Settings, SettingsError } from '../../src/env.ts';
import { logError } from '../../src/lib/log.ts';
import { links } from '../../src/links.ts';
import { bundle } from './bundle.ts';
import { openControl } from './control.ts';
import { openDoors } from './doors.ts';
import { migrate } from './migrate.ts';
import { onOrphaned } from './orphan.mjs';
import { dataDir, inData, root } from './paths.ts';
import { claimData, claimDataSoon, leaveData } from './running.ts';
import { type LocalServer, startServer } from './server.ts';
import { type LocalSettings, localSettings, StartError } from './settings.ts';

let stopping = false;

async function start() {
  const made = await bundle();
  const local = localSettings(made.options.bindings ?? {});
  await claimDataSoon({ what: 'server', port: 0, key: '' });
  const doors = await openDoors(local.port);
  const server = await startServer(made, local.vars);
  const timetable = keepTime(server);
  stopOnSignals(server, timetable);
  await migrate(server.ask, made.migrations);
  await server.ask('freeMail', null);
  await demo(server, local.settings);
  claimData({ what: 'server', ...(await openControl(server.ask)) });
  await server.open(doors);
  greet(local);
  if (process.argv.includes('--watch')) watchSources(server);
  timetable.begin();
}

/** Into an empty database; a load that was cut off is finished at the next start. */
async function demo({ ask }: LocalServer, settings: Settings) {
  const pending = inData('demo-pending');
  if (!existsSync(pending) && !(await ask('isEmpty', null))) return;
  writeFileSync(pending, '');
  await ask('loadDemo', { now: Date.now(), settings });
  rmSync(pending);
}

function greet({ settings, port }: LocalSettings) {
  const at = (path: string) => `http://localhost:${port}${path}`;
  const mail = {
    mailbox: 'restent dans la boîte aux lettres locale',
    smtp: 'partent par SMTP',
    cloudflare: 'partent par Cloudflare',
  }[settings.mailTransport];
  console.log(`
Farandole est prête – ${settings.networkName}

  Programme            ${at(links.programme())}
  Organisateurs        ${at(links.organiser())}
  Boîte aux lettres    ${at(links.mailbox())}

  Les messages ${mail}.
  Les données sont dans ${dataDir}
  Pour arrêter : Ctrl + C
`);
}

/** Every minute, as the platform does; a run that takes longer is not doubled. */
function keepTime(server: LocalServer) {
  let running: Promise<void> | null = null;
  const tick = () => {
    running ??= server
      .tick()
      .catch((error: unknown) => {
        if (!stopping) logError('The timetable failed.', error);
      })
      .finally(() => {
        running = null;
      });
  };
  let timer: NodeJS.Timeout;
  return {
    begin() {
      tick();
      timer = setInterval(tick, 60_000);
    },
    /** Lets a run that is under way finish: it may be handing mail over. */
    async end() {
      clearInterval(timer);
      await running;
    },
  };
}

/** `npm run dev`: what is edited is served a moment later. */
function watchSources(server: LocalServer) {
  let timer: NodeJS.Timeout | undefined;
  const reload = async () => {
    try {
      await server.reload(await bundle());
      console.log('Rechargé.');
    } catch (error) {
      console.error(error instanceof StartError ? error.message : error);
    }
  };
  for (const folder of ['src', 'public']) {
    watch(resolve(root, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(reload, 150);
    });
  }
}

function stopOnSignals(server: LocalServer, timetable: { end(): Promise<void> }) {
  const stop = async () => {
    // Ctrl + C reaches every process of the terminal, and npm passes it on again: once is enough.
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 8000).unref();
    // What is asked of a runtime that ends is lost, and no news.
    process.on('uncaughtException', () => {});
    await timetable.end();
    await server.stop();
    leaveData();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
    // Miniflare's own listener ends the process on the spot.
    process.removeAllListeners(signal);
    process.on(signal, stop);
  }
  onOrphaned(stop);
}

try {
  await start();
} catch (error) {
  if (!stopping) {
    leaveData();
    const expected = error instanceof StartError || error instanceof SettingsError;
    console.error(expected ? error.message : error);
    process.exit(1);
  }
}
