/**
 * What of the season has taken place in the last weeks, and one session that is open right now: so that
 * attendance, certificates, questionnaires and the year's report can be tried on people, not only read.
 */
import type { Calendar } from './calendar';
import { laep, maison, msp, practical } from './places';
import type { SeasonSession } from './season';

/** What was noted; nothing of the sort means that it is still to be noted. */
export type Held = {
  attendance?: {
    /** Guests by their place in `parties`, where they weren't there all the time. */
    absent?: number[];
    excused?: number[];
    /** Minutes before the end. */
    leftEarly?: Record<number, number>;
    walkIns?: { name: string; profession?: string }[];
  };
  /** Answers to the standard questionnaire: a level each for welcome, content, duration, then yes or no. */
  survey?: { levels: readonly string[]; deepen: readonly string[]; improve: readonly string[] };
  /** Whether the questionnaire is closed and the certificates are on their way. */
  settled?: boolean;
};

const one = (count: number): number[] => Array.from({ length: count }, () => 1);

/** By the key of their action. */
export const heldSessions = ({
  slot,
  dayBefore,
  openNow,
}: Calendar): Record<string, SeasonSession[]> => ({
  'saison-conference': [
    {
      key: 'soiree-passee',
      draft: {
        dateState: 'set',
        slots: [slot(dayBefore(3, 4), '20:00', '22:00')],
        mode: 'in_person',
        venue: laep,
        capacity: 24,
        maxCapacity: 30,
        asks: { profession: 'optional', town: 'optional' },
        practical: { ...practical, babies: false, parking: 'Place de la mairie, à deux minutes' },
        speakers: [{ role: 'pédopsychiatre' }, { role: 'puéricultrice (PMI)' }],
      },
      parties: one(26),
      held: {
        attendance: {
          absent: [4, 17],
          excused: [9],
          leftEarly: { 13: 30 },
          walkIns: [
            { name: 'Zoé Passage', profession: 'Assistante maternelle' },
            { name: 'Kévin Passage' },
          ],
        },
        survey: {
          levels: [
            '444yy',
            '443yy',
            '444yy',
            '343yy',
            '434yn',
            '444yy',
            '332ny',
            '443yy',
            '444yy',
            '344yy',
            '442yy',
            '443ny',
            '444yy',
            '334yy',
          ],
          deepen: [
            'Comment en parler aux parents le soir, quand tout le monde est fatigué.',
            'Les morsures entre enfants.',
          ],
          improve: ['Plus de temps pour les questions.'],
        },
        settled: true,
      },
    },
  ],
  'saison-sensibilisation': [
    {
      key: 'jouets',
      draft: {
        title: 'Jouets et matériel : que garder, que remplacer ?',
        dateState: 'set',
        slots: [slot(dayBefore(1, 2), '09:00', '12:00'), slot(dayBefore(1, 2), '13:30', '16:30')],
        mode: 'in_person',
        venue: maison,
        capacity: 12,
        maxCapacity: 14,
        asks: { profession: 'required', organisation: 'required' },
        practical: { ...practical, parking: 'Gratuit devant le bâtiment' },
        speakers: [{ role: 'chargée de prévention en santé environnementale' }],
      },
      parties: one(9),
      held: {
        attendance: { absent: [6], leftEarly: { 2: 60 } },
        survey: {
          levels: ['444yy', '434yy', '344yy', '443yy', '333ny', '444yy'],
          deepen: ['Les textiles et les tapis d’éveil.'],
          improve: [],
        },
      },
    },
  ],
  'saison-ateliers-parents': [
    {
      key: 'purees',
      draft: {
        title: 'Premières purées, premières cuillères',
        summary: 'Cuisiner une fois pour la semaine, et suivre l’appétit de bébé.',
        dateState: 'set',
        slots: [slot(dayBefore(1, 4), '10:00', '12:00')],
        mode: 'in_person',
        venue: laep,
        capacity: 10,
        maxCapacity: 12,
        seatsPerRegistration: 2,
        practical: { ...practical, babies: true },
        speakers: [{ role: 'diététicienne' }],
      },
      parties: [1, 2, 1, 1, 2],
      held: {},
    },
  ],
  'saison-accueil': [
    {
      key: 'en-ce-moment',
      draft: {
        title: 'Accueil parents-enfants : en ce moment',
        dateState: 'set',
        slots: [openNow()],
        mode: 'in_person',
        venue: msp,
        capacity: 10,
        maxCapacity: 12,
        seatsPerRegistration: 4,
        practical: { ...practical, babies: true },
        speakers: [{ role: 'éducatrice de jeunes enfants' }],
      },
      parties: [2, 1, 2, 1, 1],
      held: {},
    },
  ],
});
