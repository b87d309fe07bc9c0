import type { Texts } from '..';

const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);
const places = (n: number) => (n === 1 ? '1 place' : `${n} places`);
const ordinal = (n: number) => {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${(!teen && ['th', 'st', 'nd', 'rd'][n % 10]) || 'th'}`;
};

export const registration: Texts['registration'] = {
  form: {
    intro: 'Every answer is needed, unless it is marked “optional”.',
    firstName: 'First name',
    lastName: 'Last name',
    email: 'E-mail address',
    emailHint:
      'The confirmation, the invitation for your calendar and the link to cancel go there.',
    phone: 'Phone number',
    phoneHint: 'To reach you at the last moment.',
    profession: 'Profession or role',
    professionHint: 'Choose from the list, or write your own.',
    organisation: 'Organisation',
    organisationHint: 'Where you work or volunteer. Choose from the list, or write it.',
    town: 'Town',
    note: 'A word to the speaker',
    noteHint: 'What you would like to talk about. Write nothing about health, yours or anyone’s.',
    seats: 'Number of places',
    seatsHint: (most) => `Yourself included, ${most} at most: a couple takes 2 places.`,
    companions: 'Who comes with you',
    companionsHint: 'First and last name, one a line. Write nothing about health.',
    eligibilityTitle: 'Who the session is for',
    checksEligibility: 'Your place is kept while we check. You get the answer by e-mail.',
    waitingTitle: 'You are joining the waiting list',
    waitingText:
      'Every place is taken. When places free up, they are offered by e-mail to the first on the list for whom there are enough. You then have a few hours to accept; otherwise they pass to the next person.',
    organisationShare: (n) =>
      n === 1
        ? 'One place only per organisation.'
        : `${n} places at most per organisation: beyond that, you join the waiting list.`,
    groupTitle: 'You are bringing a group',
    groupText:
      'A class, a leisure centre, a nursery: give the number of people, without their names.',
    groupLabel: 'Name of the group',
    groupLabelHint: 'For example: reception class, Cévennes school.',
    children: 'Children',
    adults: 'Adults',
    withColleagues: 'Register colleagues as well',
    moreColleagues: 'Register more colleagues',
    colleaguesTitle: 'Your colleagues',
    colleaguesText:
      'Each colleague gets their own confirmation and their own link. Leave spare lines empty. Let them know: it is you who give us their name and address.',
    colleague: (n) => `Colleague ${n}`,
    together: 'If there are not enough places for everybody',
    togetherNo: 'Register as many of us as possible',
    togetherNoHint: 'The others join the waiting list.',
    togetherYes: 'We come together or not at all',
    togetherYesHint: 'The whole group waits until there are enough places. You answer for all.',
    privacyTitle: 'Your data',
    privacyText: (carriers, several) =>
      `${carriers} ${several ? 'use' : 'uses'} these answers to run this session: to register you, keep you informed, and know who came. Your registration rests on your agreement, which you can withdraw at any time by cancelling. Your answers are never sold nor used for anything else; write to us to have your name erased: only numbers will stay.`,
    privacyLink: 'Periods, rights and whom to write to',
    consent: 'I agree to my answers being used to run this session',
    trap: 'Leave this field empty',
    submit: 'Confirm my registration',
    submitWaiting: 'Join the waiting list',
  },

  required: {
    firstName: 'Enter your first name',
    lastName: 'Enter your last name',
    email: 'Enter your e-mail address',
    phone: 'Enter your phone number',
    profession: 'Enter your profession or role',
    organisation: 'Enter the name of your organisation',
    town: 'Enter your town',
    note: 'Write a word to the speaker',
    groupLabel: 'Enter the name of the group',
    children: 'Enter the number of children or adults',
    adults: 'Enter the number of adults',
    colleagueFirstName: 'Enter the first name',
    colleagueLastName: 'Enter the last name',
    colleagueEmail: 'Enter the e-mail address',
    other: 'Answer this question',
  },
  ofColleague: (error, n) => `${error} (colleague ${n})`,
  invalid: {
    email: 'Enter a complete e-mail address, such as name@example.org',
    tooLong: 'Shorten this answer',
    notANumber: 'Enter a number, in digits',
    tooManySeats: (most) => `${places(most)} at most per registration`,
    tooManyInGroup: 'This number is too large: call us',
    tooManyCompanions: 'There are more names than places asked for',
    companionsNeeded: 'Enter the name of the person who comes with you',
    consent: 'Tick the box to register: without your agreement we can keep nothing',
    leaveEmpty:
      'Nothing is lost, but a hidden field that traps robots was filled in, probably by your browser. We have emptied it; confirm again.',
    sameAddressTwice: 'Each person needs an address of their own: this one is given above already',
  },
  refused: {
    notYet: 'Registration is not open yet. Nothing was saved.',
    closed: 'Registration is closed. Nothing was saved; call us if you need a place.',
    past: 'This session is over. Nothing was saved.',
    cancelled: 'This session has just been cancelled. Nothing was saved.',
    undated: 'The date is not set yet: registration opens once it is.',
    byInvitation: 'This session is by invitation: call us to register.',
    largerThanSession: 'There are more of you than the session has places: call us.',
    largerThanShare: (most) =>
      `This session takes ${people(most)} at most per organisation: register fewer, or call us.`,
    alreadyRegistered: 'A message was sent to that address.',
    busy: 'Many people are registering just now. Nothing was saved: confirm again.',
  },

  neutral: {
    title: 'A message was sent to that address',
    text: 'Open your inbox: the message leads to your registration.',
    nothing:
      'If it does not arrive within ten minutes, look among the unwanted mail, then check the address.',
    back: 'See the programme',
  },
  lost: {
    title: 'I have lost my link',
    text: 'Enter the address with which you registered. We send it the link of each of your coming registrations.',
    submit: 'Send me my links',
    sentTitle: 'Look in your inbox',
    sentText:
      'If that address has coming registrations, a message is on its way, with a link for each of them.',
  },

  own: {
    title: 'My registration',
    of: 'Registration of',
    when: 'When',
    where: 'Where',
    undated: 'Date to be determined',
    videoLink: 'Video link',
    videoHint: 'This link is for you: do not share it.',
    seats: 'Places',
    group: (label, children, adults) =>
      `${label}: ${children} ${children === 1 ? 'child' : 'children'}, ${adults} ${adults === 1 ? 'adult' : 'adults'}`,
    withCompanions: (names) => `with ${names}`,
    seeSession: 'Page of the session',
    addToCalendar: 'Add to my calendar',
    ticketTitle: 'At the door',
    ticketText:
      'Show this code: your attendance is noted at once. A picture of this screen works without a network too. It is yours: do not share it. Without it, your name is enough.',
    ticketCode: 'QR code of my registration',
    registerAgain: 'Register again',
    otherDates: 'See the programme',
    keepPage:
      'Keep this page, or the link sent to you by e-mail: with it you can change everything.',

    confirmedTitle: 'Your registration is confirmed',
    confirmedText: 'A place is waiting for you.',
    confirmedTexts: (n) => `${places(n)} are waiting for you.`,
    pendingTitle: 'Your place is kept',
    pendingText:
      'We are checking that the session is meant for you. You get the answer by e-mail; there is nothing to do until then.',
    waitlistedTitle: 'You are on the waiting list',
    rank: (n) => (n === 1 ? 'You are first on the list.' : `You are ${ordinal(n)} on the list.`),
    rule: 'The list follows the order of arrival. When places free up, they are offered by e-mail to the first for whom there are enough. An offer holds for 24 hours at most, less when the session is near.',
    tooBig: (seats, free) =>
      free === 0
        ? `You ask for ${places(seats)} at once. If fewer free up, they are offered to the next person; you keep your rank.`
        : `You ask for ${places(seats)} and only ${free} ${free === 1 ? 'is' : 'are'} left: you keep your rank until there are enough.`,
    shareFull:
      'There are places left, but those of your organisation are all taken: you keep your rank.',
    offersOver:
      'Less than three hours before the start, places are no longer offered by e-mail. If one frees up, the team calls the people on the list.',
    offeredTitle: (n) =>
      n === 1 ? 'A place has come free for you' : `${n} places have come free for you`,
    offeredUntil: (when) => `It is kept for you until ${when}.`,
    offeredUntilMany: (when) => `They are kept for you until ${when}.`,
    offeredPasses:
      'Without an answer by then, the offer passes to the next person and your registration ends.',
    offeredForAll: (names) => `Your answer counts for ${names} too.`,
    offeredOther: 'The person who registered you answers for the whole group.',
    accept: 'I am coming: take the place',
    acceptMany: (n) => `I am coming: take the ${n} places`,
    decline: 'I am not coming',
    lapsedTitle: 'The offer has lapsed',
    lapsedText:
      'The place passes to the next person. You can register again: you will be at the end of the list.',
    cancelledTitle: 'Your registration is cancelled',
    ended: {
      person: 'You cancelled it. The place is given back and reminders have stopped.',
      organiser:
        'The team cancelled it. The message that you received says why; call us if in doubt.',
      offerLapsed: 'The place offered was not accepted in time.',
      offerDeclined: 'You left the place offered to the next person.',
      notEligible: 'The session is meant for other people. The message that you received says why.',
      sessionCancelled: 'The session is cancelled.',
      calendar: 'You declined the invitation in your calendar. The place is given back.',
    },
    sessionCancelledTitle: 'This session is cancelled',
    sessionCancelledText: 'There is nothing for you to do. We are sorry for the trouble.',
    sessionCancelledReason: (reason) => `Reason: ${reason}`,
    pastTitle: 'This session is over',
    pastText: 'Thank you for coming, if you were there.',
    pastWaiting: 'No place came free in time.',

    mailSent: (email) => `Messages go to ${email}.`,
    mailOnItsWay: (email) =>
      `A message is on its way to ${email}; it usually arrives within a minute.`,
    mailDelayed: (email) =>
      `The message to ${email} could not leave yet; we are trying again. Your registration is safely saved.`,
    mailFailed: (email) =>
      `The message to ${email} could not be delivered. Your registration is safely saved: bookmark this page, and check the address.`,
    noMail: 'No e-mail address is saved: keep this page.',

    colleaguesTitle: 'Your colleagues',
    colleaguesText: 'Each colleague was sent a link of their own to cancel or change.',
    states: {
      pending: 'place kept, being checked',
      confirmed: 'place confirmed',
      waitlisted: 'waiting list',
      offered: 'place offered',
      cancelled: 'registration cancelled',
    },

    changesTitle: 'A change?',
    cancel: 'Cancel my registration',
    handOver: 'Give my place to a colleague',
    move: 'Change to another date',
    correctAddress: 'Correct my e-mail address',
    back: 'Back to my registration',
  },
  done: {
    annulation: 'Done: your registration is cancelled.',
    acceptee: 'Done: you are coming.',
    refusee: 'Done: the place is given back.',
    changement: 'Done: you changed dates. The invitation for your calendar follows by e-mail.',
    adresse: 'Done: your address is corrected. This is your new link; the old one no longer works.',
    donnees: 'Done: your data is corrected.',
  },
  cancelPage: {
    title: 'Cancel my registration',
    what: 'This is what will happen:',
    seat: (n) =>
      n === 1
        ? 'your place is given back at once, and offered to the first person waiting;'
        : `your ${n} places are given back at once, and offered to the first people waiting;`,
    rank: 'you leave the waiting list and lose your rank;',
    calendar: 'the event disappears from your calendar;',
    reminders: 'you get no more reminders.',
    colleagues: 'Your colleagues keep their registrations.',
    submit: 'Yes, cancel',
    keep: 'No, keep my registration',
    past: 'The session is over: there is nothing left to cancel.',
  },
  offerRefused: {
    lapsed: 'Too late: the offer has lapsed and the place went to the next person.',
    none: 'No place is offered to you at present.',
    notYours: 'The person who registered you answers for the whole group.',
    choose: 'Choose: I am coming, or I am not coming.',
  },
  handOverPage: {
    title: 'Give my place',
    text: 'The person whom you name takes your place without it being put back in play. Your link stops working; they get their own.',
    checked: 'As the session is meant for certain people, we check their registration too.',
    firstName: 'Their first name',
    lastName: 'Their last name',
    email: 'Their e-mail address',
    profession: 'Their profession or role',
    tell: 'Let them know: it is you who give us their name and address.',
    submit: 'Give my place',
    doneTitle: 'Your place is given',
    doneText:
      'The person whom you named gets a message with a link of their own. Yours no longer works, and the event disappears from your calendar. Thank you for letting us know!',
    notLive: 'This place cannot be given: it is not confirmed, or the session is over.',
    alreadyRegistered:
      'The place could not be given to that address. A message was sent there, which says why.',
  },
  movePage: {
    title: 'Change to another date',
    text: 'Your place here is given back when the other is taken, never before.',
    legend: 'Which session will you come to?',
    free: 'there are enough places left',
    full: 'full: you cannot change to it now',
    none: 'No other date is open at present.',
    submit: 'Change',
    choose: 'Choose a session',
    refused: {
      notLive: 'Your registration is cancelled: register for the other session on its page.',
      notOffered: 'One cannot change to that session.',
      closed: 'Registration for that session is closed.',
      full: 'That session has just filled up. You keep the place that you have.',
      needsCheck: 'That session checks registrations: register on its page.',
      alreadyRegistered: 'You are registered for that session already.',
    },
  },
  addressPage: {
    title: 'Correct my e-mail address',
    now: (email) => `You gave ${email}.`,
    email: 'The right address',
    hint: 'A new link is sent there; the old one stops working.',
    submit: 'Correct the address',
    tooLate:
      'The address can be corrected for half an hour after registering. You can give your place, or call us.',
    notLive: 'This registration is cancelled.',
    sameAddress: 'Your registration already has this address.',
    alreadyRegistered:
      'The address could not be changed to that one. A message was sent there, which says why.',
  },
  data: {
    title: 'My data',
    text: 'This is all that we keep of this registration.',
    name: 'Name',
    email: 'E-mail address',
    phone: 'Phone',
    profession: 'Profession',
    organisation: 'Organisation',
    town: 'Town',
    note: 'Word to the speaker',
    companions: 'With',
    language: 'Language of messages',
    registeredAt: 'Registered',
    consentAt: 'Agreement given',
    download: 'Download my data',
    rights: 'Have them corrected or erased, and know how long they are kept',
  },
};
