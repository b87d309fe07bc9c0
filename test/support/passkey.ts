/**
 * A passkey in software: it makes what an authenticator makes (ES256, no attestation), so that tests
 * can also make what no honest one would. The encodings are RFC 8949's and RFC 9053's, by hand.
 */
import { base64url } from '../../src/lib/tokens';
import { origin as here } from './web';

type Options = { challenge: string; user?: { id: string } };
type Liberties = { origin?: string; count?: number; owner?: string; rpId?: string };

export async function softPasskey() {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  if (!('privateKey' in keys)) throw new Error('no pair of keys');
  const point = await crypto.subtle.exportKey('raw', keys.publicKey);
  if (!(point instanceof ArrayBuffer)) throw new Error('no point');
  const [x, y] = [new Uint8Array(point, 1, 32), new Uint8Array(point, 33, 32)];
  const cose = bytes(0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32, x, 0x22, 0x58, 32, y);
  const credentialId = crypto.getRandomValues(new Uint8Array(16));
  const id = base64url(credentialId);
  const common = { id, rawId: id, type: 'public-key', clientExtensionResults: {} };
  let owner = '';

  return {
    id,
    /** The answer to navigator.credentials.create(). `format` and `statement`: of an attestation. */
    async create(
      { challenge, user }: Options,
      {
        origin = here,
        format = 'none',
        statement = bytes(0xa0),
      }: Liberties & { format?: string; statement?: Uint8Array } = {},
    ) {
      owner = user?.id ?? '';
      const attested = bytes(new Uint8Array(16), 0, credentialId.length, credentialId, cose);
      const authData = bytes(await head(0x45, 0), attested);
      const object = bytes(
        ...[0xa3, word('fmt'), word(format), word('attStmt'), statement, word('authData')],
        ...[0x58, authData.length, authData],
      );
      const clientDataJSON = clientData('webauthn.create', challenge, origin);
      return { ...common, response: { clientDataJSON, attestationObject: base64url(object) } };
    },
    /** The answer to navigator.credentials.get(). */
    async get({ challenge }: Options, liberties: Liberties = {}) {
      const { origin = here, count = 0, owner: userHandle = owner, rpId } = liberties;
      const clientDataJSON = clientData('webauthn.get', challenge, origin);
      const authData = await head(0x05, count, rpId);
      const hash = await sha256(decoded(clientDataJSON));
      const signature = await crypto.subtle.sign(
        { name: 'ECDSA', hash: 'SHA-256' },
        keys.privateKey,
        bytes(authData, hash),
      );
      return {
        ...common,
        response: {
          clientDataJSON,
          authenticatorData: base64url(authData),
          signature: base64url(der(new Uint8Array(signature))),
          userHandle,
        },
      };
    },
  };
}

function bytes(...parts: (number | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part])));
}
const utf8 = (text: string) => new TextEncoder().encode(text);
const sha256 = async (data: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', data));
const decoded = (text: string) => bytes(Buffer.from(text, 'base64url'));
/** A CBOR text of less than 24 bytes. */
export const word = (text: string) => bytes(0x60 + text.length, utf8(text));

const clientData = (type: string, challenge: string, origin: string) =>
  base64url(utf8(JSON.stringify({ type, challenge, origin, crossOrigin: false })));

async function head(flags: number, count: number, rpId = new URL(here).hostname) {
  const counter = bytes(count >>> 24, (count >>> 16) & 255, (count >>> 8) & 255, count & 255);
  return bytes(await sha256(bytes(utf8(rpId))), flags, counter);
}

/** The two numbers of a signature as ASN.1 writes them. */
function der(signature: Uint8Array): Uint8Array {
  const whole = (number: Uint8Array) => {
    const first = number.findIndex((byte) => byte !== 0);
    const short = number.subarray(first);
    const positive = (short[0] ?? 0) > 127 ? bytes(0, short) : bytes(short);
    return bytes(2, positive.length, positive);
  };
  const both = bytes(whole(signature.subarray(0, 32)), whole(signature.subarray(32)));
  return bytes(0x30, both.length, both);
}
