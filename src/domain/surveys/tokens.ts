/**
 * What opens a questionnaire: the room's code (6 letters, open to all), a slip's code (8 letters) and a
 * personal link (24 characters). Slips and links are MACs under a secret that only the Worker has, and
 * so is the hash under which their ballot stands: whoever holds the whole database can compute neither.
 */
import { readCode, sign } from '../../lib/tokens';

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const roomLength = 6;
const slipLength = 8;

/** The code printed on the slip of that index; no one notes to whom it was given. */
export async function slipCode(secret: string, roomCode: string, index: number): Promise<string> {
  const mac = await sign(secret, `slip:${roomCode}:${index}`);
  const bytes = Uint8Array.from(atob(mac.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  );
  // 248 = 8 × 31: bytes above would favour the first letters. 18 bytes leave ten to throw away.
  const letters = [...bytes].filter((byte) => byte < 248).map((byte) => alphabet.charAt(byte % 31));
  return letters.slice(0, slipLength).join('');
}

/** The token of a personal link: a MAC of the registration, without its id. */
export const linkToken = (
  secret: string,
  survey: { roomCode: string },
  registration: { id: number; holderVersion: number },
) => sign(secret, `survey:${survey.roomCode}:${registration.id}:${registration.holderVersion}`);

/** Where the ballot of a slip, a link or a form stands. */
export const ballotHash = (secret: string, token: string) => sign(secret, `ballot:${token}`);

export const resultsToken = async (
  secret: string,
  survey: { id: number; shareVersion: number },
): Promise<string> =>
  `${survey.id.toString(36)}-${await sign(secret, `results:${survey.id}:${survey.shareVersion}`)}`;

export type Entrance = { way: 'room' | 'slip' | 'link'; token: string };

/** What was scanned, clicked or typed; null when it can't open anything. */
export function readEntrance(typed: string): Entrance | null {
  if (/^[\w-]{24}$/.test(typed)) return { way: 'link', token: typed };
  const code = readCode(typed);
  if (code?.length === slipLength) return { way: 'slip', token: code };
  return code?.length === roomLength ? { way: 'room', token: code } : null;
}

/** « K7MP-Q2H4 »: as a slip's code is printed. */
export const printedSlip = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;
