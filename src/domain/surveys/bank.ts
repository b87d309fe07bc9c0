/**
 * The standard bank of questions and the standard questionnaires of the three moments. The default
 * one for « right after » is that of the conference-debates: welcome, content, duration, free to speak
 * and ask, interest in more, what to deepen, what to improve.
 */
import type { Question } from './questions';
import type { SurveyMoment } from './schema';

export const standardQuestions: readonly Question[] = [
  {
    key: 'welcome',
    kind: 'satisfaction',
    texts: {
      fr: { label: 'L’accueil', short: 'accueil' },
      en: { label: 'The welcome', short: 'welcome' },
    },
  },
  {
    key: 'content',
    kind: 'satisfaction',
    texts: {
      fr: { label: 'Le contenu', short: 'contenu' },
      en: { label: 'The content', short: 'content' },
    },
  },
  {
    key: 'duration',
    kind: 'satisfaction',
    texts: {
      fr: { label: 'La durée', short: 'durée' },
      en: { label: 'The duration', short: 'duration' },
    },
  },
  {
    key: 'usefulness',
    kind: 'satisfaction',
    texts: {
      fr: { label: 'L’utilité pour vous, dans votre quotidien ou votre métier', short: 'utilité' },
      en: { label: 'How useful it is to you, in daily life or at work', short: 'usefulness' },
    },
  },
  {
    key: 'organisation',
    kind: 'satisfaction',
    texts: {
      fr: {
        label: 'L’organisation : le lieu, l’horaire, les informations reçues',
        short: 'organisation',
      },
      en: { label: 'The organisation: place, time, information', short: 'organisation' },
    },
  },
  {
    key: 'free_to_speak',
    kind: 'yes_no',
    texts: {
      fr: {
        label: 'Vous êtes-vous senti·e libre de prendre la parole et de poser des questions ?',
        short: 'parole libre',
      },
      en: { label: 'Did you feel free to speak and to ask questions?', short: 'free to speak' },
    },
  },
  {
    key: 'more',
    kind: 'yes_no',
    texts: {
      fr: {
        label: 'D’autres rencontres de ce type vous intéresseraient-elles ?',
        short: 'envie d’autres rencontres',
      },
      en: {
        label: 'Would you be interested in more meetings like this?',
        short: 'interest in more',
      },
    },
  },
  {
    key: 'recommend',
    kind: 'scale',
    texts: {
      fr: {
        label: 'Conseilleriez-vous cette rencontre à une personne de votre entourage ?',
        short: 'recommandation',
        hint: '0 : pas du tout ; 10 : oui, sans hésiter',
      },
      en: {
        label: 'Would you recommend it to someone you know?',
        short: 'recommendation',
        hint: '0: not at all; 10: yes, without hesitating',
      },
    },
  },
  {
    key: 'heard_by',
    kind: 'multiple',
    options: ['colleague', 'friend', 'poster', 'mail', 'social', 'professional', 'other'],
    texts: {
      fr: {
        label: 'Comment avez-vous connu cette rencontre ?',
        short: 'connu par',
        hint: 'Plusieurs réponses possibles',
        options: {
          colleague: 'Par un ou une collègue',
          friend: 'Par une personne de mon entourage',
          poster: 'Par une affiche',
          mail: 'Par un message',
          social: 'Par les réseaux sociaux',
          professional: 'Par un professionnel',
          other: 'Autrement',
        },
      },
      en: {
        label: 'How did you hear about it?',
        short: 'heard by',
        hint: 'You may choose several',
        options: {
          colleague: 'From a colleague',
          friend: 'From someone I know',
          poster: 'From a poster',
          mail: 'By e-mail',
          social: 'On social media',
          professional: 'From a professional',
          other: 'In another way',
        },
      },
    },
  },
  {
    key: 'deepen',
    kind: 'long_text',
    texts: {
      fr: { label: 'Que souhaiteriez-vous approfondir ?', short: 'à approfondir' },
      en: { label: 'What would you like to go into further?', short: 'to deepen' },
    },
  },
  {
    key: 'improve',
    kind: 'long_text',
    texts: {
      fr: { label: 'Que pourrions-nous améliorer ?', short: 'à améliorer' },
      en: { label: 'What could we do better?', short: 'to improve' },
    },
  },
  {
    key: 'ease',
    kind: 'satisfaction',
    texts: {
      fr: {
        label: 'Sur ce sujet, à quel point êtes-vous à l’aise aujourd’hui ?',
        short: 'aisance',
      },
      en: { label: 'How much at ease are you with this subject today?', short: 'ease' },
    },
  },
  {
    key: 'expectations',
    kind: 'long_text',
    texts: {
      fr: { label: 'Qu’attendez-vous de cette rencontre ?', short: 'attentes' },
      en: { label: 'What do you expect of it?', short: 'expectations' },
    },
  },
  {
    key: 'used',
    kind: 'single',
    options: ['often', 'once', 'not_yet', 'no'],
    texts: {
      fr: {
        label: 'Depuis, avez-vous utilisé ce que vous y avez appris ?',
        short: 'mis en pratique',
        options: {
          often: 'Oui, plusieurs fois',
          once: 'Oui, une fois',
          not_yet: 'Pas encore, mais je compte le faire',
          no: 'Non',
        },
      },
      en: {
        label: 'Have you used since then what you learned?',
        short: 'put to use',
        options: {
          often: 'Yes, several times',
          once: 'Yes, once',
          not_yet: 'Not yet, but I mean to',
          no: 'No',
        },
      },
    },
  },
  {
    key: 'used_how',
    kind: 'long_text',
    texts: {
      fr: { label: 'Qu’avez-vous utilisé, et qu’est-ce qui vous a manqué ?', short: 'usages' },
      en: { label: 'What have you used, and what was missing?', short: 'uses' },
    },
  },
];

/** The standard questionnaire of each moment, by its questions' keys. */
export const standardQuestionnaires = {
  before: ['ease', 'expectations'],
  after: ['welcome', 'content', 'duration', 'free_to_speak', 'more', 'deepen', 'improve'],
  later: ['usefulness', 'used', 'ease', 'used_how'],
} as const satisfies Record<SurveyMoment, readonly string[]>;

export const standardQuestion = (key: string): Question | undefined =>
  standardQuestions.find((question) => question.key === key);

export const standardQuestionsOf = (moment: SurveyMoment): Question[] =>
  standardQuestionnaires[moment].flatMap((key) => standardQuestion(key) ?? []);
