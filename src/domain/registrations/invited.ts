/**
 * The link by which one registers for a session « sur invitation »: an HMAC over the session, the same
 * for all who are invited, so that it holds nobody's data, needs no row and may be passed on
 * (docs/decisions/0075-invitations-to-partners.md). Capacity and the rest hold as for anyone.
 */
import { sameText, sign } from '../../lib/tokens';

export const invitedToken = (secret: string, { id }: { id: number }) =>
  sign(secret, `invited:${id}`);

export const isInvited = async (
  secret: string,
  session: { id: number },
  token: string | undefined,
): Promise<boolean> =>
  token !== undefined && token !== '' && sameText(token, await invitedToken(secret, session));
