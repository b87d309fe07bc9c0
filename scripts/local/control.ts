/**
 * The door by which `npm run import` reaches a server that runs: on loopback, and only for whoever can
 * read the key in DATA_DIR.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { logError } from '../../src/lib/log.ts';
import type { Answers, Ask } from '../tools/tools.ts';
import type { Running } from './running.ts';

type Import = Answers['importYear'];

export async function openControl(ask: Ask): Promise<{ port: number; key: string }> {
  const key = Buffer.from(crypto.getRandomValues(new Uint8Array(24))).toString('base64url');
  const server = createServer(async (request, response) => {
    if (request.headers.authorization !== `Bearer ${key}`) {
      response.writeHead(403).end();
      return;
    }
    try {
      const outcome = await ask('importYear', JSON.parse(await text(request)));
      response.setHeader('content-type', 'application/json').end(JSON.stringify(outcome));
    } catch (error) {
      logError('The import failed.', error);
      response.writeHead(500).end();
    }
  });
  await new Promise<void>((done) => server.listen({ host: '127.0.0.1', port: 0 }, done));
  server.unref();
  return { port: (server.address() as AddressInfo).port, key };
}

export async function importThrough({ port, key }: Running, input: Import['input']) {
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return (await response.json()) as Import['output'];
}
