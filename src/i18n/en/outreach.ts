/** What leaves the house: papers, messages to registrants, invitations to partners. */
const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);

const printing = {
  backToPaper: 'Back to posters and lists',
  printHint:
    'Print this page, or save it as a PDF with your browser’s print command (no margins, no headers).',
  sizes: { a4: 'A4 poster', a5: 'A5 flyer' },
  posterTitle: 'Poster and flyer',
  posterText:
    'The title, date, place, speakers, a QR code and the session’s code, with the carriers and their logos. Legible in black and white.',
  pdf: 'To download as PDF:',
  asPdf: 'For a PDF file: open the sheet, then choose “Save as PDF” in the print window.',
  logosTitle: 'Printed logos',
  noLogos: 'No logo yet: the carriers’ names are printed.',
  toLogos: 'See and change the logos',
  sheetTitle: 'Sign-in sheet',
  sheetText: 'The people registered, with a box to sign for each half-day.',
  printSheet: 'Print the sign-in sheet',
  draftNotice:
    'This session is a draft: until it is published, the printed QR code and address lead nowhere.',
  cancelledNotice: 'This session is cancelled: remember to take down the posters.',
  supportedBy: 'Supported by',
  poster: {
    manyDays: (first: string, last: string, days: number) =>
      `From ${first} to ${last} (${days} days)`,
    register: 'Registration',
    how: 'Scan the code with your phone, or open this address:',
    code: 'Session code:',
    qr: 'QR code of the registration page',
    call: (who: string) => `By phone: ${who}`,
  },
  speaker: {
    linkTitle: 'List for the speaker',
    linkText:
      'A page to read or print, with first names, professions and the words left on registering; no family names, addresses or phone numbers. Anyone with the link can read it: give it to the speaker only. It ends by itself a month after the session.',
    make: 'Make the link',
    endText: 'End the link: the page will no longer open. You can make another one.',
    end: 'End this link',
    title: 'People expected',
    cancelled: 'This session is cancelled.',
    seats: (n: number) =>
      n === 0
        ? 'Nobody is registered yet.'
        : n === 1
          ? 'One seat confirmed.'
          : `${n} seats confirmed.`,
    professions: 'Professions',
    people: 'Who is coming, and why',
    companions: (n: number) => (n === 1 ? 'and one more person' : `and ${n} more people`),
    group: (label: string, children: number, adults: number) =>
      `${label}: ${[
        children && `${children} ${children > 1 ? 'children' : 'child'}`,
        adults && `${adults} ${adults > 1 ? 'adults' : 'adult'}`,
      ]
        .filter(Boolean)
        .join(', ')}`,
    more: (n: number) => `And ${n > 1 ? `${n} more registrations` : 'one more registration'}.`,
    keep: 'This list is for you alone. Please destroy it after the session.',
  },
  logos: {
    title: 'Logos',
    intro:
      'Given once, printed everywhere: a carrier’s logo on what it organises, a funder’s on all that leaves the network: posters, sheets, questionnaires, reports.',
    none: 'No logo yet.',
    kinds: { carrier: 'Carrier', funder: 'Funder' },
    kindHints: {
      carrier: 'Printed on the documents of the actions that this organisation carries.',
      funder: 'Printed on all documents of the network.',
    },
    kind: 'This is the logo of a',
    name: 'Organisation',
    nameHint: 'Its name, as it should be read.',
    ownOnly: (name: string) =>
      name
        ? `This will be your organisation’s logo: ${name}. It replaces the one before.`
        : 'This will be your organisation’s logo.',
    addTitle: 'Add a logo',
    file: 'File',
    fileHint: (kilobytes: number) =>
      `A PNG or JPEG picture of ${kilobytes} KB and 2,000 pixels a side at most. On a white background it prints best.`,
    add: 'Add the logo',
    toSignatures: 'Signatures and stamps of certificates',
    remove: 'Remove',
    removeWhich: (name: string) => `the logo of ${name}`,
    problems: {
      kind: 'Say whether it is a carrier or a funder.',
      name: 'Give the organisation’s name, in 160 characters at most.',
      file: 'Choose a file.',
      too_large: 'This file is over 300 KB: make the picture smaller, then choose it again.',
      not_a_picture:
        'This file is not a PNG or JPEG picture. Save the logo in one of these formats.',
      too_many_pixels:
        'This picture is over 2,000 pixels a side: make it smaller, then choose it again.',
      too_many_funders:
        'There are twelve funders’ logos already: remove one before you add another.',
    },
  },
};

const notes = {
  intro:
    'Write to the people of this session. Each gets a message of their own and sees no one else.',
  newTitle: 'New message',
  editTitle: 'Change the message',
  audiences: {
    confirmed: 'Place confirmed',
    pending: 'Registration to be checked',
    offered: 'Place offered, not answered yet',
    waitlisted: 'Waiting list',
    session_cancelled: 'Registered when the session was cancelled, waiting list included',
  },
  reach: (withAddress: number, without: number) =>
    without
      ? `${people(withAddress)} with an address, ${without} without`
      : `${people(withAddress)}`,
  phones: (n: number) => `${people(n)} without an address: call them with the phone list.`,
  toPhones: 'Open the phone list',
  subjectHint: 'Say what matters in a few words: 150 characters at most.',
  bodyHint:
    'The message begins with “Hello” and the first name, and ends with the session, each person’s link to their registration and your contact: leave these out.',
  next: 'See the message',
  previewTitle: 'The message as it will be read',
  previewFrame: 'Preview of the message',
  previewSubject: 'Subject:',
  willReach: (n: number) =>
    n === 0
      ? 'Nobody would get this message now.'
      : n === 1
        ? 'One person will get it.'
        : `${n} people will get it.`,
  trialText: (email: string) => `The message goes to your address only: ${email}.`,
  laterHint: 'On the date and at the time below. People who register until then get it too.',
  send: 'Send the message',
  edit: 'Change',
  stopText: 'What is not prepared yet will not go out. Messages that are prepared go out.',
  none: 'No message yet.',
  listTitle: 'Messages of this session',
  columns: { subject: 'Subject', audience: 'To whom', state: 'How far it is' },
  sending: (written: number, all: number) =>
    `Being sent: ${written} of ${all} ${all === 1 ? 'message' : 'messages'} prepared`,
  sent: (written: number, when: string) => `Sent to ${people(written)}, ${when}`,
  stopped: (written: number) =>
    written ? `Stopped: ${people(written)} have it or will get it` : 'Cancelled before it was sent',
  waiting: (n: number) => `${n === 1 ? '1 message is' : `${n} messages are`} still on the way.`,
  failed: (n: number) =>
    `${n === 1 ? '1 message' : `${n} messages`} could not be delivered: look at the registrations concerned.`,
  back: 'All messages',
  laterChosen: 'On the date and at the time below, to those who have not cancelled by then.',
  toChoose: 'To write to a few people, choose them in the list of registrations.',
  chosen: (n: number) => (n === 1 ? '1 person chosen' : `${n} people chosen`),
  onlyTo: (name: string) => `To ${name} only`,
  untitled: 'Selection without a message',
  gone: (n: number) =>
    n === 1
      ? '1 person has cancelled or moved to another session and will not get it.'
      : `${n} people have cancelled or moved to another session and will not get it.`,
  names: (names: string, others: number) =>
    others > 0 ? `${names} and ${others === 1 ? 'one other' : `${others} others`}.` : `${names}.`,
  seePeople: 'See the list of people',
  people: {
    title: 'People chosen',
    none: 'Nobody is chosen yet.',
    who: 'Person',
    standing: 'This message',
    standings: {
      reached: 'Will get it',
      no_address: 'No address: to be called',
      cancelled: 'Has cancelled: will not get it',
      elsewhere: 'Has moved to another session: will not get it',
    },
    remove: 'Remove',
    choose: 'Choose other people',
    write: 'Write the message',
    see: 'See the message',
    discard: 'Give up this selection',
  },
  problems: {
    audience: 'Choose at least one group of people.',
  },
  refusals: {
    stale:
      'This message was changed or sent meanwhile. Here is what is stored now: check it, then try again.',
    nobody: 'None of those whom you chose has an address: nothing was sent.',
  },
  mail: { trial: '[Trial]' },
};

/** Said at the top of the page after what was just done: ?fait=… */
const done = {
  'message-enregistre': 'The message is saved. Read it again, then send it.',
  'message-essai': 'The trial is on its way to your address.',
  'message-envoi': 'Sending has begun: this page shows how far it is.',
  'message-programme': 'The sending is scheduled.',
  'message-arrete': 'The sending is stopped.',
  'message-supprime': 'The draft is deleted.',
  logo: 'The logo is saved: it is printed from now on.',
  'logo-enleve': 'The logo is removed.',
  signature: 'The signature is saved: the next certificates will bear it.',
  'signature-fin': 'It will sign no certificates to come.',
  'signature-effacee': 'The signature is erased everywhere.',
  'lien-intervenant': 'The link is made. Give it to the speaker only.',
  'lien-intervenant-fini': 'The link no longer opens.',
};

export const outreach = { printing, notes, done, people };
