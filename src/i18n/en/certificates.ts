import type { Texts } from '..';

export const certificates: Texts['certificates'] = {
  document: {
    title: 'Certificate of attendance',
    number: (number) => `No. ${number}`,
    attests: (network) => `${network} certifies that`,
    attended: 'attended:',
    when: 'Dates',
    hours: 'Time present',
    hoursUnknown: 'not recorded',
    where: 'Place',
    online: 'By video',
    by: 'Organised by',
    speakers: 'Speakers',
    and: ' and ',
    noDate: 'date not recorded',
    morning: 'in the morning',
    afternoon: 'in the afternoon',
    issuedOn: (day) => `Certificate issued on ${day}.`,
    signature: 'Signature and stamp of the organisation',
    funders: 'Supported by',
    verify: 'Verify this certificate:',
    revoked: 'This certificate is revoked: it is no longer valid.',
    print: 'Print this page (A4).',
    noPdf:
      'This document can’t be written as PDF with all the letters of the name. Print this page: it is worth the same.',
  },
  minutes: (total) => {
    const hours = Math.floor(total / 60);
    const minutes = total % 60;
    if (!hours) return `${minutes} min`;
    return minutes ? `${hours} h ${String(minutes).padStart(2, '0')}` : `${hours} h`;
  },
  verification: {
    title: 'Verification of a certificate',
    valid: 'This certificate is valid',
    revoked: 'This certificate is revoked',
    unknown: 'No certificate has this code',
    unknownText:
      'Compare it letter by letter with the one on the document, or read its QR code. If it is the same, the document was not issued here.',
    because: {
      attendance_corrected: 'The attendance was corrected since.',
      name_corrected: 'The name was corrected since.',
      organiser: 'The organisation that issued it has revoked it.',
    },
    replacedBy: 'The one that replaces it:',
    number: 'Number',
    name: 'Name printed',
    erased: 'erased at the person’s request',
    session: 'Session',
    note: 'Compare with the document in your hands. This page says nothing else of the person.',
  },
  own: {
    title: 'My certificates',
    ofRegistration: 'Certificate of attendance',
    intro:
      'This page is yours: give its address only to those who should see all your certificates.',
    none: 'There is no valid certificate at the moment. It is issued after the session, for those present. One that was revoked is here no longer.',
    year: (year) => (year === null ? 'Without a date' : String(year)),
    total: (hours) => `Total: ${hours}`,
    withoutHours: (n) =>
      n === 1 ? '(one session without recorded hours)' : `(${n} sessions without recorded hours)`,
    session: 'Session',
    hours: 'Hours',
    document: 'Certificate',
    pdf: 'PDF',
    print: 'Print',
    all: 'All in one document (PDF)',
    allPrint: 'All, to print',
    allTitle: (names) => `Certificates of attendance of ${names.join(' and ')}`,
    verify: (address) => `Each certificate can be verified at ${address} followed by its code.`,
    code: 'Code',
  },
  request: {
    title: 'Find my certificates',
    text: 'Enter your e-mail address: you will receive a link to the page that gathers all your certificates.',
    email: 'E-mail address',
    problem: 'Enter a complete address, such as name@example.org',
    submit: 'Receive the link',
    sentTitle: 'Look at your mailbox',
    sentText:
      'If certificates were issued for this address, a message with the link has just been sent to it.',
    sentHint: 'Nothing after a few minutes? Look among the spam, then check the address.',
  },
  mail: {
    ready: {
      subject: (title) => `Your certificate of attendance: ${title}`,
      lead: 'Thank you for coming to this session.',
      text: 'Your certificate of attendance is ready. You can download or print it, and find all of yours in the same place.',
      replaced: (number) =>
        `Your certificate of attendance was corrected. This one replaces no. ${number}, which is no longer valid.`,
      button: 'See my certificate',
    },
    revoked: {
      subject: (title) => `Your certificate of attendance is no longer valid: ${title}`,
      lead: (number) => `Your certificate of attendance no. ${number} is revoked.`,
      because: {
        mistake: 'It had been issued by mistake.',
        not_present: 'The attendance at this session is not confirmed.',
        asked: 'This is what you had asked for.',
        other: 'The organisation that had issued it has revoked it.',
        attendance_corrected: 'The attendance list of this session was corrected.',
      },
      checked: 'Do not show it any more: the page that verifies it says that it is revoked.',
      alone: 'None takes its place for the moment. Your other certificates do not change.',
      button: 'See my certificates',
      question: 'Does this surprise you? Reply to this message.',
    },
    number: 'Certificate no.',
    link: {
      subject: 'Your certificates of attendance',
      lead: (n) =>
        n === 1
          ? 'Here is the link to your certificate.'
          : `Here is the link to your ${n} certificates.`,
      ignore: 'You asked for nothing? Ignore this message: nobody else received this link.',
      button: 'See my certificates',
    },
    why: (network) =>
      `You receive this message from ${network} because you took part in a session with this address.`,
  },
  organiser: {
    title: 'Certificates',
    intro:
      'One certificate for each person present, with the hours present. If you correct the attendance afterwards, the old one is revoked and a new one replaces it.',
    moment: (day, time) => `${day} at ${time}`,
    notOver: (when) => `Certificates are issued once the session is over: ${when}.`,
    partlyOver: (when) =>
      `The session is not over: a certificate only states the half-days that are, and will be replaced after the next one. Next end: ${when}.`,
    endedEarly: 'Did it end early?',
    correctHours: 'Correct when it ended',
    refusals: {
      not_over: (when) =>
        `Nothing was issued: the session is not over. Come back after it ends, ${when}.`,
    },
    disagree: (n) =>
      n === 1
        ? 'One certificate no longer says what is recorded: the hours, the attendance or the name were corrected.'
        : `${n} certificates no longer say what is recorded: the hours, the attendance or the name were corrected.`,
    correct: (n) => (n === 1 ? 'Correct the certificate' : `Correct ${n} certificates`),
    toIssue: (n) => (n === 0 ? 'All certificates are issued.' : `${n} to issue.`),
    issue: (n) => (n === 1 ? 'Issue the certificate' : `Issue the ${n} certificates`),
    goOn: 'Continue',
    progress: (done, of) => `${done} of ${of} issued`,
    toMail: (n) =>
      n === 1 ? 'Send the certificate by mail' : `Send the ${n} certificates by mail`,
    toMailHint: (n) =>
      n === 1
        ? 'One person will receive a message of thanks with their link.'
        : `${n} people will receive a message of thanks with their link.`,
    corrected: (n) =>
      n === 1
        ? 'One corrected certificate waits to be sent: the person holds one that is no longer valid.'
        : `${n} corrected certificates wait to be sent: these people hold one that is no longer valid.`,
    toTell: (n) =>
      n === 1
        ? 'One person holds a certificate that is no longer valid, with nothing to replace it, and does not know.'
        : `${n} people hold a certificate that is no longer valid, with nothing to replace it, and do not know.`,
    tell: (n) => (n === 1 ? 'Tell this person' : `Tell these ${n} people`),
    toMailAndTell: (mails, told) =>
      `Send ${mails === 1 ? 'the certificate' : `the ${mails} certificates`} and tell ${told === 1 ? 'one person' : `${told} people`}`,
    noAddress: (n) =>
      n === 1
        ? 'One person has no address: print their certificate.'
        : `${n} people have no address: print their certificates.`,
    printAll: 'Print all certificates',
    allPdf: 'All in one PDF',
    somePdf: (from, to) => `As PDF, ${from} to ${to}`,
    nobody: 'Nobody is noted as present: take attendance first.',
    person: 'Person',
    number: 'Number',
    hours: 'Hours',
    mailed: 'Sent',
    notMailed: 'To send',
    byHand: 'To hand over',
    revoked: 'Revoked',
    revoke: 'Revoke',
    ofNamed: (name) => `: certificate of ${name}`,
    because: {
      attendance_corrected: 'attendance corrected',
      name_corrected: 'name corrected',
      organiser: 'taken back by the organisation',
    },
    takeBack: {
      title: 'Revoke this certificate',
      told: (name, address) => `${name} will be told by e-mail, at ${address}.`,
      noAddress:
        'No address is known: if the certificate was handed over, tell this person yourself.',
      notSent: 'It was not sent: no mail will go.',
      final:
        'The certificate will no longer be valid, and its verification page will say so. You can issue another one afterwards.',
      rather:
        'Are the hours, the attendance or the name wrong? Correct them: a right certificate takes the place of this one at once.',
      toList: 'Correct the attendance',
      toDetails: 'Correct the details',
      mailed: 'Sent',
      mailedOn: (day) => `on ${day}`,
      neverMailed: 'not sent',
      reason: 'Reason',
      reasonHint: 'The person will read it in the mail.',
      reasons: {
        mistake: 'It was issued by mistake',
        not_present: 'The attendance is not confirmed',
        asked: 'The person asked for it',
        other: 'Another reason',
      },
      note: 'Details',
      noteHint:
        'For the organisation only: neither the person nor the verification page is told. Needed for another reason.',
      problems: {
        reason: 'Choose a reason',
        note: 'Give the reason, in 500 characters at most',
      },
      confirm: (told) => (told ? 'Revoke and tell' : 'Revoke the certificate'),
      keep: 'Keep it',
    },
    again: 'Issue again',
    done: {
      etablies: 'The certificates are issued.',
      suite: 'A part is issued: continue.',
      corrigees:
        'The certificates are corrected: the old ones are revoked, the new ones are to be sent.',
      envoyees: 'The messages are leaving.',
      annulee: 'The certificate is revoked: its verification page says so.',
      'annulee-prevenue': 'The certificate is revoked, and the person is told by e-mail.',
    },
  },
};
