/** A body that is no form, to every address that takes one: a page that says so, never a bug page. */
import { beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { now } from '../support/fixtures';
import { anAccount, signedInCookie } from '../support/organisers';
import { visit } from '../support/web';

const app = createApp({ clock: () => now });
const { send } = visit(app);
const cut = '--xx\r\nContent-Disposition: form-data; name="email"\r\n\r\nsomeone';
const bodies: [type: string, body: string][] = [
  ['multipart/form-data', 'no boundary'],
  ['multipart/form-data; boundary=xx', cut],
  ['multipart/form-data; boundary=xx', 'garbage'],
  ['application/x-www-form-urlencoded; charset=utf-16', 'email=%ff%fe'],
  ['application/x-www-form-urlencoded', '%=&=&__proto__=1&email=%ZZ%ff%00&email[]=2'],
  ['application/json', '{"email":'],
  ['text/plain', 'email=a@b.example'],
];
const paths = [
  ...new Set(app.routes.filter(({ method }) => method === 'POST').map(({ path }) => path)),
].map((path) => path.replace(/:(\w+)\{[^}]+\}|:\w+/g, (_, name) => (name === 'id' ? '1' : '2')));

let cookie = '';
beforeAll(async () => {
  cookie = await signedInCookie((await anAccount('administrator')).id);
});

it('knows the forms of the site', () => expect(paths.length).toBeGreaterThan(30));

it.each(bodies)('answers %s, %j as something that it can say', async (type, body) => {
  const failed: string[] = [];
  for (const path of paths) {
    const headers = { 'Content-Type': type };
    const { status } = await send(path, { method: 'POST', body }, { cookie, headers });
    if (status >= 500) failed.push(`${status} ${path}`);
  }
  expect(failed).toEqual([]);
});

it('reads a body that is too large to its end, and says that it is too large', async () => {
  const chunk = new Uint8Array(64 * 1024).fill(97);
  let left = 48;
  const body = new ReadableStream({
    pull(controller) {
      if (left-- > 0) controller.enqueue(chunk);
      else controller.close();
    },
  });
  const headers = { 'Content-Length': String(48 * chunk.byteLength) };
  const answer = await send('/lien-perdu', { method: 'POST', body }, { headers });
  expect(answer.status).toBe(413);
  expect(left).toBeLessThanOrEqual(0);
});
