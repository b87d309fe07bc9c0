/**
 * What `npm start` needs before anything else, in plain JavaScript that Node 20 runs: the packages of
 * package-lock.json, and the newer Node that comes with them.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { onOrphaned } from './local/orphan.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
};

/**
 * Whether node_modules holds what the lock file says. Versions are compared and not dates: a checkout
 * makes the lock file newer without changing it.
 */
function isInstalled() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages ?? {};
  const installed = readJson(join(root, 'node_modules/.package-lock.json'))?.packages;
  if (!installed) return false;
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === version : Boolean(optional || peer);
  });
}

export function ensureInstalled() {
  if (isInstalled()) return;
  console.error('Installation des paquets (une fois, quelques minutes au plus)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('L’installation a échoué : vérifiez la connexion, puis recommencez.');
    process.exit(1);
  }
}

/** Runs a module of ours under the Node of node_modules, with our signals, and ends as it ends. */
export async function runWithOurNode(module) {
  const node = join(
    root,
    'node_modules/node/bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 24) return import(pathToFileURL(join(root, module)).href);
  if (!existsSync(node)) {
    console.error(
      'Le paquet « node » ne s’est pas installé (scripts d’installation refusés ?), et Node 24 est nécessaire.',
    );
    process.exit(1);
  }
  // The channel tells the child when this process is gone, however it went.
  const child = spawn(node, process.argv.slice(1), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  onOrphaned(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)));
}
