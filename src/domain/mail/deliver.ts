/**
 * Delivers the outbox: frees what a dead worker held, then claims, renders and sends one mail after
 * the other, at most `limit` and for half a minute. One mail that cannot be rendered or is refused
 * does not hold up the others; a transport through which nothing passes ends the run after a try.
 */
import type { Database } from '../../db/client';
import { sayError } from '../../lib/log';
import {
  claimNext,
  freeStaleClaims,
  markFailed,
  markSent,
  type Order,
  putOff,
  runLasts,
} from './claim';
import { ourFault } from './reasons';
import type { OutboxRow } from './schema';
import {
  type ComposedMail,
  type Transport,
  TransportError,
  type TransportFailure,
} from './transport';

export type Delivery = {
  transport: Transport;
  render: (mail: OutboxRow) => Promise<ComposedMail>;
  now: number;
  limit: number;
  first?: Order;
};

export async function deliverOutbox(
  db: Database,
  { transport, render, now, limit, first = 'oldest' }: Delivery,
): Promise<{ sent: number; failed: number }> {
  const count = { sent: 0, failed: 0 };
  await freeStaleClaims(db, now);
  // The time that really passes: `now` is the moment of the run, and of all its claims.
  const begun = Date.now();
  try {
    while (count.sent + count.failed < limit && Date.now() - begun < runLasts) {
      const mail = await claimNext(db, now, first);
      if (!mail) break;
      const problem = await attempt(mail, render, transport);
      if (!problem) {
        await markSent(db, mail, now);
        count.sent += 1;
        continue;
      }
      count.failed += 1;
      if (problem.failure === 'permanent') await markFailed(db, mail, problem.words);
      else await putOff(db, mail, problem.words, now);
      if (problem.failure === 'unavailable') break;
    }
  } finally {
    // Also when the database fails: a server keeps few connections open for one sender.
    await transport.close?.();
  }
  return count;
}

type Problem = { failure: TransportFailure; words: string };

async function attempt(
  mail: OutboxRow,
  render: Delivery['render'],
  transport: Transport,
): Promise<Problem | null> {
  try {
    await transport.send(await render(mail));
    return null;
  } catch (error) {
    const failure = error instanceof TransportError ? error.failure : 'temporary';
    return { failure, words: withoutAddresses(error) };
  }
}

/** The server's words as an organiser may read them: one line, and no one's address. */
function withoutAddresses(error: unknown): string {
  // Any other error is a fault of ours, whose message might quote the mail.
  const words =
    error instanceof TransportError
      ? error.message
      : `${ourFault} ${sayError(error instanceof Error ? error : new Error())}`;
  return words
    .replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500);
}
