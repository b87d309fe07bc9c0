/**
 * Codes that people dictate, and tokens that nobody can guess.
 * A code leaves out 0/O and 1/I/L; a token carries at least 128 bits.
 */
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A random code of the unambiguous alphabet, upper case; six letters are some 888 million codes. */
export function newCode(length = 6): string {
  const code: string[] = [];
  while (code.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      // 248 = 8 × 31: bytes above would favour the first letters.
      if (byte < 248 && code.length < length) code.push(codeAlphabet.charAt(byte % 31));
    }
  }
  return code.join('');
}

/** What a person typed or dictated, as the code is stored; null when it can't be a code. */
export function readCode(typed: string): string | null {
  const code = typed.trim().replace(/[\s-]/g, '').toUpperCase();
  return /^[2-9A-HJKMNP-Z]{4,12}$/.test(code) ? code : null;
}

/** 128 random bits in base64url. */
export const newToken = () => base64url(crypto.getRandomValues(new Uint8Array(16)));

export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

const encoder = new TextEncoder();
const keys = new Map<string, Promise<CryptoKey>>();

function hmacKey(secret: string): Promise<CryptoKey> {
  let key = keys.get(secret);
  if (!key) {
    key = crypto.subtle.importKey(
      'raw',
      encoder.encode(secret),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    keys.set(secret, key);
  }
  return key;
}

/** The first 144 bits of HMAC-SHA-256 in base64url (24 characters, no padding). */
export async function sign(secret: string, text: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', await hmacKey(secret), encoder.encode(text));
  return base64url(new Uint8Array(mac).subarray(0, 18));
}

/** Compares in a time that does not depend on where the two differ. */
export function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++)
    difference |= a.charCodeAt(i) ^ b.charCodeAt(i % (b.length || 1));
  return difference === 0;
}
