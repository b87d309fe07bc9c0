/** `npm start`, `npm run import` and `npm run reset` as a person runs them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPeer, type Peer } from '../support/smtp-peer';

const root = resolve(import.meta.dirname, '../..');
const dataDir = mkdtempSync(join(tmpdir(), 'farandole-start-'));
const port = 8970;
const base = `http://localhost:${port}`;

type Ended = { code: number | null; output: string };
type Run = { child: ChildProcess; output: () => string; ended: Promise<Ended> };

function run(script: string, env: Record<string, string> = {}, ...args: string[]): Run {
  const child = spawn(process.execPath, [join(root, 'scripts', script), ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = new Promise<Ended>((done) => {
    child.on('close', (code) => done({ code, output }));
  });
  return { child, output: () => output, ended };
}

/** Waits for the words that say that it is ready. */
async function start(env: Record<string, string> = {}): Promise<Run> {
  const server = run('start.mjs', env);
  let over = false;
  void server.ended.then(() => {
    over = true;
  });
  while (!server.output().includes('Pour arrêter')) {
    if (over) throw new Error(server.output());
    await new Promise((tick) => setTimeout(tick, 50));
  }
  return server;
}

async function stop({ child, ended }: Run): Promise<Ended> {
  child.kill('SIGTERM');
  return ended;
}

type Listed = { code: string; capacity: number | null };
const programme = async (): Promise<Listed[]> =>
  ((await (await fetch(`${base}/api/v1/sessions`)).json()) as { sessions: Listed[] }).sessions;

/** What a browser without JavaScript sends: the form's hidden fields and what the person types. */
async function register(code: string, email: string): Promise<Response> {
  const page = await (await fetch(`${base}/s/${code}`)).text();
  const hidden = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const body = new URLSearchParams(hidden.map(([, name = '', value = '']) => [name, value]));
  for (const [name, value] of Object.entries({
    firstName: 'Léa',
    lastName: 'Essai',
    email,
    consent: 'on',
  })) {
    body.set(name, value);
  }
  return fetch(`${base}/s/${code}/inscriptions`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { Origin: base },
  });
}

const isListening = () =>
  fetch(`${base}/healthz`).then(
    () => true,
    () => false,
  );

let peer: Peer;
beforeAll(async () => {
  peer = await openPeer();
});
afterAll(async () => {
  await peer.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('a server on its own data', () => {
  test('shows a living programme, keeps it over a restart, and says nothing of people in its log', async () => {
    const first = await start();
    for (const path of ['/', '/organisation', '/boite-locale']) {
      expect(first.output()).toContain(`${base}${path}\n`);
    }
    for (const host of ['127.0.0.1', 'localhost']) {
      expect((await fetch(`http://${host}:${port}/`)).status).toBe(200);
    }
    const before = await programme();
    expect(before.length).toBeGreaterThan(10);
    const fifteen = before.find((session) => session.capacity === 15);
    const registered = await register(fifteen?.code ?? '', 'lea.essai@start.example');
    expect(registered.status).toBe(303);
    const link = new URL(registered.headers.get('location') ?? '', base);
    expect((await fetch(link)).status).toBe(200);
    expect(statSync(join(dataDir, 'signing-secret')).mode & 0o777).toBe(0o600);
    const ended = await stop(first);
    expect(ended.code).toBe(0);
    expect(await isListening()).toBe(false);
    expect(ended.output).not.toContain('lea.essai');
    expect(ended.output).not.toContain(link.pathname);

    // The real environment goes over wrangler.toml.
    const second = await start({
      MAIL_TRANSPORT: 'smtp',
      SMTP_URL: `smtp://127.0.0.1:${peer.port}`,
    });
    expect(await programme()).toEqual(
      before.map((session) => expect.objectContaining({ code: session.code })),
    );
    expect((await fetch(link)).status).toBe(200);
    await register(fifteen?.code ?? '', 'noe.essai@start.example');
    await expect
      .poll(() => peer.received.flatMap((mail) => mail.to), { timeout: 20_000 })
      .toContain('noe.essai@start.example');

    // One runtime at a time holds the data; an import goes through it.
    const twice = await run('start.mjs', { PORT: '8971' }).ended;
    expect(twice).toMatchObject({ code: 1, output: expect.stringContaining('tourne déjà') });
    const reset = await run('reset.mjs').ended;
    expect(reset).toMatchObject({ code: 1, output: expect.stringContaining('tourne déjà') });
    const imported = await run('import.mjs', {}, 'data/programme-2023.json').ended;
    expect(imported.code).toBe(0);
    expect(imported.output).toMatch(/séances\s+21\s+0\s+21/);
    expect((await stop(second)).code).toBe(0);

    expect((await run('reset.mjs').ended).code).toBe(0);
    expect(existsSync(join(dataDir, 'state'))).toBe(false);
  });
});

describe('a start that cannot be', () => {
  test('says which setting is wrong, and never shows its value', async () => {
    const { code, output } = await run('start.mjs', {
      TIME_ZONE: 'Mars/Phobos',
      MAIL_TRANSPORT: 'smtp',
    }).ended;
    expect(code).toBe(1);
    expect(output).toContain('TIME_ZONE is not an IANA time zone');
    expect(output).toContain('SMTP_URL is missing');
    expect(output).not.toContain('Phobos');
    expect(output).not.toContain('    at ');
  });

  test('says that the port is taken', async () => {
    const squatter: Server = createServer();
    await new Promise<void>((done) => squatter.listen(port, '127.0.0.1', done));
    const { code, output } = await run('start.mjs').ended;
    squatter.close();
    expect(code).toBe(1);
    expect(output).toContain(`Le port ${port} est déjà pris`);
    expect(output).not.toContain('    at ');
  });
});

test('an import of a file that is wrong writes nothing, and says where it is wrong', async () => {
  const { code, output } = await run('import.mjs', {}, 'package.json').ended;
  expect(code).toBe(1);
  expect(output).toContain('rien n’a été écrit');
  expect(output).toContain('network manque');
  const missing = await run('import.mjs', {}, 'nowhere.json').ended;
  expect(missing).toMatchObject({ code: 1, output: expect.stringContaining('nowhere.json') });
  expect(readFileSync(join(root, 'package.json'), 'utf8')).toContain('farandole');
});
