import type { Texts } from '..';

export const mail: Texts['mail'] = {
  hello: 'Hello,',
  helloName: (name) => `Hello ${name},`,
  and: (parts) => list(parts, 'and'),
  from: (day, days) => `from ${day} (${days} days)`,
  noDate: 'date to be announced',
  noDateYet: 'The date will be announced later. You will get a message.',
  before: 'Before',
  after: 'Now',
  manage: 'See, change or cancel my registration',
  seeSession: 'See the session',
  seeProgramme: 'See the programme',
  invitationAttached: 'An invitation for your calendar is attached to this message.',
  invitationADay:
    'Your calendar gets one invitation a day: the first day’s is attached to this message, the others come separately.',
  atTheDoor:
    'On arriving, show the QR code of your page, by the link below: your attendance is noted at once.',
  cannotCome:
    'Something has come up? Cancel as soon as you know: your place will go to someone who is waiting.',
  removedFromCalendar: 'The session is removed from your calendar.',
  reason: (reason) => `Reason: ${reason}`,
  byColleague:
    'Someone on your team made this registration for you. If you do not wish to come, cancel with the link below.',

  terms: {
    what: 'What',
    when: 'When',
    where: 'Where',
    seats: 'Places',
    with: 'With',
    by: 'Organised by',
    practical: 'Good to know',
    mode: 'Format',
    title: 'Title',
  },
  modes: { in_person: 'in person', online: 'by video' },
  noPlace: 'The place will be given later.',
  online: 'By video',
  joinVideo: 'Join the video meeting',
  videoLater: 'The link to join will be sent to you before the session.',
  videoOnceConfirmed: 'The link to join will be sent to you once your place is confirmed.',
  videoChanged: 'The link to join has changed: use the one in this message.',
  practicalChanged: 'The practical details have changed: read them again below.',

  practical: {
    free: 'Free of charge.',
    price: (price) => `Price: ${price}`,
    babies: 'Babies are welcome.',
    wheelchair: 'Wheelchair accessible.',
    access: (text) => `Getting in: ${text}`,
    parking: (text) => `Parking: ${text}`,
    bus: (text) => `By bus: ${text}`,
    interpreter: (text) => `Interpreter: ${text}`,
    signLanguage: 'Sign language interpreting.',
    bring: (text) => `Please bring: ${text}`,
  },

  question: (ways) => `Any question? ${ways}`,
  callName: (name, phone) => `Call ${name} on ${phone}`,
  call: (phone) => `Call ${phone}`,
  writeTo: (email) => `write to ${email}`,
  orAnswer: 'answer this message',
  answer: 'Answer this message',
  or: 'or',
  why: (network) =>
    `You get this message because this address was used for a registration with: ${network}.`,

  registered: {
    subject: 'Registration confirmed',
    lead: (seats) =>
      seats > 1 ? `All set: your ${seats} places are booked.` : 'All set: your place is booked.',
  },
  confirmed: {
    subject: 'Your place is confirmed',
    lead: (seats) =>
      seats > 1
        ? `Good news: your ${seats} places are confirmed.`
        : 'Good news: your place is confirmed.',
  },
  beingChecked: {
    subject: 'Registration request received',
    lead: 'Your request has arrived, and your place is being held.',
    next: 'This session is meant for certain people. The team checks your request, then writes to you.',
    audience: (text) => `Who it is for: ${text}`,
  },
  notEligible: {
    subject: 'Registration not accepted',
    lead: 'We could not accept your registration for this session.',
    next: 'Other sessions may suit you.',
  },
  waitlisted: {
    subject: 'You are on the waiting list',
    lead: (rank) => `The session is full. You are number ${rank} on the waiting list.`,
    rule: 'As soon as a place is free, it is offered in order of arrival. When your turn comes, you will get a message and some time to answer.',
    leave: 'You no longer wish to come? Leave the list with the link below.',
  },
  offer: {
    subject: (until) => `A place for you: answer before ${until}`,
    lead: (seats) =>
      seats > 1
        ? `${seats} places have become free, and they are held for you.`
        : 'A place has become free, and it is held for you.',
    until: (day, time) =>
      `Answer before ${day} at ${time}. After that, the place will go to the next person.`,
    short: (day, time) => `${day}, ${time}`,
    answer: 'Accept or decline the place',
  },
  offerLapsed: {
    subject: 'The time to answer has passed',
    lead: 'We did not get your answer in time. The place was offered to the next person, and you are no longer on the waiting list.',
    next: 'If you still wish to come, register again: you will join the end of the list.',
  },
  cancelled: {
    subject: 'Registration cancelled',
    lead: 'Your registration is cancelled, as you asked. Thank you for letting us know.',
    byOrganiser: 'The team that runs the session has cancelled your registration.',
    next: 'Changed your mind? You can register again while places are left.',
    byOrganiserNext: 'If this surprises you, call us or answer this message.',
  },
  seatWithdrawn: {
    subject: 'Your place is no longer certain',
    lead: 'This session has fewer places than planned. The team that organises it had to put your registration back on the waiting list. We are sorry.',
  },
  sessionCancelled: {
    subject: 'Session cancelled',
    lead: 'This session is cancelled. We are sorry.',
    next: 'There is nothing you need to do. There may be other sessions in the programme.',
  },
  sessionChanged: {
    subject: 'Change',
    lead: 'The session has changed. Here is what is new.',
    keep: 'If this suits you, there is nothing you need to do: your registration is kept.',
    calendar: 'The attached invitation updates your calendar.',
  },
  moved: {
    subject: 'Your registration has moved to another session',
    lead: 'Your registration has moved from one session to another. Your place in the new session is booked.',
    calendar: 'The attached invitation updates your calendar.',
  },
  handedOver: {
    subject: 'Your place is handed over',
    lead: 'Your place has gone to the person that you named. They have received a confirmation of their own.',
    end: 'Your registration has ended, and your former link no longer works.',
  },
  addressLeft: {
    subject: 'Your registration has another address',
    lead: 'The registration that used this e-mail address now uses another one. The place is not lost: messages now go to the new address, with the invitation for the calendar.',
    end: 'The link that came to this address no longer works.',
  },
  alreadyRegistered: {
    subject: 'You are already registered',
    lead: 'This address already has a registration for this session. Nothing was changed.',
    next: 'To see, change or cancel it, follow the link below. If you did not ask for this, ignore this message.',
  },
  calendarDay: {
    subject: (day, days) => `For your calendar, day ${day} of ${days}`,
    lead: (day, days) =>
      `Here is the invitation for day ${day} of ${days}. It goes with those of the other days: your registration is the same.`,
    summary: (title, day, days) => `${title} (day ${day} of ${days})`,
  },
  calendarDayCancelled: {
    subject: 'A day removed from your calendar',
    lead: 'This day is no longer part of your calendar.',
  },
  lostLink: {
    subject: 'Your registrations',
    lead: 'You asked to find your registrations. Each link opens one of them: keep this message to yourself.',
    ignore: 'If you did not ask for this, ignore this message.',
    states: {
      pending: 'being checked',
      confirmed: 'confirmed',
      waitlisted: 'on the waiting list',
      offered: 'a place is waiting for you',
      cancelled: 'cancelled',
    },
  },

  mailbox: {
    title: 'Local mailbox',
    intro:
      'The messages of this installation stay here instead of leaving. This page exists in development only.',
    empty: 'No message yet.',
    to: 'To',
    from: 'From',
    received: 'Received on',
    html: 'Preview',
    text: 'Text',
    calendar: 'Calendar',
    download: 'Download the message (.eml)',
    all: 'All messages',
  },
};

function list(parts: string[], word: string): string {
  return parts.length < 2
    ? (parts[0] ?? '')
    : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}
