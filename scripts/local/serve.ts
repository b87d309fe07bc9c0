/** `npm start`: settings, bundle, database, demo, server, timetable; and a clean end. */

import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { type Settings, SettingsError } from '../../src/env.ts';
import { links } from '../../src/links.ts';
import { bundle } from './bundle.ts';
import { openControl } from './control.ts';
import { migrate } from './migrate.ts';
import { onOrphaned } from './orphan.mjs';
import { dataDir, inData } from './paths.ts';
import { claimData, leaveData, refusal, whoRuns } from './running.ts';
import { type LocalServer, startServer } from './server.ts';
import { type LocalSettings, localSettings, StartError } from './settings.ts';

async function start() {
  const made = await bundle();
  const local = localSettings(made.options.bindings ?? {});
  const running = whoRuns();
  if (running) throw new StartError(refusal(running));
  const server = await startServer(made, local.vars);
  stopOnSignals(server);
  await migrate(server.ask);
  await demo(server, local.settings);
  claimData({ what: 'server', ...(await openControl(server.ask)) });
  await server.open(local.port);
  greet(local);
  keepTime(server);
}

/** Into an empty database; a load that was cut off is finished at the next start. */
async function demo({ ask }: LocalServer, { timeZone, mailTransport }: Settings) {
  const pending = inData('demo-pending');
  if (!existsSync(pending) && !(await ask('isEmpty', null))) return;
  writeFileSync(pending, '');
  await ask('loadDemo', { now: Date.now(), timeZone, mails: mailTransport === 'mailbox' });
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
  let running = false;
  const tick = async () => {
    if (running) return;
    running = true;
    try {
      await server.tick();
    } catch (error) {
      console.error('The timetable failed:', error instanceof Error ? error.message : error);
    }
    running = false;
  };
  void tick();
  setInterval(tick, 60_000);
}

function stopOnSignals(server: LocalServer) {
  let stopping = false;
  const stop = async () => {
    // Ctrl + C reaches every process of the terminal, and npm passes it on again: once is enough.
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 5000).unref();
    await server.stop();
    leaveData();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(signal, stop);
  onOrphaned(stop);
}

try {
  await start();
} catch (error) {
  leaveData();
  const expected = error instanceof StartError || error instanceof SettingsError;
  console.error(expected ? error.message : error);
  process.exit(1);
}
