/** What leaves the house: papers, messages to registrants, invitations to partners. */
const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);

const printing = {
  title: 'Posters and lists',
  backToPaper: 'Back to posters and lists',
  printHint:
    'Print this page, or save it as a PDF with your browser’s print command (no margins, no headers).',
  sizes: { a4: 'A4 poster', a5: 'A5 flyer' },
  posterTitle: 'Poster and flyer',
  posterText:
    'The title, date, place, speakers, a QR code and the session’s code, with the carriers and their logos. Legible in black and white.',
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
      'Given once, printed everywhere: a carrier’s logo on what it organises, a funder’s on every poster.',
    none: 'No logo yet.',
    kinds: { carrier: 'Carrier', funder: 'Funder' },
    kindHints: {
      carrier: 'Printed on the sessions of the actions that this organisation carries.',
      funder: 'Printed on every poster of the network.',
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
      `A PNG or JPEG picture of ${kilobytes} KB and 4,000 pixels a side at most. On a white background it prints best.`,
    add: 'Add the logo',
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
        'This picture is over 4,000 pixels a side: make it smaller, then choose it again.',
      too_many_funders:
        'There are twelve funders’ logos already: remove one before you add another.',
    },
  },
};

/** Said at the top of the page after what was just done: ?fait=… */
const done = {
  logo: 'The logo is saved: it is printed from now on.',
  'logo-enleve': 'The logo is removed.',
  'lien-intervenant': 'The link is made. Give it to the speaker only.',
  'lien-intervenant-fini': 'The link no longer opens.',
};

export const outreach = { printing, done, people };
