/**
 * The settings of a local run: wrangler.toml's [vars], then the file .dev.vars, then the real
 * environment, each over the one before. A signing secret is made and kept when none is given.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { parseSettings, type Settings, settingNames } from '../../src/env.ts';
import { dataDir, inData, root } from './paths.ts';

export class StartError extends Error {}

export type LocalSettings = { vars: Record<string, string>; settings: Settings; port: number };

/**
 * @param defaults wrangler.toml's [vars]
 * @throws {SettingsError | StartError} saying what to put right
 */
export function localSettings(defaults: Record<string, string>): LocalSettings {
  const file = readDevVars();
  const real = given(process.env);
  const port = readPort(process.env.PORT);
  const vars: Record<string, string> = { ...defaults, ...file, ...real };
  if (process.env.PORT && !file.BASE_URL && !real.BASE_URL) {
    vars.BASE_URL = `http://localhost:${port}`;
  }
  vars.SIGNING_SECRET ||= keptSecret();
  vars.VERSION ||= version();
  return { vars, settings: parseSettings(vars), port };
}

/** Known names only, and an empty value is none: `SMTP_URL= npm start` falls back to the file. */
const given = (source: NodeJS.Dict<string>): Record<string, string> =>
  Object.fromEntries(
    settingNames.flatMap((name) => (source[name] ? [[name, source[name] as string]] : [])),
  );

function readDevVars(): Record<string, string> {
  const path = resolve(root, '.dev.vars');
  return existsSync(path) ? given(parseEnv(readFileSync(path, 'utf8'))) : {};
}

function readPort(text: string | undefined): number {
  if (!text) return 8787;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new StartError('PORT must be a number from 1 to 65535.');
  }
  return port;
}

/** Readable by its owner only: whoever has it can make the link of any registration. */
function keptSecret(): string {
  const path = inData('signing-secret');
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true });
    const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
    writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(path, 'utf8').trim();
}

const version = (): string =>
  JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')).version ?? 'dev';
