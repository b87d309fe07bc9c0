import type { Texts } from '..';

export const drafts: Texts['drafts'] = {
  audience: 'To whom',
  subject: 'Subject',
  body: 'Text',
  save: 'Save',
  trial: 'Send me a trial',
  sendTitle: 'Send',
  when: 'When',
  now: 'Now',
  nowHint: 'Sending begins within the minute.',
  later: 'Later',
  sendAt: 'Date and time of sending',
  sendAtHint: 'Only for sending later.',
  discard: 'Delete this draft',
  stop: 'Stop sending',
  cancelText: 'Nothing has gone out yet.',
  cancel: 'Cancel the sending',
  refresh: 'Refresh',
  draft: 'Draft',
  scheduled: (when) => `Goes out ${when}`,
  problems: {
    subject: 'Write a subject of 150 characters at most.',
    body: 'Write a text of 5,000 characters at most.',
    sendAt: 'Give a date and a time, such as 24/05/2026 18:00.',
  },
  inThePast: 'This date is past: choose a date and time to come.',
};
