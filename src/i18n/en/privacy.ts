import type { Texts } from '..';

export const privacy: Texts['privacy'] = {
  title: 'Your data',
  lede: 'What we keep when you register, why, for how long, and what you can ask for.',
  whoTitle: 'Who is responsible',
  who: (network) =>
    `${network} and the organisations that run the sessions. Only they see the registrations for their sessions.`,
  whatTitle: 'What we keep',
  what: [
    'Your first name, last name and e-mail address: to register you, send you the confirmation and tell you of any change.',
    'Your phone, profession, organisation or town: only where the session asks, to reach you, prepare the session or report the year in numbers.',
    'The note that you leave for the speaker: they are given your first name, your profession and this note, without your family name or your address.',
    'The addresses of our professional partners, with the source of their consent: to announce sessions to them. Each message lets them unsubscribe, for good.',
    'Your attendance: to give you a certificate and count participations.',
  ],
  notKeptTitle: 'What we do not keep',
  notKept: [
    'No health data: do not write any in free-text fields.',
    'No cookie for visitors, no audience measurement, no outside service in the pages.',
    'No link between you and your survey answers: they are anonymous.',
  ],
  whyTitle: 'Why we may keep it',
  why: 'You give us your consent when you register (article 6.1.a of the GDPR), and may withdraw it at any time: cancelling your registration is enough. Reports to our funders hold numbers only.',
  howLongTitle: 'For how long',
  howLong: [
    'Registrations: as long as it takes to prepare the session and report on it. Write to us to have them erased: only numbers will stay.',
    'Certificates of attendance: longer, as a renewal of accreditation may ask for them five years later or more.',
    'Messages sent: as the registration that they are about.',
  ],
  rightsTitle: 'Your rights',
  rights: [
    'You can see, correct, download and have erased what is held on you, or object to it.',
    'The page of your registration lets you cancel at any time.',
    'If our answer does not satisfy you, you can turn to the French authority, the CNIL (cnil.fr).',
  ],
  lostLink: 'Find the link to my registrations',
  askTitle: 'Write to us',
  ask: 'For any request about your data:',
};
