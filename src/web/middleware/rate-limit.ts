/**
 * Limits how often something is asked for. What is typed (an address, a code) has the tight limit;
 * the network address only a generous one, since a phone room, a school or a town hall shares one.
 */
import type { Context } from 'hono';
import type { Bindings, Settings } from '../../env';

/** Too much at once: rendered as the 429 page, with what to do. */
export class TooMany extends Error {
  override name = 'TooMany';
  /** Seconds: the period of both bindings (wrangler.toml). */
  readonly retryAfter = 60;
}

type Limited = { Bindings: Bindings; Variables: { settings: Settings } };

/**
 * Counts this request against the key (say what it is for: `login:<address>`) and the visitor's
 * network address.
 * @throws {TooMany} when either is over its limit.
 */
export async function limited<E extends Limited>(c: Context<E>, key: string): Promise<void> {
  if (c.get('settings').rateLimits === 'off') return;
  const { LIMIT_PER_KEY, LIMIT_PER_IP } = c.env;
  const ip = c.req.header('CF-Connecting-IP') ?? 'local';
  const answers = await Promise.all([
    LIMIT_PER_KEY?.limit({ key }),
    LIMIT_PER_IP?.limit({ key: ip }),
  ]);
  if (answers.some((answer) => answer?.success === false)) throw new TooMany();
}

/**
 * The same for a code that a whole room shares: many at once is what it is for.
 * @throws {TooMany} when the code or the network address is over its limit.
 */
export async function limitedInRoom<E extends Limited>(c: Context<E>, key: string): Promise<void> {
  if (c.get('settings').rateLimits === 'off') return;
  const room = await c.env.LIMIT_PER_ROOM?.limit({ key });
  if (room?.success === false) throw new TooMany();
  await limitedByAddress(c);
}

/** Counts this request against the visitor's network address alone. */
export async function limitedByAddress<E extends Limited>(c: Context<E>): Promise<void> {
  if (c.get('settings').rateLimits === 'off') return;
  const ip = c.req.header('CF-Connecting-IP') ?? 'local';
  const answer = await c.env.LIMIT_PER_IP?.limit({ key: ip });
  if (answer?.success === false) throw new TooMany();
}
