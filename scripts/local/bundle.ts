/**
 * The Worker as wrangler would deploy it, and the options that Miniflare needs to run it. Made once
 * for each content of the sources and kept: wrangler takes about two seconds, reading them back none.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { V4WorkerOptions } from 'miniflare';
import { root } from './paths.ts';
import { StartError } from './settings.ts';

export type WorkerOptions = Partial<V4WorkerOptions> & { bindings?: Record<string, string> };
export type Migration = { name: string; statements: string[] };
export type Bundle = {
  script: string;
  /** The tools' Worker (scripts/tools). */
  tools: string;
  options: WorkerOptions;
  /** By name, in order, each split into its statements. */
  migrations: Migration[];
};

const cache = resolve(root, '.wrangler/farandole');

export async function bundle(): Promise<Bundle> {
  const directory = join(cache, fingerprint());
  if (!existsSync(directory)) await make(directory);
  return {
    script: readFileSync(join(directory, 'index.js'), 'utf8'),
    tools: readFileSync(join(directory, 'tools.js'), 'utf8'),
    migrations: JSON.parse(readFileSync(join(directory, 'migrations.json'), 'utf8')),
    options: JSON.parse(readFileSync(join(directory, 'options.json'), 'utf8')),
  };
}

function fingerprint(): string {
  const hash = createHash('sha256').update(root);
  const sources = ['src', 'scripts/tools', 'scripts/demo', 'data', 'migrations'].flatMap((folder) =>
    readdirSync(resolve(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(),
  );
  for (const path of [...sources, 'wrangler.toml', 'package-lock.json', 'tsconfig.json']) {
    hash.update(path).update(readFileSync(resolve(root, path)));
  }
  return hash.digest('hex').slice(0, 20);
}

/** Made beside and renamed, so that two starts at once never read half a bundle. */
async function make(directory: string): Promise<void> {
  const draft = `${directory}.${process.pid}`;
  // The assets directory has to exist, and git keeps no empty one.
  mkdirSync(resolve(root, 'public'), { recursive: true });
  const [options] = await Promise.all([readOptions(), runWrangler(draft), bundleTools(draft)]);
  writeFileSync(join(draft, 'options.json'), JSON.stringify(options));
  writeFileSync(join(draft, 'migrations.json'), JSON.stringify(await readMigrations()));
  for (const old of readdirSync(cache)) {
    if (!old.includes('.')) rmSync(join(cache, old), { recursive: true, force: true });
  }
  try {
    renameSync(draft, directory);
  } catch (error) {
    if (!existsSync(directory)) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
}

async function readOptions(): Promise<WorkerOptions> {
  const { unstable_getMiniflareWorkerOptions, unstable_readConfig } = await import('wrangler');
  const config = unstable_readConfig({ config: resolve(root, 'wrangler.toml') });
  // The secrets are checked by our own settings, with a clearer message.
  const { workerOptions } = unstable_getMiniflareWorkerOptions({ ...config, secrets: undefined });
  const { modulesRules: _, ...options } = workerOptions;
  return { ...options, bindings: config.vars } as WorkerOptions;
}

async function readMigrations(): Promise<Migration[]> {
  const { unstable_splitSqlQuery } = await import('wrangler');
  const folder = resolve(root, 'migrations');
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => ({
    name,
    statements: unstable_splitSqlQuery(readFileSync(join(folder, name), 'utf8')),
  }));
}

async function bundleTools(outdir: string): Promise<void> {
  const { build, stop } = await import('esbuild');
  await build({
    entryPoints: [resolve(root, 'scripts/tools/worker.ts')],
    outfile: join(outdir, 'tools.js'),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['workerd', 'worker'],
    external: ['node:*', 'cloudflare:*'],
    logLevel: 'silent',
  });
  await stop();
}

function runWrangler(outdir: string): Promise<void> {
  const wrangler = resolve(root, 'node_modules/wrangler/bin/wrangler.js');
  const child = spawn(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', outdir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_HIDE_BANNER: 'true',
      CI: 'true',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code) =>
      code === 0 ? done() : fail(new StartError(`The sources could not be bundled:\n${output}`)),
    );
  });
}
