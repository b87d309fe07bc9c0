import type { Texts } from '..';

/** Who signs certificates: an organisation's signature, name, function and stamp. */
export const signatures: Texts['signatures'] = {
  title: 'Signatures and stamps',
  intro:
    'What signs the certificates of attendance. Each keeps the signature that it had on the day it was issued: a change here changes only those to come.',
  none: 'No signature yet: certificates have an empty box, to be signed and stamped by hand.',
  since: (day) => `Printed on the certificates issued since ${day}.`,
  until: (from, to) => `On certificates issued from ${from} to ${to}.`,
  change: 'Withdraw…',
  changeWhich: (name) => `the signature of ${name}`,
  endedTitle: 'Former signatures',
  endedText: 'They sign nothing new; the certificates that bear them keep them.',
  noOrganisation: 'Your account belongs to no organisation: ask an administrator.',
  addTitle: 'Give a signature',
  addText:
    'It replaces the organisation’s for certificates to come. What you do not send is not printed: choose both pictures, even if only one has changed. Without a picture the box is left to sign, with the name and the function.',
  organisation: 'Organisation',
  ownOnly: (name) => `This will be your organisation’s signature: ${name}.`,
  name: 'First and last name of the person who signs',
  role: 'Their function',
  roleHint: 'For example: director of the network.',
  signature: 'Picture of the signature',
  signatureHint: 'It is seen only here and on certificates. Ask the person for their consent.',
  stamp: 'Picture of the stamp',
  add: 'Save the signature',
  toLogos: 'See and change the logos',
  pictures: {
    signature: (name) => `Signature of ${name}`,
    stamp: () => 'Stamp of the organisation',
  },
  problems: {
    organisation: 'Give the name of the organisation, in 160 characters at most.',
    name: 'Give the first and last name of the person who signs, in 100 characters at most.',
    role: 'Give their function, in 160 characters at most.',
  },
  oneTitle: (name) => `Signature of ${name}`,
  borne: (n) =>
    n === 0
      ? 'No valid certificate bears it.'
      : n === 1
        ? 'One valid certificate bears it.'
        : `${n} valid certificates bear it.`,
  borneByMany: (n) => `At least ${n} valid certificates bear it.`,
  endTitle: 'Sign no more',
  endText:
    'Certificates to come will have an empty box, to be signed by hand. Those issued do not change.',
  end: 'Sign no certificates to come',
  eraseTitle: 'Erase everywhere',
  eraseText: (n) =>
    n === 0
      ? 'The pictures, the name and the function are erased. This cannot be undone.'
      : `The pictures, the name and the function are erased, also from the ${n === 1 ? 'certificate issued: printed again, it will have' : 'certificates issued: printed again, they will have'} an empty box. ${n === 1 ? 'It remains' : 'They remain'} valid. This cannot be undone.`,
  erase: 'Erase this signature everywhere',
  back: 'Back to the signatures',
  signs: (name, role, organisation) =>
    `They will bear the signature of ${name}, ${role} (${organisation}).`,
  byHand: 'No carrier has given a signature: they will have a box to sign by hand.',
  toSignatures: 'Signatures and stamps',
};
