/**
 * A season of the shapes that a real year has (data/programme-2023.json): what a network puts
 * on, with texts as an organiser writes them. Speakers are functions.
 */
import type { ActionDraft, SessionDraft } from '../../src/domain/catalogue/inputs';
import type { Calendar } from './calendar';
import { type Held, heldSessions } from './held';
import { laep, maison, msp, practical } from './places';

export type SeasonSession = {
  key: string;
  draft: SessionDraft;
  cancelled?: string;
  /** The other half of a hybrid session, made before this one. */
  linkedTo?: string;
  /** How many seats the demo's people take, a party each; those who don't fit wait. */
  parties?: number[];
  /** What came of it, for a session that has taken place. */
  held?: Held;
};
export type SeasonAction = { key: string; action: ActionDraft; sessions: SeasonSession[] };

export function season(calendar: Calendar): SeasonAction[] {
  const held = heldSessions(calendar);
  return [
    parents(calendar),
    conference(calendar),
    awareness(calendar),
    training(calendar),
    officials(),
    dropIn(calendar),
    schools(calendar),
  ].map((each) => ({ ...each, sessions: [...each.sessions, ...(held[each.key] ?? [])] }));
}

const parents = ({ slot, day }: Calendar): SeasonAction => ({
  key: 'saison-ateliers-parents',
  action: {
    title: 'Ateliers pour les futurs et jeunes parents',
    type: 'prevention',
    audience: 'public',
    target: 'Parents et futurs parents',
    summary:
      'Deux heures pour comprendre ce qui entoure bébé et repartir avec des gestes simples. On vient comme on est, avec ou sans bébé.',
    networks: ['CLS', 'Périnatalité'],
    topics: ['air intérieur', 'alimentation', 'sommeil'],
    carriers: ['Mutualité Française Occitanie'],
  },
  sessions: [
    {
      key: 'chambre',
      draft: {
        title: 'La chambre de bébé : un air plus sain',
        summary:
          'Peintures, meubles, produits ménagers : que choisir, que laisser de côté ? Nous regardons ensemble ce qui compte vraiment, sans dépenser plus.',
        dateState: 'set',
        slots: [slot(day(2, 3), '14:00', '16:00')],
        mode: 'in_person',
        venue: maison,
        capacity: 15,
        maxCapacity: 18,
        minSeats: 5,
        seatsPerRegistration: 2,
        asks: { town: 'optional' },
        practical: {
          ...practical,
          babies: true,
          parking: 'Gratuit devant le bâtiment',
          bus: 'Ligne 3, arrêt Maison de la Santé',
          bring: 'Une photo de la chambre, si vous voulez',
        },
        speakers: [{ role: 'conseillère en environnement intérieur' }],
      },
    },
    {
      key: 'portage',
      draft: {
        title: 'Porter bébé : écharpes et bons gestes',
        summary: 'Essayer, régler, se sentir à l’aise. Les écharpes sont prêtées sur place.',
        dateState: 'set',
        slots: [slot(day(3, 2), '10:00', '12:00')],
        mode: 'in_person',
        venue: laep,
        capacity: 8,
        maxCapacity: 10,
        asks: { phone: 'optional', town: 'optional' },
        practical: { ...practical, babies: true, parking: 'Place de la mairie, à deux minutes' },
        speakers: [{ role: 'sage-femme' }, { role: 'puéricultrice (PMI)' }],
      },
      parties: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    },
    {
      key: 'couples',
      draft: {
        title: 'Devenir parents à deux',
        summary:
          'Un temps pour les couples qui attendent un enfant : ce qui change, ce qui aide, et à qui parler. On s’inscrit à deux, avec une seule inscription.',
        dateState: 'set',
        slots: [slot(day(4, 6), '09:30', '12:00')],
        mode: 'in_person',
        venue: maison,
        capacity: 12,
        maxCapacity: 14,
        seatsPerRegistration: 2,
        asks: { phone: 'optional' },
        practical: { ...practical, babies: false, signLanguage: true },
        speakers: [{ role: 'sage-femme' }, { role: 'conseillère conjugale et familiale' }],
      },
      parties: [2, 2, 1, 2],
    },
    {
      key: 'cosmetiques',
      draft: {
        title: 'Les cosmétiques de la grossesse et de bébé',
        summary: 'Lire une étiquette, alléger la trousse de toilette, fabriquer un liniment.',
        dateState: 'set',
        slots: [slot(day(3, 4), '18:00', '20:00')],
        mode: 'in_person',
        venue: laep,
        capacity: 12,
        maxCapacity: 14,
        practical: { ...practical, babies: true },
        speakers: [{ role: 'intervenante en santé environnementale' }],
      },
      cancelled: 'L’intervenante n’est plus disponible ce jour-là. Une autre date sera proposée.',
    },
    {
      key: 'sommeil',
      draft: {
        title: 'Le sommeil du tout-petit, en visioconférence',
        summary:
          'Une heure et demie le soir, depuis chez vous : rythmes, couchers difficiles, réveils. Une moitié du temps est pour vos questions.',
        dateState: 'set',
        slots: [slot(day(5, 2), '20:00', '21:30')],
        mode: 'online',
        videoUrl: 'https://visio.reseau.example/sommeil-du-tout-petit',
        capacity: 50,
        maxCapacity: 60,
        practical: {
          free: true,
          contactName: practical.contactName,
          contactPhone: practical.contactPhone,
          interpreter: 'Sous-titres en direct',
        },
        speakers: [{ role: 'pédiatre' }],
      },
      parties: [1, 1, 1],
    },
  ],
});

const conference = ({ slot, day }: Calendar): SeasonAction => ({
  key: 'saison-conference',
  action: {
    title: 'Conférence-débat « Poser un cadre, garder le lien »',
    type: 'conference',
    audience: 'professionals',
    target: 'Assistantes maternelles et gardes à domicile',
    summary:
      'Une soirée pour parler des limites que l’on pose à l’enfant que l’on accueille, et de ce que l’on en dit aux parents. La moitié du temps est pour vos questions. Une attestation de présence vous est remise.',
    networks: ['CLS', 'ASV', 'Périnatalité'],
    topics: ['co-éducation', 'relation avec les parents'],
    carriers: ['Réseau périnatalité (Reseda)', 'Relais Petite Enfance Alès Agglomération (RPE)'],
    context:
      'Les assistantes maternelles travaillent seules à leur domicile. Le relais entend chaque année leurs questions sur les limites, les pleurs et ce qu’elles peuvent en dire aux parents.',
    objectives:
      'Donner des repères sur le développement de l’enfant ; nommer les situations difficiles sans juger ; faire connaître les professionnelles vers qui se tourner.',
    coordination: 'Deux réunions avec le relais et la PMI avant chaque soirée, une après.',
    communication: 'Affiches dans les relais et les pharmacies, invitation aux partenaires.',
    evaluation: 'Questionnaire de fin de soirée ; nombre et fonction des personnes présentes.',
  },
  sessions: [
    {
      key: 'soiree',
      draft: {
        dateState: 'set',
        slots: [slot(day(3, 4), '20:00', '22:00')],
        mode: 'in_person',
        venue: {
          name: 'Salle du Capitole',
          address: '1 place des Démonstrations',
          town: 'Alès',
          access: 'Entrée par la place. Ascenseur à gauche dans le hall.',
        },
        capacity: 40,
        maxCapacity: 40,
        asks: { profession: 'optional', town: 'optional' },
        practical: {
          ...practical,
          babies: false,
          parking: 'Parking de la place, gratuit après 19 h',
          signLanguage: true,
        },
        speakers: [{ role: 'pédopsychiatre' }, { role: 'puéricultrice (PMI)' }],
      },
      parties: [1, 1, 1, 1, 1, 1, 1, 1, 1],
    },
  ],
});

const awareness = ({ slot, day }: Calendar): SeasonAction => ({
  key: 'saison-sensibilisation',
  action: {
    title: 'Santé environnementale : ateliers pour les professionnels de la petite enfance',
    type: 'awareness',
    audience: 'professionals',
    target: 'Professionnels de crèche et de LAEP, assistantes maternelles',
    summary:
      'Repérer les sources de pollution d’un lieu d’accueil, et savoir quoi changer en premier : ménage, jouets, repas, air.',
    networks: ['CLS', 'Périnatalité'],
    topics: ['produits ménagers', 'chambre de bébé', 'modes de cuisson'],
    carriers: ['Mutualité Française Occitanie'],
    objectives:
      'Reconnaître les sources de pollution d’un lieu d’accueil ; choisir trois changements à sa portée.',
    evaluation: 'Questionnaire de fin ; ce qui a changé dans le lieu d’accueil, trois mois après.',
  },
  sessions: [
    {
      weeks: 4,
      weekday: 4,
      key: 'air',
      title: 'L’air et le ménage dans un lieu d’accueil',
      parties: [1, 1, 1, 1, 1],
    },
    { weeks: 7, weekday: 2, key: 'repas', title: 'Repas, biberons et ustensiles', parties: [1, 1] },
  ].map(({ weeks, weekday, key, title, parties }) => ({
    key,
    draft: {
      title,
      dateState: 'set',
      slots: [slot(day(weeks, weekday), '09:00', '12:00')],
      mode: 'in_person',
      venue: maison,
      capacity: 15,
      maxCapacity: 18,
      minSeats: 6,
      seatsPerOrganisation: 3,
      acceptsColleagues: true,
      asks: { profession: 'required', organisation: 'required' },
      practical: { ...practical, parking: 'Gratuit devant le bâtiment' },
      speakers: [{ role: 'chargée de prévention en santé environnementale' }],
    },
    parties,
  })),
});

const training = ({ slot, day }: Calendar): SeasonAction => ({
  key: 'saison-fees',
  action: {
    title: 'Formation « Femmes enceintes, environnement et santé » (FEES)',
    type: 'training',
    audience: 'professionals',
    target:
      'Professionnels de santé de la périnatalité : médecins, sages-femmes, infirmiers, puéricultrices',
    summary:
      'Deux jours pour aborder la santé environnementale avec les futurs parents, sans inquiéter : connaissances, outils et mises en situation. La présence aux quatre demi-journées est demandée.',
    networks: ['CLS', 'Périnatalité'],
    topics: ['air intérieur', 'alimentation et polluants', 'cosmétiques'],
    carriers: ['Mutualité Française Occitanie'],
  },
  sessions: [
    {
      key: 'deux-jours',
      draft: {
        dateState: 'set',
        slots: [day(6, 3), day(6, 4)].flatMap((date) => [
          slot(date, '09:00', '12:30'),
          slot(date, '13:30', '17:00'),
        ]),
        mode: 'in_person',
        venue: maison,
        capacity: 15,
        maxCapacity: 17,
        minSeats: 8,
        acceptsColleagues: true,
        eligibility: 'Être professionnel de santé et travailler avec des femmes enceintes.',
        checksEligibility: true,
        asks: {
          profession: 'required',
          organisation: 'required',
          phone: 'optional',
          note: 'optional',
        },
        practical: { ...practical, bring: 'Votre repas, ou celui du restaurant d’à côté' },
        speakers: [{ role: 'formatrice en santé environnementale' }],
      },
      parties: [1, 1, 1],
    },
  ],
});

/** Half a day in the room or two hours by video: neither has a date yet. */
const officials = (): SeasonAction => ({
  key: 'saison-collectivites',
  action: {
    title: 'Élus et agents des communes : agir pour la santé environnementale',
    type: 'awareness',
    audience: 'professionals',
    target: 'Élus et agents des collectivités territoriales',
    summary:
      'Écoles, crèches, cantines, achats : ce qu’une commune peut décider, avec l’exemple de celles qui l’ont fait.',
    networks: ['CLS', 'Périnatalité'],
    carriers: ['Mutualité Française Occitanie'],
  },
  sessions: [
    {
      key: 'salle',
      draft: {
        title: 'Élus et agents des communes : une demi-journée sur place',
        dateState: 'to_be_determined',
        mode: 'in_person',
        venue: maison,
        capacity: 20,
        maxCapacity: 24,
        acceptsColleagues: true,
        practical,
      },
    },
    {
      key: 'visio',
      linkedTo: 'salle',
      draft: {
        title: 'Élus et agents des communes : deux heures en visioconférence',
        dateState: 'to_be_determined',
        mode: 'online',
        capacity: 30,
        maxCapacity: 30,
        practical: { free: true, contactPhone: practical.contactPhone },
      },
    },
  ],
});

const dropIn = ({ slot, monthly }: Calendar): SeasonAction => ({
  key: 'saison-accueil',
  action: {
    title: 'Accueil parents-enfants du premier jeudi',
    type: 'prevention',
    audience: 'public',
    target: 'Parents et enfants de moins de six ans',
    summary:
      'Chaque premier jeudi du mois, un après-midi pour jouer, se poser et parler d’un sujet avec une professionnelle.',
    networks: ['ASV', 'Périnatalité'],
    carriers: ['MSP Simone-Veil, La Grand-Combe'],
  },
  sessions: monthly(6, 4).map((date, i) => ({
    key: `jeudi-${i + 1}`,
    draft: {
      title: `Accueil du premier jeudi : ${subjects[i]}`,
      dateState: 'set',
      slots: [slot(date, '14:30', '16:00')],
      mode: 'in_person',
      venue: msp,
      capacity: 10,
      maxCapacity: 12,
      seatsPerRegistration: 4,
      practical: { ...practical, babies: true, interpreter: 'Arabe et turc, sur demande' },
      speakers: [{ role: 'éducatrice de jeunes enfants' }],
    },
  })),
});

const subjects = [
  'les écrans',
  'le sommeil',
  'les repas',
  'les colères',
  'le jeu libre',
  'les petits maux',
];

const schools = ({ slot, day }: Calendar): SeasonAction => ({
  key: 'saison-ecoles',
  action: {
    title: 'Dents et petit-déjeuner : la matinée des écoles',
    type: 'prevention',
    audience: 'public',
    target: 'Classes de maternelle et centres de loisirs',
    summary:
      'Trois ateliers de vingt minutes par groupe. Une seule inscription par classe, avec le nombre d’enfants et d’adultes.',
    networks: ['PLAS', 'Périnatalité'],
    carriers: ['CPTS Entre Cèze et Gardon en Cévennes'],
  },
  sessions: [
    {
      key: 'matinee',
      draft: {
        dateState: 'set',
        slots: [slot(day(8, 5), '09:00', '11:30')],
        mode: 'in_person',
        venue: {
          name: 'Centre social',
          address: '8 rue des Essais',
          town: 'Bessèges',
          access: null,
        },
        capacity: 120,
        maxCapacity: 130,
        acceptsGroups: true,
        asks: { organisation: 'required', phone: 'required' },
        practical: { ...practical, bus: 'Le car peut s’arrêter devant le centre' },
        speakers: [{ role: 'chirurgienne-dentiste' }, { role: 'diététicienne' }],
      },
    },
  ],
});
