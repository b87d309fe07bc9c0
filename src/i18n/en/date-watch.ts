import type { Texts } from '..';

export const dateWatch: Texts['dateWatch'] = {
  invite: 'Tell me when the date is set',
  title: 'Be told of the date',
  text: 'The date is not set yet. Leave your address: you get a single message when it is, or if the session is cancelled.',
  noSeat: 'This holds no seat: you can register at that time.',
  firstName: 'First name',
  email: 'E-mail address',
  consent: 'I agree that my address is kept until that message, then erased',
  submit: 'Tell me',
  problems: {
    firstName: 'Write your first name, of 80 characters at most',
    email: 'Write a whole e-mail address, like name@example.com',
    consent: 'Tick the box: without your consent we can’t keep your address',
  },
  notedTitle: 'Noted',
  notedText:
    'A message was just sent to that address, with a link to change your mind. If you had asked before, that request still holds.',
  backToProgramme: 'See the programme',
  ownTitle: 'You are waiting for the date of this session',
  ownText: 'You will get a message at the address that you left when it is set.',
  withdraw: 'Do not tell me any more',
  withdrawnTitle: 'You will not be told',
  withdrawnText: 'Your address is erased.',
  mail: {
    awaited: {
      subject: 'You will be told of the date',
      lead: 'You asked to know the date of this session. We will write once, when it is set.',
      change: 'Changed your mind, or it was not you who asked?',
      button: 'Do not tell me any more',
    },
    known: {
      subject: 'The date is set',
      lead: 'You were waiting for the date of this session: here it is.',
      register: 'No seat is held for you: register if you want to come.',
      button: 'See the session and register',
    },
    cancelled: {
      subject: 'Session cancelled',
      lead: 'You were waiting for the date of this session: it is cancelled.',
    },
    forgotten: 'Your request ends here, and your address is no longer kept for it.',
    why: (network) =>
      `You get this message because this address was left to know the date of a session: ${network}.`,
  },
};
