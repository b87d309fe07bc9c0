/**
 * Why a mail did not go, read from the words of servers (RFC 3463's codes, SMTP's own, and what the
 * platform says when no server answers), for a text that people understand.
 */
export const failureReasons = [
  'unreachable',
  'sign_in',
  'limit',
  'suppressed',
  'no_mailbox',
  'mailbox_full',
  'refused',
  'later',
  'stopped',
  'fault',
  'other',
] as const;
/** What we write where no server has spoken. */
export const ourFault = 'A fault of the software:';
export const sendingStopped = 'The sending stopped before the server answered.';

export type FailureReason = (typeof failureReasons)[number];

/** The first that fits. */
const signs: [FailureReason, RegExp][] = [
  ['fault', new RegExp(`^${ourFault}`)],
  ['stopped', new RegExp(`^${sendingStopped}`)],
  ['suppressed', /E_RECIPIENT_SUPPRESSED/],
  [
    'limit',
    /E_RATE_LIMIT|E_DAILY_LIMIT|^421|quota exceeded for sender|too many (?:messages|connections)/i,
  ],
  ['sign_in', /^53[045]|E_SENDER|invalid login|authentication/i],
  [
    'unreachable',
    /ECONN|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EAI_AGAIN|timed? ?out|greeting never|connection (?:closed|refused|lost|failed)|socket|network|certificate|TLS/i,
  ],
  ['mailbox_full', /\b[45]\.2\.2\b|mailbox (?:is )?full|over ?quota/i],
  [
    'no_mailbox',
    /\b5\.1\.\d|no such (?:user|mailbox|recipient)|user unknown|unknown user|^55[013] .*(?:mailbox|recipient|address)|^550$/i,
  ],
  ['refused', /^5\d\d/],
  ['later', /^4\d\d/],
];

export const failureReason = (words: string): FailureReason =>
  signs.find(([, sign]) => sign.test(words))?.[0] ?? 'other';
