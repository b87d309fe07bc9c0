/**
 * What is asked of a browser and what its answer proves (Web Authentication, level 3). The library is
 * loaded when someone uses a passkey: no other request pays for it.
 */
import * as v from 'valibot';
import {
  type Challenge,
  challengeLifetime,
  type Purpose,
  readChallenge,
} from './passkey-challenge';
import type { Account, Passkey } from './schema';

/** Where passkeys are good for: one origin, and the host that they are bound to. */
export type Place = { baseUrl: string; networkName: string };

const load = async () => {
  const [library, helpers] = await Promise.all([
    import('@simplewebauthn/server'),
    import('@simplewebauthn/server/helpers'),
  ]);
  return { ...library, ...helpers };
};

const encoded = (length: number) =>
  v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.maxLength(length));
const credential = {
  id: encoded(1400),
  rawId: encoded(1400),
  type: v.literal('public-key'),
  // What a browser adds there is of no use here.
  clientExtensionResults: v.optional(
    v.pipe(
      v.unknown(),
      v.transform(() => ({})),
    ),
    {},
  ),
};

/** A new passkey, as the browser's toJSON() writes it. */
export const Attestation = v.object({
  ...credential,
  response: v.object({ clientDataJSON: encoded(8000), attestationObject: encoded(60_000) }),
});
/** A proof made with a passkey: only discoverable ones are asked for, so it says whose it is. */
export const Assertion = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: encoded(8000),
    authenticatorData: encoded(8000),
    signature: encoded(8000),
    userHandle: encoded(100),
  }),
});
export type Attestation = v.InferOutput<typeof Attestation>;
export type Assertion = v.InferOutput<typeof Assertion>;

const rpId = ({ baseUrl }: Place) => new URL(baseUrl).hostname;
const origin = ({ baseUrl }: Place) => new URL(baseUrl).origin;
const bytes = (text: string) => new TextEncoder().encode(text).slice();

/** What a passkey holds to say whose it is: no name, no address. */
const userHandle = (accountId: number) => `account:${accountId}`;

/** For navigator.credentials.create(). `known`: an authenticator that holds one of these refuses. */
export async function creationOptions(
  place: Place,
  account: Account,
  { challenge, known }: { challenge: string; known: readonly Passkey[] },
) {
  const { generateRegistrationOptions } = await load();
  return generateRegistrationOptions({
    rpName: place.networkName,
    rpID: rpId(place),
    userID: bytes(userHandle(account.id)),
    userName: account.email,
    userDisplayName: account.name,
    challenge: bytes(challenge),
    timeout: challengeLifetime,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  });
}

/** For navigator.credentials.get(): no list of passkeys, so nothing tells who has an account. */
export async function requestOptions(place: Place, challenge: string) {
  const { generateAuthenticationOptions } = await load();
  return generateAuthenticationOptions({
    rpID: rpId(place),
    challenge: bytes(challenge),
    timeout: challengeLifetime,
    userVerification: 'preferred',
  });
}

export type Expected = { place: Place; secret: string; purpose: Purpose; now: number };
type Made = { challenge: Challenge; credentialId: string; publicKey: string; signCount: number };

/** The passkey that was made, or null: the library says by throwing what does not hold. */
export const checkAttestation = (response: Attestation, expected: Expected): Promise<Made | null> =>
  attested(response, expected).catch(() => null);

async function attested(response: Attestation, expected: Expected): Promise<Made | null> {
  const library = await load();
  const { decodeAttestationObject, isoBase64URL } = library;
  const signed = library.decodeClientDataJSON(response.response.clientDataJSON).challenge;
  const challenge = await readChallenge(isoBase64URL.toUTF8String(signed), expected);
  if (!challenge) return null;
  // We ask for no proof of the make. A certificate would have the library fetch its revocation list
  // from an address that the sender chose.
  const object = decodeAttestationObject(
    isoBase64URL.toBuffer(response.response.attestationObject),
  );
  const format = object.get('fmt');
  const isPlain =
    format === 'none' || (format === 'packed' && object.get('attStmt').get('x5c') === undefined);
  if (!isPlain) return null;
  const { verified, registrationInfo } = await library.verifyRegistrationResponse({
    response,
    expectedChallenge: signed,
    expectedOrigin: origin(expected.place),
    expectedRPID: rpId(expected.place),
    requireUserVerification: false,
  });
  if (!verified) return null;
  const { id, publicKey, counter } = registrationInfo.credential;
  const kept = isoBase64URL.fromBuffer(publicKey);
  return { challenge, credentialId: id, publicKey: kept, signCount: counter };
}

type Proven = { challenge: Challenge; signCount: number };

/** What the proof says when it was made with this passkey, here and now; null otherwise. */
export const checkAssertion = (
  response: Assertion,
  passkey: Passkey,
  expected: Expected,
): Promise<Proven | null> => proven(response, passkey, expected).catch(() => null);

async function proven(
  response: Assertion,
  passkey: Passkey,
  expected: Expected,
): Promise<Proven | null> {
  const library = await load();
  const { isoBase64URL } = library;
  const signed = library.decodeClientDataJSON(response.response.clientDataJSON).challenge;
  const challenge = await readChallenge(isoBase64URL.toUTF8String(signed), expected);
  if (!challenge) return null;
  const owner = isoBase64URL.toUTF8String(response.response.userHandle);
  if (owner !== userHandle(passkey.accountId)) return null;
  const { verified, authenticationInfo } = await library.verifyAuthenticationResponse({
    response,
    expectedChallenge: signed,
    expectedOrigin: origin(expected.place),
    expectedRPID: rpId(expected.place),
    requireUserVerification: false,
    credential: {
      id: passkey.credentialId,
      publicKey: isoBase64URL.toBuffer(passkey.publicKey),
      counter: passkey.signCount,
    },
  });
  return verified ? { challenge, signCount: authenticationInfo.newCounter } : null;
}
