import type { Texts } from '..';

export const phones: Texts['registrants']['phones'] = {
  title: 'Phone list',
  intro:
    'To tell by voice those whom a message will not reach in time. Tick as you go: the whole team sees the calls made.',
  noPhone: 'No phone number for this session.',
  phone: 'Phone',
  call: 'Call',
  calledAt: (when, who) => `Called ${when} by ${who}`,
  tick: 'Call made',
  untick: 'Untick',
  for: (name) => `for ${name}`,
  left: (n) => (n === 0 ? 'Everybody has been called.' : `${n} call${n > 1 ? 's' : ''} to make`),
  calledBefore: (when, who) => `Called ${when} by ${who}, before the last announcement`,
  untold: {
    no_address: 'No address',
    failed: 'Message not delivered',
    waiting: 'Message has not left yet',
  },
  untoldNotice: (n) =>
    n === 1
      ? 'One person was told by no message: they gave no address, or the message did not arrive. Call them.'
      : `${n} people were told by no message: they gave no address, or the message did not arrive. Call them.`,
  toldNotice:
    'Those registered are told by a message. If the session is near, call as well: a message is not always read in time.',
  withoutPhoneHint: 'A number is missing: look for it, or ask someone who knows them.',
  withoutPhone: (n) => `${n} ${n > 1 ? 'people' : 'person'} without a number`,
};
