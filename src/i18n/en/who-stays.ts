import type { Texts } from '..';

const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);
const places = (n: number) => (n === 1 ? '1 place' : `${n} places`);

export const whoStays: Texts['whoStays'] = {
  title: 'Who keeps their place',
  now: (taken, capacity) => `${places(taken)} taken, for a capacity of ${capacity}.`,
  nobodyYet: 'Nobody has been removed or told.',
  fits: 'All the places taken fit into the capacity: there is nothing to choose.',
  keep: 'They keep their place',
  keepHint:
    'In order of arrival. The first registrations that fit into the capacity are ticked; change this if you have a reason.',
  earlier: (n) => `Only the last ${n} registrations are shown: those before them keep their place.`,
  seats: places,
  unreachable: 'no address: to be called',
  to: 'The others',
  toWaiting: 'go to the waiting list',
  toWaitingHint: 'At the rank of their arrival: they are the first if a place becomes free.',
  toCancelled: 'are cancelled',
  toCancelledHint: 'They would have to register again to come back.',
  becomeWaiting: (n) => (n === 1 ? 'They go to the waiting list.' : 'All go to the waiting list.'),
  becomeCancelled: (n) =>
    n === 1 ? 'Their registration is cancelled.' : 'Their registrations are cancelled.',
  reason: 'Reason',
  reasonHint: 'It is written in the message. For example: the room holds fewer people now.',
  reasonTooLong: 'Write 500 characters at most.',
  next: 'See what will happen',
  leaving: (n) => `${people(n)} ${n === 1 ? 'loses their place' : 'lose their place'}`,
  told: (n) =>
    n === 0
      ? 'Nobody has an e-mail address: no message will go out.'
      : `${people(n)} will be told by e-mail, and the session will disappear from ${n === 1 ? 'their calendar' : 'their calendars'}.`,
  toCall: (n) =>
    `${people(n)} gave no e-mail address: ${n === 1 ? 'they have' : 'they all have'} to be called.`,
  stillOver: (n) => `${places(n)} will still be taken above the capacity.`,
  confirm: (n) => `Remove ${people(n)}`,
  back: 'Change this choice',
  keepAll: 'Keep everyone',
  none: 'Untick at least one person, or keep everyone.',
};
