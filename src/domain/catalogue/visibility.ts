/** Who may read a session without being registered for it. */
import type { Session } from './schema';

/**
 * Whether it shows to whoever holds its code: an unlisted session is found by its link, one by
 * invitation is for its guests, a draft for its organisers.
 */
export const isShownByCode = (session: Pick<Session, 'state' | 'visibility'>) =>
  session.state !== 'draft' && session.visibility !== 'invitation';
