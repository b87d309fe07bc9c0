import type { Texts } from '..';

export const organiser: Texts['organiser'] = {
  openMenu: 'Menu',
  menu: 'Organisers’ side',
  account: 'Your account',
  signOut: 'Sign out',
  nav: {
    today: 'Today',
    sessions: 'Sessions',
    actions: 'Actions',
    meetings: 'Meetings',
    handouts: 'Loans and publications',
    reports: 'Reports',
    contacts: 'Contacts',
    mails: 'Mails',
    directories: 'Directories',
    people: 'People',
  },
  roles: {
    administrator: 'Administrator',
    organiser: 'Organiser',
    reader: 'Reader',
  },
  roleHints: {
    administrator: 'May do everything, and runs the accounts.',
    organiser: 'Works on the actions that their organisation carries or co-carries.',
    reader: 'Sees figures and reports, without names or addresses.',
  },
  done: {
    inscription: 'The person is registered.',
    confirmation: 'The place is confirmed.',
    coordonnees: 'The details are corrected.',
    eligibilite: 'The answer is saved, the person is told.',
    annulation: 'The registration is cancelled.',
    adresse: 'The address is corrected; the confirmation goes to the new one.',
    renvoi: 'The message leaves again, with how things stand today.',
    changement: 'The person is registered for the new session.',
    connexion: 'You are signed in.',
    'connexion-fermee': 'The sign-in is closed.',
    'cle-ajoutee': 'The passkey is added. It opens your account from now on.',
    'cle-supprimee': 'The passkey is removed: it no longer opens your account.',
    invitation: 'The invitation is on its way by e-mail. They can sign in with that address.',
    'invitation-corrigee':
      'The address is corrected and the invitation goes to the new one. The former one opens nothing any more.',
    enregistre: 'Saved.',
    desactive: 'The account is disabled and its sign-ins are closed.',
    reactive: 'The account is enabled again.',
    action: 'The action is created.',
    reunion: 'The meeting is saved.',
    copie: 'The copy is frozen.',
    'reunion-retiree': 'The meeting is taken off your actions; the others keep it.',
    'reunion-supprimee': 'The meeting is deleted.',
  },
  errors: {
    notFound:
      'The address may be incomplete, or what it showed was deleted. Look for it from the menu.',
    ofAction: 'It is about the action',
    carriedBy: (carriers: string) =>
      `This action is carried by ${carriers}. Only the organisers’ accounts of those who carry it work on it.`,
    ask: (people: string) => `Ask ${people}.`,
  },
  login: {
    title: 'Sign in',
    intro:
      'Type the e-mail address of your account. You will receive a link to sign in, without a password.',
    email: 'E-mail address',
    send: 'Send me the link',
    noAccount: 'No account? Ask the person who administers the network for an invitation.',
    sentTitle: 'Check your e-mail',
    sentText:
      'If this address has an account, a message has just been sent to it. It holds a link to sign in, good for 15 minutes and for one use.',
    sentHint:
      'Nothing after a few minutes? Look among the unwanted mail, then check the address and try again.',
    again: 'Type another address',
    confirmTitle: 'Sign in',
    confirmText: 'Press the button to open the organisers’ side on this device.',
    confirm: 'Sign me in',
    confirmHint:
      'You will stay signed in on this device for 30 days. On a shared computer, remember to sign out.',
    deadTitle: 'This link is no longer valid',
    deadText: 'A sign-in link works once and for 15 minutes. Ask for a new one.',
    askAgain: 'Ask for a new link',
  },
  logins: {
    title: 'My sign-ins',
    intro: 'The devices on which your account is open. Close those that you do not recognise.',
    device: 'Device',
    unknownDevice: 'Unknown device',
    since: 'Opened on',
    lastSeen: 'Last seen',
    end: 'Close',
    endWhich: (device: string, since: string) => `the sign-in of ${device}, opened on ${since}`,
    current: 'This device',
  },
  people: {
    title: 'People',
    intro: 'Those who have access to the organisers’ side.',
    name: 'Name',
    email: 'E-mail address',
    emailHint: 'They sign in with this address: check it carefully.',
    role: 'Role',
    organisation: 'Organisation',
    organisationHint:
      'The organisation that they work for. They will be able to work on the actions that it carries. Needed for the role “Organiser”.',
    state: 'State',
    active: 'Active',
    invited: 'Invitation not used yet',
    disabled: 'Disabled',
    inviteTitle: 'Invite someone',
    invite: 'Invite',
    notTakenUp: 'Nobody has signed in to this account yet.',
    inviteAgain: 'Send the invitation again',
    correctAddress: 'Correct the address and send the invitation again',
    correctAddressHint:
      'Until the invitation has been used, its address can be corrected. What was sent to the former one opens nothing any more.',
    save: 'Save',
    disableTitle: 'Disable this account',
    disableText: (name: string) =>
      `${name} will be signed out of every device and will not be able to sign in. What was done stays in the history.`,
    disable: 'Disable the account',
    enableText: 'This account is disabled: they cannot sign in.',
    enable: 'Enable the account',
    problems: {
      name: 'Type a name, of at most 120 characters.',
      email: 'Type an e-mail address, such as name@example.org.',
      role: 'Choose a role.',
      organisation: 'Say which organisation they work for.',
    },
    refusals: {
      not_waiting:
        'This person has signed in already, or the account is disabled: there is no invitation any more.',
      same_address:
        'This is the present address. To send the invitation again without changing it, use the button above.',
      address_taken: 'This address already has an account. Look for it in the list.',
      changed_meanwhile:
        'Someone else changed this account in the meantime. Here is what is saved now; what you typed is in the form. Check it, then save again.',
      last_administrator:
        'This is the last administrator’s account. First give this role to someone else.',
    },
  },
  mail: {
    login: {
      subject: 'Your sign-in link',
      lead: (until: string) =>
        `Here is the link that opens the organisers’ side. It works once, until ${until}.`,
      button: 'Sign me in',
      ignore:
        'If you did not ask for this link, ignore this message: without it, nobody can sign in as you.',
    },
    invitation: {
      subject: 'Your access to the organisers’ side',
      lead: (invitedBy: string) =>
        `${invitedBy} opened an account on the organisers’ side for you.`,
      how: 'To come in, type this e-mail address on the sign-in page: you will receive a link. There is no password.',
      button: 'Open the organisers’ side',
    },
    why: (network: string) =>
      `You receive this message because this address has an organiser’s account with: ${network}.`,
  },
  today: {
    title: 'Today',
    ofDay: 'The sessions of the day',
    attendance: 'Note who is there',
    upcoming: 'The sessions of the next four weeks',
    session: 'Session',
    when: 'Date',
    places: 'Places',
    draft: 'Draft',
    none: 'No session in the next four weeks.',
    seats: (taken: number, capacity: number | null) =>
      capacity === null ? `${taken} registrations` : `${taken}\u00a0/\u00a0${capacity} places`,
    waiting: (count: number) => `${count} waiting`,
    underMinimum: (minimum: number) => `under the minimum (${minimum})`,
  },
};
