/** Requests to the application as a browser of this site sends them. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import type { createApp } from '../../src/app';
import type { Bindings } from '../../src/env';
import { bindings } from './db';

export const origin = 'http://localhost:8787';

type Fields = Record<string, string | string[]>;
type Sent = { cookie?: string; headers?: Record<string, string>; env?: Partial<Bindings> };

/** What the app does after its answer (the mails that it delivers) is done when this returns. */
export function visit(app: ReturnType<typeof createApp>) {
  async function send(path: string, init: RequestInit, { cookie, headers, env = {} }: Sent = {}) {
    const context = createExecutionContext();
    const site = env.BASE_URL ?? origin;
    const all = new Headers({ ...(cookie && { Cookie: cookie }), ...headers });
    if (init.method === 'POST' && !all.has('Origin')) all.set('Origin', site);
    const request = new Request(site + path, { redirect: 'manual', ...init, headers: all });
    const answer = await app.request(request, undefined, { ...bindings, ...env }, context);
    await waitOnExecutionContext(context);
    return answer;
  }
  return {
    send,
    get: (path: string, sent: Sent = {}) => send(path, {}, sent),
    /** As a script of ours sends it. */
    postJson: (path: string, body: unknown, { headers, ...sent }: Sent = {}) => {
      const all = { Accept: 'application/json', 'Content-Type': 'application/json', ...headers };
      const init = { method: 'POST', body: JSON.stringify(body) };
      return send(path, init, { ...sent, headers: all });
    },
    post: (path: string, fields: Fields = {}, sent: Sent = {}) => {
      const body = new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) =>
          [value].flat().map((one): [string, string] => [name, one]),
        ),
      );
      return send(path, { method: 'POST', body }, sent);
    },
  };
}
