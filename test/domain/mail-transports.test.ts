import { expect, it } from 'vitest';
import { TransportError } from '../../src/domain/mail/transport';
import { makeRenderer } from '../../src/domain/messages/render';
import { transportFor } from '../../src/transports';
import { cloudflareTransport } from '../../src/transports/cloudflare';
import { readSmtpUrl } from '../../src/transports/smtp';
import { bindings, db } from '../support/db';
import { aRow, conference, network, person } from '../support/mails';

const mail = () =>
  makeRenderer(network)(
    aRow({ kind: 'registered', facts: { session: conference, person, byColleague: false } }),
  );

it('hands a message with an invitation to the platform’s own binding, which takes it', async () => {
  const transport = transportFor({ mailTransport: 'cloudflare' }, bindings, db);
  await transport.send(await mail());
});

/** Cloudflare's service refuses in ways that its local stand-in does not: these are its codes. */
const refusing = (error: Error) =>
  cloudflareTransport({
    send: async () => {
      throw error;
    },
  });

it.each([
  ['E_RECIPIENT_SUPPRESSED', 'permanent'],
  ['E_CONTENT_TOO_LARGE', 'permanent'],
  ['E_SENDER_NOT_VERIFIED', 'unavailable'],
  ['E_RATE_LIMIT_EXCEEDED', 'unavailable'],
  ['E_DAILY_LIMIT_EXCEEDED', 'unavailable'],
  ['E_DELIVERY_FAILED', 'temporary'],
  ['E_OF_THE_FUTURE', 'temporary'],
])('reads %s as %s, wherever the code stands', async (code, failure) => {
  const inCode = refusing(Object.assign(new Error('no'), { code }));
  const inMessage = refusing(new Error(`${code}: no`));
  for (const transport of [inCode, inMessage]) {
    const error = await transport.send(await mail()).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ failure, message: expect.stringContaining(code) });
  }
});

it.each([
  ['smtp://u%40x:p%3As@smtp.example.fr', { port: 587, secure: false, loopback: false }],
  ['smtps://smtp.example.fr', { port: 465, secure: true, loopback: false, auth: null }],
  ['smtp://smtp.example.fr:465', { port: 465, secure: true }],
  ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, secure: false, loopback: true }],
  ['smtp://[::1]:2525', { host: '::1', loopback: true }],
  ['smtp://localhost.example.fr:2525', { loopback: false }],
])('reads %s', (url, server) => {
  expect(readSmtpUrl(url)).toMatchObject(server);
});

it('reads the signs of a password as they were escaped', () => {
  expect(readSmtpUrl('smtp://u%40x:p%3As@smtp.example.fr').auth).toEqual({
    user: 'u@x',
    pass: 'p:s',
  });
});
