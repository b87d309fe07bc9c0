import type { Texts } from '..';

const contactsOf = (n: number) => (n === 1 ? '1 contact' : `${n} contacts`);

const list = {
  title: 'Contacts',
  intro:
    'The partners whom the network invites to its sessions: one list for all, with each address in it once.',
  search: 'Search',
  searchHint: 'A name, an address, an organisation…',
  tag: 'Tag',
  anyTag: 'All',
  apply: 'Show',
  none: 'No contact matches.',
  email: 'Address',
  emailHint: 'Such as name@example.org.',
  name: 'Name',
  organisation: 'Organisation',
  tags: 'Tags',
  tagsHint: 'Separated by commas: nursery, health, Alès.',
  consent: 'Where their consent comes from',
  consentHint:
    'How these people agreed to be invited, such as “form filled in at the forum of March 2026”. Each invitation says so.',
  unsubscribed: 'Unsubscribed',
  addTitle: 'Add a contact',
  add: 'Add',
  toImport: 'Import a file',
  problems: {
    email: 'Type an address, such as name@example.org.',
    name: 'Type a name of at most 120 characters.',
    organisation: 'Type an organisation of at most 160 characters.',
    tags: 'Type at most twelve tags, of at most 40 characters each.',
    consentSource: 'Say where the consent comes from, in at most 200 characters.',
  },
  refusals: {
    known: 'This address is in the list already.',
    unsubscribed: 'This person has unsubscribed and will be invited no more.',
    full: 'The network’s list is full (5,000 contacts): first delete those that are of no more use.',
  },
};

const one = {
  title: 'Correct a contact',
  save: 'Save',
  unsubscribed:
    'This person gets no more invitations, and that is for good: even when you correct the address, erase it or import it again.',
  eraseTitle: 'Erase this contact',
  eraseText:
    'The name, the address, the organisation and the tags are erased, and invitations that wait do not go out. What has gone out stays among the mails. If this person has unsubscribed, they stay so. Erasing cannot be undone.',
  erase: 'Erase',
  stale:
    'Someone else has corrected this contact meanwhile. What you typed is kept here: check it, then save again.',
};

const importing = {
  title: 'Import contacts',
  back: 'All contacts',
  intro:
    'A CSV file, or the lines of a spreadsheet pasted here. The first line may name the columns: email, first name, name, organisation, tags. Without it the columns are, in this order: email, name, organisation, tags.',
  file: 'CSV file',
  fileHint: 'At most 1,000 lines and 200 KB.',
  text: 'Or the lines themselves',
  textHint: 'A line a person. A file chosen above comes first.',
  tags: 'Tags for all of them',
  preview: 'See what would be imported',
  previewTitle: 'What would be imported',
  line: 'Line',
  standing: 'What happens',
  standings: {
    new: 'New',
    known: 'Already known: only tags are added',
    unsubscribed: 'Unsubscribed: will not be imported',
  },
  counts: (added: number, known: number, unsubscribed: number, faulty: number) =>
    [
      `${added} new`,
      `${known} already known`,
      `${unsubscribed} unsubscribed`,
      `${faulty} faulty ${faulty === 1 ? 'line' : 'lines'}`,
    ].join(', '),
  faultyTitle: 'Lines that will not be imported',
  faultyText: 'Text',
  reason: 'Reason',
  reasons: {
    email: 'No valid address',
    too_long: 'A name, an organisation or tags that are too long',
    twice: 'The address stands higher up in this file',
  },
  shown: (n: number) => `The first ${n} lines are shown.`,
  confirm: (n: number) => `Import ${contactsOf(n)}`,
  change: 'Correct and look again',
  problems: {
    text: 'Choose a file or paste lines.',
    tooManyLines: 'There are more than 1,000 lines: import them in several goes.',
  },
};

const invitations = {
  intro:
    'Announce this session to partners. Each gets a message of their own, without seeing the others, and can unsubscribe with one click.',
  cancelled: 'This session is cancelled: nobody is invited to it any more.',
  newTitle: 'New invitation',
  editTitle: 'Change the invitation',
  back: 'All invitations',
  toContacts: 'See the contacts',
  noContacts: 'No contacts yet: add some, or import a file.',
  subjectHint: 'At most 150 characters.',
  bodyHint:
    'The message begins with “Hello” and ends with the session, its link, your name and the link that unsubscribes: do not write them.',
  tagsHint: 'Contacts that have one of these tags. None ticked: all of them.',
  tagCount: (n: number) => contactsOf(n),
  next: 'See the invitation',
  prefillSubject: (day: string | null, title: string) =>
    ['Invitation', day, title].filter(Boolean).join(' – '),
  prefillBody: (title: string, summary: string) =>
    `We are pleased to invite you to “${title}”.${summary ? `\n\n${summary}` : ''}\n\nPlease pass this invitation on to those around you.`,
  prefillBodyInvited: (title: string, summary: string) =>
    `We are pleased to invite you to “${title}”.${summary ? `\n\n${summary}` : ''}\n\nRegistration is by the link in this message only. You may pass it on to those of your team whom the session is for.`,
  listTitle: 'Invitations to this session',
  none: 'No invitations yet.',
  columns: { subject: 'Subject', audience: 'To whom', state: 'How far it is' },
  everybody: 'All contacts',
  sending: (written: number) => `Being sent: ${written} written`,
  sentState: (written: number, when: string) => `Written to ${contactsOf(written)}, ${when}`,
  takenBack: 'Cancelled before it was sent',
  stopped: (written: number) => `Stopped: written to ${contactsOf(written)}`,
  reach: (n: number) =>
    n === 0
      ? 'Nobody would get it.'
      : `${contactsOf(n)} will get it, without those who unsubscribed.`,
  progressTitle: 'Counts',
  counts: {
    sent: 'Sent',
    waiting: 'On their way',
    failed: 'Not delivered',
    withdrawn: 'Withdrawn, since the person unsubscribed',
    unsubscribed: 'Unsubscribed by this invitation',
  },
  previewTitle: 'The invitation as it will be read',
  previewFrame: 'Preview of the invitation',
  trialText: (email: string) => `The invitation goes to your address only: ${email}.`,
  send: 'Send the invitation',
  stopText: 'What is not written yet will not go out. What is written will.',
  laterHint:
    'On the date and at the time below. Contacts added until then get it too, and not those who unsubscribe.',
  problems: {
    tags: 'Choose tags of the list.',
  },
  refusals: {
    stale:
      'This invitation was changed or sent meanwhile. This is what is stored now: check it, then try again.',
    nobody: 'No contact has these tags: nothing was sent.',
    not_published: 'Publish the session first: the link of the invitation would lead nowhere.',
  },
};

const mail = {
  trial: '[Trial]',
  see: 'See the session and register',
  forWhom: 'For whom',
  sentBy: (sender: string) => `This invitation is sent to you by ${sender}.`,
  unsubscribe: 'Get no more invitations',
  detail: 'A page opens, with one button. It is for good.',
  unsubscribeHere: 'Here each person finds the link that unsubscribes them for good.',
  why: (network: string, source: string) =>
    `You get this message because your address is among the contacts of ${network} (${source}).`,
};

const leaving = {
  title: 'Get no more invitations',
  text: 'When you press this button, nobody in this network sends invitations to this address any more. Your own registrations do not change.',
  button: 'Unsubscribe',
  doneTitle: 'You are unsubscribed',
  doneText: 'You will get no more invitations at this address. There is nothing else to do.',
};

const done = {
  'contact-ajoute': 'The contact is added.',
  'contact-corrige': 'The contact is corrected.',
  'contact-efface': 'The contact is erased.',
  'contacts-importes': 'The contacts are imported.',
  'invitation-enregistree': 'The invitation is saved. Read it again, then send it.',
  'invitation-essai': 'The trial goes to your address.',
  'invitation-envoi': 'Sending has begun: this page shows how far it is.',
  'invitation-programmee': 'The sending is scheduled.',
  'invitation-arretee': 'The sending is stopped.',
  'invitation-supprimee': 'The draft is deleted.',
};

export const contacts: Texts['contacts'] = {
  list,
  one,
  importing,
  invitations,
  mail,
  leaving,
  done,
};
