import type { passkeys as source } from '../fr/passkeys';

export const passkeys: typeof source = {
  signIn: 'Sign in with a passkey',
  signInHint:
    'If you have added one to your account: your device’s fingerprint, face or PIN is enough.',
  title: 'My passkeys',
  intro:
    'A passkey opens your account without waiting for an e-mail, with the fingerprint, face or PIN of your device. It is optional: links by e-mail go on working.',
  none: 'You have no passkey yet.',
  unnamed: 'Passkey',
  created: 'Added on',
  lastUsed: 'Last used',
  neverUsed: 'Never used',
  newName: 'New name',
  newNameHint: 'The name of the device, for example “Office laptop”.',
  rename: 'Rename',
  remove: 'Remove',
  which: (name: string) => `the passkey “${name}”`,
  removeHint:
    'A passkey removed here no longer opens your account. You may also delete it from the device, in its password settings. Sign-ins that are already open stay open: close them in the list above.',
  add: 'Add a passkey',
  addHint: 'On a device of your own, not on a shared computer.',
  unsupported:
    'This browser can’t add a passkey: it is too old, or JavaScript is turned off. You miss nothing: ask for a link by e-mail each time you sign in.',
  problems: {
    name: 'Type a name of at most 60 characters.',
    cancelled: 'Nothing was done: the request was closed or waited too long. Try again.',
    already: 'This device already has a passkey for your account.',
    failed: 'That did not work. Reload the page and try again, or ask for a link by e-mail.',
    body_not_valid: 'What was sent is incomplete. Reload the page and try again.',
    login_not_valid:
      'This passkey opens no account here, or the request has expired. Try again, or ask for a link by e-mail.',
    passkey_not_valid: 'The passkey could not be added. Try again.',
    too_many: 'You already have 20 passkeys. Remove those that are no longer used.',
  },
};
