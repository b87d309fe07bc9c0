/**
 * Who works on the data right now. Two runtimes on the same SQLite files would not see each other's
 * locks, so there is one at a time: a second start is refused, and an import goes through the first.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dataDir, inData } from './paths.ts';
import { StartError } from './settings.ts';

/** port is 0 while nobody can be asked: a server that starts, or an import. */
export type Running = { pid: number; what: 'server' | 'import'; port: number; key: string };

const note = (): Running | null => {
  try {
    return JSON.parse(readFileSync(inData('running.json'), 'utf8'));
  } catch {
    return null;
  }
};

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** The one who works on the data, or null; a note left by one that was killed does not count. */
export function whoRuns(): Running | null {
  const running = note();
  return running && running.pid !== process.pid && isAlive(running.pid) ? running : null;
}

/** @throws {StartError} when someone else works on the data */
export function claimData(claim: Omit<Running, 'pid'>): void {
  const running = whoRuns();
  if (running) throw new StartError(refusal(running));
  mkdirSync(dataDir, { recursive: true });
  const claimed = JSON.stringify({ ...claim, pid: process.pid });
  writeFileSync(inData('running.json'), claimed, { mode: 0o600 });
}

/**
 * The same for a server that starts: one that was just told to stop, or whose npm was killed, still
 * has a moment to leave.
 */
export async function claimDataSoon(claim: Omit<Running, 'pid'>): Promise<void> {
  for (let tries = 20; tries > 0 && whoRuns()?.what === 'server'; tries--)
    await new Promise((wake) => setTimeout(wake, 200));
  claimData(claim);
}

export function leaveData(): void {
  if (note()?.pid === process.pid) rmSync(inData('running.json'), { force: true });
}

export const refusal = ({ pid, what }: Running) =>
  what === 'server'
    ? `Farandole tourne déjà avec les données de ${dataDir} (processus ${pid}). Arrêtez-la d’abord, ou donnez un autre DATA_DIR.`
    : `Un import est en cours sur les données de ${dataDir} (processus ${pid}). Attendez qu’il finisse.`;
