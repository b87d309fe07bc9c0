/**
 * What the public may know of: a session that was published once, also when it was cancelled since. A
 * draft looks as if it did not exist, and is deleted instead of being cancelled (delete-draft.ts), so
 * that the state alone tells. Every public read asks here.
 */
import { sql } from 'drizzle-orm';
import { type Session, sessions } from './schema';

export const isKnown = ({ session }: { session: Pick<Session, 'state'> }) =>
  session.state !== 'draft';

/** Cancelled once it was over: it did not take place, and nobody was told by a mail. */
export const isNotHeld = ({
  state,
  cancelledAt,
  endsAt,
}: Pick<Session, 'state' | 'cancelledAt' | 'endsAt'>) =>
  state === 'cancelled' && cancelledAt !== null && endsAt !== null && cancelledAt >= endsAt;

/** Literals and not parameters: SQLite takes a partial index only where it can prove its terms. */
export const known = sql`${sessions.state} in ('published', 'cancelled')`;

/** What everyone finds in the programme, beyond those who were given the address. */
export const listed = sql`${sessions.visibility} = 'public' and ${known}`;
