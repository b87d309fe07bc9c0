/** The organisers' side: the year's report and the reports of actions. */
const plural = (n: number, one: string, many: string) => `${n} ${Math.abs(n) < 2 ? one : many}`;

/** What a figure is called, and what it counts; or one and many. */
const pairs = <K extends string>(all: Record<K, [string, string]>) => all;

export const reports = {
  yearTitle: (year: number) => `Bilan ${year}`,
  years: 'Années',
  takenAt: (day: string) => `Chiffres calculés le ${day}.`,
  intro:
    'Chaque chiffre est la somme de sa liste : ouvrez-le pour la voir. Ce qui n’a pas été noté est dit à côté, et ne compte pas pour zéro.',
  figure: 'Chiffre',
  definition: 'Ce que le chiffre compte',
  notKnown: (n: number) => plural(n, 'ligne non notée', 'lignes non notées'),
  rate: (percent: string, value: string, whole: string) => `${percent} (${value} sur ${whole})`,
  noRate: '–',
  /** Between a name and what is said of it. */
  colon: ' :',
  yearBefore: (year: number, said: string) => `${year} : ${said}`,
  quoted: (words: string) => `« ${words} »`,
  /** Said on paper, where nothing opens. */
  onPaper:
    'Chaque chiffre est la somme d’une liste, que l’on ouvre dans Farandole et que donne le tableur. Ce qui n’a pas été noté est dit à côté, et ne compte pas pour zéro.',
  groups: {
    activity: 'Activité',
    participation: 'Participation',
    represented: 'Fonctions et structures représentées',
    meetings: 'Réunions',
    handouts: 'Publications et prêts',
    places: 'Places et demandes',
  },
  figures: pairs({
    actions: [
      'Actions',
      'Actions qui ont au moins une séance ou une réunion dans l’année, hors projets accompagnés.',
    ],
    supported_projects: [
      'Projets accompagnés',
      'Actions du type « projet accompagné » qui ont au moins une séance ou une réunion.',
    ],
    sessions_planned: [
      'Séances prévues',
      'Séances publiées : tenues, annulées, à venir ou à la date à déterminer. Un cycle noté en une ligne compte pour ses rencontres. Une séance sans date compte dans l’année de sa publication.',
    ],
    sessions_held: [
      'Séances tenues',
      'Séances passées et non annulées, y compris celles dont le jour n’a pas été noté.',
    ],
    sessions_cancelled: ['Séances annulées', 'Séances publiées, puis annulées.'],
    sessions_moved: [
      'Séances déplacées',
      'Séances dont le jour ou le lieu a changé après la publication. Elles comptent aussi parmi les tenues, annulées ou à venir.',
    ],
    sessions_to_come: ['Séances à venir', 'Séances publiées qui ne sont pas finies.'],
    sessions_undated: ['Séances à la date à déterminer', 'Séances publiées sans date.'],
    session_minutes: [
      'Heures de séances',
      'Durée des séances tenues, d’après leurs horaires ou la durée notée.',
    ],
    participations: [
      'Participations',
      'Une personne présente à une séance, inscrite ou non. La même personne à trois séances fait trois participations. Être inscrit ne compte pas.',
    ],
    participations_public: [
      'Participations du public',
      'Participations aux actions destinées aux familles.',
    ],
    participations_professionals: [
      'Participations de professionnels',
      'Participations aux actions destinées aux professionnels.',
    ],
    people: [
      'Personnes différentes',
      'Adresses électroniques différentes parmi les personnes présentes, aussi souvent qu’elles soient venues.',
    ],
    people_public: [
      'Personnes différentes, public',
      'De même, pour les actions destinées aux familles.',
    ],
    people_professionals: [
      'Personnes différentes, professionnels',
      'De même, pour les actions destinées aux professionnels. Qui vient aux deux compte dans les deux, et une fois dans le total.',
    ],
    uncountable: [
      'Participations non dénombrables',
      'Participations que rien ne relie à une personne : comptages, groupes, accompagnants, personnes sans adresse.',
    ],
    beneficiaries: [
      'Bénéficiaires comptés',
      'Personnes comptées une fois pour un cycle, aussi souvent qu’elles soient venues. Elles n’entrent pas dans les participations.',
    ],
    unspecified: [
      'Comptages sans précision',
      'Nombres dont la source ne dit pas s’ils comptent des personnes ou des participations. Ils n’entrent dans aucun total.',
    ],
    professions: [
      'Fonctions représentées',
      'Fonctions différentes des personnes présentes et des participants aux réunions, chaque orthographe comptée une fois.',
    ],
    organisations: ['Structures représentées', 'Structures différentes des personnes présentes.'],
    meetings: [
      'Réunions',
      'Réunions de projet, groupes de travail, rencontres partenariales et coordination. Une réunion qui sert plusieurs actions compte une fois.',
    ],
    meeting_minutes: ['Heures de réunions', 'Durée notée de chaque réunion.'],
    meeting_participations: [
      'Participations aux réunions',
      'Personnes présentes à chaque réunion ; à défaut, le nombre noté pour l’action, compté une fois pour les actions qui partagent les mêmes réunions.',
    ],
    minutes_written: ['Comptes rendus rédigés', 'Réunions dont un compte rendu a été écrit.'],
    publications: [
      'Publications diffusées',
      'Exemplaires remis dans l’année : livrets, affiches, dépliants, tous titres ensemble.',
    ],
    publication_titles: [
      'Titres diffusés',
      'Titres différents parmi les publications diffusées, chaque titre compté une fois.',
    ],
    loans: ['Prêts', 'Prêts qui commencent dans l’année : mallettes, expositions, matériel.'],
    loans_out: ['Prêts non rendus', 'Parmi ces prêts, ceux dont le retour n’est pas noté.'],
    loans_overdue: [
      'Prêts en retard',
      'Parmi les prêts non rendus, ceux dont la date de retour prévue est passée.',
    ],
    places: ['Places offertes', 'Places des séances tenues qui avaient un nombre limité.'],
    filled: [
      'Taux de remplissage',
      'Places retenues sur places offertes, toutes séances ensemble.',
    ],
    occupied: [
      'Taux d’occupation',
      'Personnes présentes sur places offertes, toutes séances ensemble.',
    ],
    no_shows: [
      'Places retenues et non occupées',
      'Sur les places confirmées dont on a noté si quelqu’un est venu : celles où personne n’est venu, hors absences excusées.',
    ],
    excused: ['Absences excusées', 'Places confirmées de personnes notées excusées.'],
    waiting: [
      'Demandes restées sans place',
      'Places demandées par des personnes restées en liste d’attente.',
    ],
  }),
  lists: {
    title: (figure: string, year: number) => `${figure}, ${year}`,
    back: 'Revenir au bilan',
    total: 'Total',
    none: 'Rien n’est compté.',
    filters: 'Limité à',
    session: 'Séance',
    date: 'Date',
    action: 'Action',
    meeting: 'Réunion',
    publication: 'Publication',
    loan: 'Prêt',
    name: 'Nom',
    participations: 'Participations',
    inMeetings: 'Aux réunions',
    sessions: 'Séances',
    meetings: 'Réunions',
    place: 'Lieu',
    noPlace: 'Lieu non renseigné',
    standing: 'État',
    present: 'Présents',
    excused: 'Excusés',
    minutes: 'Compte rendu',
    copies: 'Exemplaires',
    occurrences: (n: number) => `${n} rencontres`,
    countedAs: {
      beneficiaries: (n: number) => plural(n, 'bénéficiaire', 'bénéficiaires'),
      unspecified: (n: number) => `${n} sans précision`,
    },
    isNew: 'Nouveau',
    value: 'Compte',
    whole: 'Sur',
    times: (n: number) => (n === 1 ? 'Venues une fois' : `Venues ${n} fois`),
    noted: 'Noté pour l’action entière, ses réunions ensemble',
    sheet: 'Listes',
    small: 'Séances de moins de cinq réponses',
    unknown: 'Non noté',
    unknownIntro:
      'Ces lignes devraient entrer dans le chiffre, et personne n’a noté de quoi les compter.',
    people: 'Personnes différentes',
    names: 'Personnes présentes',
    peopleHint: 'Données personnelles : à ne pas diffuser.',
    person: 'Personne',
    address: 'Adresse',
    came: 'Séances',
    yes: 'Oui',
  },
  standings: {
    held: 'Tenue',
    to_come: 'À venir',
    undated: 'À programmer',
    cancelled: 'Annulée',
  },
  by: {
    title: 'Répartitions',
    note: 'Une action de deux réseaux ou de deux porteurs paraît sur deux lignes : ces colonnes ne s’additionnent pas.',
    type: 'Par type',
    audience: 'Par public',
    month: 'Par mois',
    territory: 'Par territoire',
    town: 'Par commune',
    network: 'Par réseau',
    carrier: 'Par porteur',
    kind: 'Réunions par nature',
    action: 'Par action',
    unknown: 'Non renseigné',
    undated: 'Jour non noté',
    online: 'À distance',
    share: 'Part',
  },
  short: {
    sessions_planned: 'Prévues',
    sessions_held: 'Tenues',
    sessions_cancelled: 'Annulées',
    sessions_moved: 'Déplacées',
    session_minutes: 'Heures',
    participations: 'Participations',
    meetings: 'Réunions',
    meeting_minutes: 'Heures',
    meeting_participations: 'Participations',
  },
  satisfaction: {
    title: 'Satisfaction',
    intro:
      'Réponses favorables (les deux meilleurs niveaux sur quatre, ou « oui »), additionnées sur tous les questionnaires clos. Chaque question a son nombre de réponses ; rien n’est dit au-dessous de cinq.',
    none: 'Aucun questionnaire clos.',
    answered: (surveys: number, answers: string) =>
      `${plural(surveys, 'questionnaire clos', 'questionnaires clos')} : ${answers} réponses`,
    ofPresent: (present: string, percent: string) =>
      `pour ${present} personnes présentes (${percent})`,
    moreThanPresent: 'Il y a plus de réponses que de personnes présentes : à vérifier.',
    question: 'Question',
    favourable: 'Réponses favorables',
    answers: 'Réponses (n)',
    outOf: (n: string) => `n = ${n}`,
  },
  names: {
    both: 'Fonctions et structures',
    professions: 'Fonctions',
    organisations: 'Structures',
    notNoted: {
      professions:
        'Non notées : les personnes ont été comptées sans leur fonction, ou ne l’ont pas dite (voir « Ce qui manque »).',
      organisations:
        'Non notées : les personnes ont été comptées sans leur structure, ou ne l’ont pas dite (voir « Ce qui manque »).',
    },
    /** Families are not asked. */
    none: 'Personne n’est venu à une séance destinée aux professionnels.',
  },
  missing: {
    title: 'Ce qui manque',
    none: 'Rien ne manque.',
    more: (n: number) => plural(n, 'autre ligne', 'autres lignes'),
    kinds: pairs({
      attendance_not_taken: [
        'séance tenue sans émargement ni comptage',
        'séances tenues sans émargement ni comptage',
      ],
      attendance_partly_taken: [
        'séance dont l’émargement n’est fait qu’en partie',
        'séances dont l’émargement n’est fait qu’en partie',
      ],
      attended_though_cancelled: [
        'séance annulée où des présences sont notées, qui ne comptent nulle part',
        'séances annulées où des présences sont notées, qui ne comptent nulle part',
      ],
      counted_otherwise: [
        'séance comptée autrement qu’en participations',
        'séances comptées autrement qu’en participations',
      ],
      length_unknown: [
        'séance tenue dont la durée n’est pas notée',
        'séances tenues dont la durée n’est pas notée',
      ],
      town_unknown: [
        'séance tenue dont la commune n’est pas renseignée',
        'séances tenues dont la commune n’est pas renseignée',
      ],
      profession_unknown: [
        'professionnel présent sans fonction',
        'professionnels présents sans fonction',
      ],
      organisation_unknown: [
        'professionnel présent sans structure',
        'professionnels présents sans structure',
      ],
      meeting_undated: ['ligne de réunions sans date', 'lignes de réunions sans date'],
      meeting_uncounted: [
        'ligne de réunions sans nombre de présents',
        'lignes de réunions sans nombre de présents',
      ],
      meeting_length_unknown: ['ligne de réunions sans durée', 'lignes de réunions sans durée'],
      survey_open: ['questionnaire encore ouvert', 'questionnaires encore ouverts'],
      profession_doubles: [
        'fonction peut-être écrite de plusieurs façons',
        'fonctions peut-être écrites de plusieurs façons',
      ],
      organisation_doubles: [
        'structure peut-être écrite de plusieurs façons',
        'structures peut-être écrites de plusieurs façons',
      ],
    }),
  },
  published: {
    title: 'Bilan publié ailleurs',
    intro:
      'Chiffres repris d’un bilan déjà publié, à côté de ce qui découle des actions détaillées ici. Où ils diffèrent, le bilan publié comprend ce que rien ne détaille ici, ou compte autrement. Ni l’un ni l’autre n’est corrigé.',
    line: 'Chiffre publié',
    reported: 'Publié',
    computed: 'Calculé ici',
    difference: 'Écart',
    noteIs: (said: string) => `Note du bilan publié : ${said}`,
    /** Of the year that comes with Farandole: its file is written in English. */
    notes: {
      "The published totals do not follow from the itemised actions alone (the report's own counts overlap with sibling networks): a computed report is held to the itemised actions above, not to these totals, and shows both.":
        'Les totaux publiés ne découlent pas des seules actions détaillées (les comptages du bilan recoupent ceux de réseaux voisins) : un bilan calculé s’en tient aux actions détaillées, et non à ces totaux, et montre les deux.',
      "Filed in the report among supported projects (accompagnement de projet), not among the network's own actions.":
        'Classée dans le bilan parmi les projets accompagnés, et non parmi les actions du réseau.',
    } as Record<string, string>,
    nothing: 'rien ne le compte',
    same: 'aucun',
    keys: {
      actions: 'Actions',
      prevention_participations_public: 'Participations du public à la prévention',
      training_and_awareness_participations_professionals:
        'Participations de professionnels aux formations et sensibilisations',
      conferences: 'Conférences-débats',
      conference_participants: 'Participants aux conférences-débats',
      forums: 'Forums',
      forum_participants: 'Participants aux forums',
      meetings: 'Réunions',
      working_group_meetings: 'Réunions de groupes de travail et de projet',
      internal_coordination_meetings: 'Réunions de coordination interne',
      meeting_participations_professionals: 'Participations de professionnels aux réunions',
      partner_meetings: 'Rencontres partenariales',
      partner_meeting_hours: 'Heures de rencontres partenariales',
      supported_projects: 'Projets accompagnés',
      supported_project_participations: 'Participations aux projets accompagnés',
      supported_project_hours: 'Heures de projets accompagnés',
      distinct_functions: 'Fonctions différentes',
      distinct_organisations: 'Structures différentes',
      planned_sessions: 'Séances prévues',
      participations: 'Participations',
      expected: 'Public attendu',
      meeting_participations: 'Participations aux réunions de projet',
      minutes_written: 'Comptes rendus rédigés',
      coordinators: 'Personnes à la coordination',
      interventions: 'Interventions',
    },
  },
  snapshots: {
    title: 'Copies datées',
    intro:
      'Une copie garde les chiffres et leurs listes tels qu’ils sont aujourd’hui, sans aucun nom de personne. Elle ne change plus.',
    label: 'Pour quelle occasion ?',
    labelHint: 'Par exemple : comité de pilotage de janvier.',
    freeze: 'Figer une copie',
    none: 'Aucune copie.',
    of: (day: string) => `Copie du ${day}`,
    at: (day: string, hour: string) => `${day} à ${hour}`,
    frozenOn: (at: string) => `Copie figée le ${at}.`,
    frozenBy: (name: string, at: string) => `Copie figée par ${name}, le ${at}.`,
    banner: 'Les chiffres ci-dessous sont ceux de ce moment-là. Ils ne changent plus.',
    changes: 'Ce qui a changé depuis',
    unchanged: 'Rien n’a changé depuis.',
    was: 'Alors',
    is: 'Aujourd’hui',
    current: 'Voir le bilan d’aujourd’hui',
    problems: { label: 'Raccourcissez : 200 caractères au plus.' },
  },
  files: {
    xlsx: 'Tableur (XLSX)',
    pdf: 'PDF',
    print: 'Imprimer, avec les fiches actions',
    printHint: 'Imprimez cette page, ou enregistrez-la en PDF depuis votre navigateur.',
    noPdf:
      'Ce PDF ne peut pas être établi : un texte contient un signe que ses polices ne savent pas écrire, comme une émoticône, ou les PDF sont désactivés. Imprimez cette page depuis votre navigateur, ou prenez le document modifiable (ODT).',
    odt: 'Document modifiable (ODT)',
    /** Page 3 sur 12. */
    pageOf: 'sur',
    name: (year: number) => `bilan-${year}`,
    copyName: (year: number, day: string) => `bilan-${year}-copie-du-${day}`,
  },
  action: {
    pageTitle: (year: number) => `Fiche action ${year}`,
    link: (year: number) => `Fiche action ${year}`,
    all: 'Fiches actions',
    annexed: 'Fiches actions annexées',
    fileName: (year: number, id: number) => `fiche-action-${year}-${id}`,
    planned: 'Prévisionnel',
    plannedOn: (day: string) =>
      `Tel qu’il était à la publication de la première séance, le ${day}.`,
    plannedReported: 'Prévu d’après le bilan importé.',
    notFrozen: 'Aucune séance n’est encore publiée : le prévisionnel peut encore changer.',
    notFrozenImported: 'Action importée : son prévisionnel n’a pas été figé ici.',
    carriedOut: 'Réalisé',
    process: 'Processus',
    evaluation: 'Évaluation',
    analysis: 'Analyse',
    perspectives: 'Perspectives',
    comments: 'Ce que des personnes ont écrit',
    compare: 'Prévu et réalisé',
    comparedSessions: 'Séances',
    comparedMinutes: 'Heures de séances',
    comparedSeats: 'Places prévues, personnes présentes',
    asPlanned: 'Prévu',
    asCarriedOut: 'Réalisé',
    nothingPlanned: 'Rien de chiffré n’était prévu.',
    notWritten: 'Pas encore rédigé.',
    write: 'Rédiger l’analyse et les perspectives',
    atHand: 'Pour vous aider à rédiger',
    noDifference: 'Aucun écart avec le prévisionnel.',
    difference: (what: string, planned: string, done: string) =>
      `${what} : prévu ${planned}, réalisé ${done}.`,
    waiting: (n: number) => plural(n, 'demande restée sans place.', 'demandes restées sans place.'),
    noWaiting: 'Aucune demande restée sans place.',
    hints: {
      analysis:
        'Ce qui a marché, ce qui a manqué, ce qui explique les écarts. Pas de nom de personne.',
      perspectives: 'Ce que vous proposez pour la suite.',
    },
    save: 'Enregistrer',
    cancel: 'Ne rien changer',
    stale:
      'Quelqu’un d’autre a enregistré cette fiche pendant que vous l’écriviez. Rien n’est perdu : votre texte est dans le formulaire, et ce qui a été enregistré entre-temps est affiché ci-dessous. Reprenez ce qu’il faut, puis enregistrez.',
    staleTitle: 'Enregistré entre-temps',
    problems: {
      analysis: 'Raccourcissez l’analyse : 20 000 caractères au plus.',
      perspectives: 'Raccourcissez les perspectives : 20 000 caractères au plus.',
    },
    noted: 'Aussi noté dans le bilan importé',
    notes: { certificate: 'Attestations', note: 'Note' },
  },
};
