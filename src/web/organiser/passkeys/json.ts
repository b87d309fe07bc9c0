/** What public/passkeys.js sends and is answered. A refusal says its reason, and what to do. */
import type { Context } from 'hono';
import * as v from 'valibot';
import type { Place } from '../../../domain/organisers/passkey-ceremony';
import type { AppEnv } from '../../context';

type Reason = 'body_not_valid' | 'login_not_valid' | 'passkey_not_valid' | 'too_many';

export function refusal<E extends AppEnv>(c: Context<E>, error: Reason) {
  const { reader }: AppEnv['Variables'] = c.var;
  return c.json({ error, message: reader.t.passkeys.problems[error] }, 422);
}

/** The body when it is JSON of that shape; null for anything else. */
export async function readBody<S extends v.GenericSchema>(
  c: Context,
  schema: S,
): Promise<v.InferOutput<S> | null> {
  const read = v.safeParse(schema, await c.req.json().catch(() => null));
  return read.success ? read.output : null;
}

/** Where passkeys are good for, the secret that signs their challenges, and the moment. */
export function siteOf<E extends AppEnv>(c: Context<E>) {
  const { settings, now }: AppEnv['Variables'] = c.var;
  const place: Place = settings;
  return { place, secret: settings.signingSecret, now };
}
