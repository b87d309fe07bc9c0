/** Who is written to no more: they cancelled. Who lost their place with the session may hear of a new date. */
import { sql } from 'drizzle-orm';
import type { Registration } from './schema';

export const hasLeft = ({ state, endedBy }: Pick<Registration, 'state' | 'endedBy'>): boolean =>
  state === 'cancelled' && endedBy !== 'session_cancelled';

/** The same of registration r. */
export const rHasLeft = sql`(r.state = 'cancelled' AND r.ended_by IS NOT 'session_cancelled')`;
