import type { Texts } from '..';

export const surveys: Texts['surveys'] = {
  levels: {
    '4': 'Very good',
    '3': 'Good',
    '2': 'Not so good',
    '1': 'Not good',
    satisfied: 'Good or very good, not known which',
    unsatisfied: 'Not so good or not good, not known which',
  },
  yesNo: { yes: 'Yes', no: 'No' },
  moments: { before: 'Before', after: 'At the end', later: 'A few weeks later' },
  form: {
    title: { before: 'What you expect', after: 'What you think', later: 'And since then?' },
    anonymous:
      'Your answers are anonymous: neither your name, nor the time, nor your device is stored with them. No question has to be answered.',
    notOnce: 'This questionnaire is open to everyone in the room: please answer it only once.',
    textHint: 'Please write no names and nothing about anyone’s health.',
    you: 'About you',
    youHint: 'Asked only because at least five people present share each choice.',
    dimensions: { profession: 'Your profession', structure: 'Your organisation' },
    noAnswer: 'I would rather not say',
    send: 'Send my answers',
    sending: 'Sending…',
    kept: 'The connection is poor. Your answers are kept on this phone and will leave as soon as it is back; you can also send them again. They will count once.',
    stopReminding: 'Do not remind me',
    muted: 'You will get no reminder. You can still answer.',
    errors: {
      unknown_choice: 'Choose one of the answers offered',
      too_long: 'Shorten this text: 1,000 characters at most',
      empty: 'Answer one question at least',
    },
  },
  received: {
    title: 'Thank you, your answers have arrived',
    text: 'They help to prepare the next meetings. You can close this page.',
    alreadyTitle: 'Already received, thank you',
    alreadyText:
      'This slip or link has been used: an answer has reached us. It counts, and there is nothing else for you to do.',
    closedTitle: 'This questionnaire is over',
    closedText: 'It takes no more answers. Thank you for your interest.',
    fullTitle: 'This code takes no more answers',
    fullText: 'Too many answers came by the code of the room. Please tell the organisers.',
  },
  mail: {
    invitation: {
      before: {
        subject: 'What do you expect?',
        lead: 'You are registered for the meeting below. Tell us in two minutes what you expect of it: it helps to prepare it.',
      },
      after: {
        subject: 'What did you think?',
        lead: 'Thank you for coming. Tell us in two minutes what you thought of it.',
      },
      later: {
        subject: 'And since then?',
        lead: 'You were at the meeting below. Tell us in two minutes what it has brought you since.',
      },
    },
    reminder: {
      subject: 'We would like your opinion',
      lead: 'If you have not answered the questionnaire of this meeting yet, you still can. If you have, thank you: ignore this message. There will be no other.',
    },
    button: {
      before: 'Say what I expect',
      after: 'Give my opinion',
      later: 'Answer the questionnaire',
    },
    anonymous:
      'Your answers are anonymous: they are stored without your name, without the time and without anything that could link them to you.',
    once: 'This link works once. Please do not pass it on.',
  },
};
