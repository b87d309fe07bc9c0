/** The organisers' side: sessions. */
const people = (n: number) => (n < 2 ? `${n} personne` : `${n} personnes`);

export const sessions = {
  title: 'Séances',
  create: 'Créer la séance',
  new: 'Créer une séance',
  save: 'Enregistrer',
  newTitle: 'Créer une séance',
  editTitle: 'Modifier la séance',
  ofAction: 'Action :',
  chooseAction: 'De quelle action fait-elle partie ?',
  chooseActionHint:
    'Une séance appartient à une action. Si elle ressemble à une séance passée, ouvrez plutôt celle-ci et choisissez « Créer une séance à partir de celle-ci » : il ne restera que la date à donner.',
  noActions: 'Créez d’abord une action : les séances s’y rattachent.',
  createAction: 'Créer une action',

  search: 'Chercher dans les titres',
  find: 'Chercher',
  found: (words: string) => `Séances trouvées pour « ${words} »`,
  leaveSearch: 'Quitter la recherche',
  which: 'Séances affichées',
  whose: 'De qui',
  views: { coming: 'À venir', drafts: 'Brouillons', undated: 'Sans date', past: 'Passées' },
  none: {
    coming: 'Aucune séance à venir.',
    drafts: 'Aucun brouillon.',
    undated: 'Aucune séance publiée n’attend sa date.',
    past: (year: string) => `Aucune séance passée en ${year}.`,
  },
  noneFound: 'Aucune séance ne correspond.',
  years: 'Années',
  mine: 'Celles de ma structure',
  all: 'Toutes',
  columns: { name: 'Séance', when: 'Date', where: 'Lieu', seats: 'Places', state: 'État' },
  participations: (count: number) =>
    count < 2 ? `${count} participation` : `${count} participations`,
  beneficiaries: (count: number) =>
    count < 2 ? `${count} bénéficiaire` : `${count} bénéficiaires`,
  attendanceToTake: 'présences à noter',
  seats: (taken: number, capacity: number | null) =>
    capacity === null ? String(taken) : `${taken} / ${capacity}`,
  waiting: (n: number) => `${n} en attente`,
  underMinimum: (minimum: number) => `sous le minimum (${minimum})`,
  states: { draft: 'Brouillon', published: 'Publiée', cancelled: 'Annulée' },

  done: {
    creee:
      'La séance est créée, en brouillon : le public ne la voit pas encore. Vérifiez-la, puis publiez-la.',
    copies: 'Les séances sont créées, en brouillon : le public ne les voit pas encore.',
    publiee: 'La séance est publiée : les inscriptions suivent les dates que vous avez choisies.',
    enregistree: 'C’est enregistré.',
    datee: 'C’est enregistré. Les personnes qui attendaient la date sont prévenues.',
    prevenus: 'C’est enregistré. Les messages partent, et les agendas sont mis à jour.',
    'non-tenue': 'C’est noté : la séance n’a pas eu lieu. Aucun message ne part.',
    annulee: 'La séance est annulée. Les messages partent, et les agendas sont mis à jour.',
    places: 'C’est fait. Les messages partent, et les agendas sont mis à jour.',
    publiees:
      'Les séances sont publiées : les inscriptions suivent les dates que vous avez choisies.',
    supprimee: 'Le brouillon est supprimé.',
    maintenue: 'La séance est maintenue. Elle ne vous sera plus signalée.',
  },

  together: {
    hint: 'Vérifiez ces séances, puis publiez-les ensemble, ou chacune depuis sa page.',
    publish: (n: number) => `Publier les ${n}`,
  },

  edit: 'Modifier',
  publish: 'Publier',
  copy: 'Créer une séance à partir de celle-ci',
  cancelSession: 'Annuler la séance',
  deleteDraft: 'Supprimer ce brouillon',
  publicPage: 'Voir la page publique',
  draftNotice: 'Brouillon : le public ne voit pas encore cette séance.',
  draftPast: 'Publiée, elle sera parmi les séances passées, et personne ne pourra s’inscrire.',
  draftUndated: 'Sans date, elle sera annoncée, mais personne ne pourra encore s’inscrire.',
  cancelledNotice: 'Cette séance est annulée.',
  reasonGiven: (reason: string) => `Raison donnée : ${reason}`,
  overNotice: (over: number) =>
    `${over === 1 ? 'Une place est prise' : `${over} places sont prises`} au-delà de la capacité. Personne n’a été retiré : choisissez qui reste.`,
  chooseWhoStays: 'Choisir qui reste',
  placesTaken: (taken: number, capacity: number | null) =>
    capacity === null
      ? `${taken < 2 ? `${taken} place prise` : `${taken} places prises`}, sans limite`
      : `${taken < 2 ? `${taken} place prise` : `${taken} places prises`} sur ${capacity}`,
  upTo: (max: number) => `${max} au plus, par l’organisation`,
  atLeast: (min: number) => `${min} au moins`,
  noAddress: 'pas encore de lieu',
  opensWhenPublished: 'Ouvertes dès la publication',
  closesAtStart: 'Closes au début de la séance',
  from: (when: string) => `Ouvertes à partir du ${when}`,
  until: (when: string) => `Closes le ${when}`,
  action: 'Action',
  asked: 'Demandé à l’inscription',
  asksNothing: 'Nom et adresse électronique seulement',
  asksNote: { optional: '(facultatif)', required: '(obligatoire)' },
  practicalFacts: 'En pratique',

  waitingTitle: 'Liste d’attente',
  offersRule:
    'Une fois complet, chacun attend dans l’ordre d’arrivée. Une place qui se libère est proposée pour 24 heures, ou pour le quart du temps qui reste s’il est plus court, et au moins une heure ; sans réponse, elle passe à la suite. À partir de 3 heures avant le début, plus rien n’est proposé : vous complétez par téléphone.',

  whenTitle: 'Quand',
  whereTitle: 'Où',
  placesTitle: 'Combien',
  audienceTitle: 'Qui peut s’inscrire',
  openingTitle: 'Inscriptions et diffusion',
  asksTitle: 'Ce que l’inscription demande, en plus du nom et de l’adresse électronique',
  name: 'Titre de la séance',
  summary: 'Présentation',
  slot: (n: number) => `Créneau ${n}`,
  slotDate: 'Jour',
  slotFrom: 'De',
  slotTo: 'À',
  addSlot: 'Ajouter un créneau',
  speaker: (n: number) => `Intervenant·e ${n}`,
  speakerRole: 'Fonction',
  speakerName: 'Nom',
  addSpeaker: 'Ajouter un·e intervenant·e',
  modeUndecided: 'Pas encore décidé',
  notHybrid: 'Non',
  unsaid: 'Ne pas le dire',
  dateStates: {
    set: 'La date est fixée',
    to_be_determined: 'La date est à déterminer',
    unrecorded: 'La date n’a pas été notée',
  },
  asking: { '': 'Non', optional: 'Facultatif', required: 'Obligatoire' },
  visibilities: { public: 'Publique', unlisted: 'Non listée', invitation: 'Sur invitation' },
  visibilityHints: {
    public: 'Dans le programme, ouverte à qui remplit les conditions.',
    unlisted: 'Absente du programme : seules les personnes qui ont l’adresse s’inscrivent.',
    invitation:
      'Absente du programme ; on s’inscrit par le lien des invitations que vous envoyez, ou vous inscrivez les personnes vous-même.',
  },
  fields: {
    title: 'Titre de la séance',
    summary: 'Présentation',
    dateState: 'Date',
    slots: 'Créneaux',
    speakers: 'Avec',
    mode: 'En salle ou par vidéo',
    linkedSessionId: 'Séance hybride : l’autre moitié',
    venueName: 'Lieu',
    venueAddress: 'Adresse du lieu',
    venueTown: 'Commune',
    venueAccess: 'Comment entrer',
    videoUrl: 'Lien de la visioconférence',
    capacity: 'Places',
    maxCapacity: 'Maximum',
    minSeats: 'Minimum',
    seatsPerRegistration: 'Places par inscription',
    seatsPerOrganisation: 'Places par structure',
    offerHours: 'Heures pour répondre à une place proposée',
    acceptsColleagues: 'Une personne peut inscrire ses collègues',
    acceptsGroups: 'Inscription d’un groupe par effectif (une classe, un centre)',
    checksEligibility: 'Vérifier les conditions avant de confirmer la place',
    eligibility: 'Conditions pour s’inscrire',
    phone: 'Téléphone',
    profession: 'Fonction',
    organisation: 'Structure',
    town: 'Commune de la personne',
    note: 'Attentes, questions',
    free: 'Gratuit',
    babies: 'Bébés bienvenus',
    wheelchair: 'Accès en fauteuil',
    signLanguage: 'Langue des signes',
    price: 'Prix',
    parking: 'Stationnement',
    bus: 'Bus',
    interpreter: 'Interprète',
    bring: 'À apporter',
    contactName: 'Qui répond aux questions',
    contactPhone: 'Son téléphone',
    contactEmail: 'Son adresse électronique',
    registrationOpensAt: 'Ouverture des inscriptions',
    registrationClosesAt: 'Clôture des inscriptions',
    visibility: 'Qui voit la séance',
    occurrences: 'Nombre de rencontres',
  },
  hints: {
    title: (action: string) => `Laissez vide pour prendre celui de l’action : « ${action} ».`,
    summary: 'Ce que le public lit. Laissez vide pour prendre la présentation de l’action.',
    slots:
      'Un créneau est une demi-journée : la présence est notée pour chacun. Une formation de deux jours avec pause déjeuner en compte quatre. Une ligne vidée est enlevée.',
    venue: 'Choisissez dans l’annuaire, ou saisissez un nouveau lieu.',
    access: 'Interphone, étage… L’adresse d’un lieu déjà connu est reprise de l’annuaire.',
    video: 'Envoyé aux personnes confirmées, et à elles seules.',
    hybrid:
      'La même séance, l’une en salle et l’autre par vidéo : chacune a ses places, et l’on peut passer de l’une à l’autre.',
    capacity: 'Ce que le public peut prendre. Laissez vide pour une séance ouverte à tous.',
    maxCapacity:
      'Vous seul·e pouvez aller jusque-là, en donnant une raison. Vide : le même nombre.',
    minSeats: 'En dessous, la séance vous est signalée quand la date approche.',
    seatsPerRegistration: '2 pour des couples : une inscription prend alors une ou deux places.',
    seatsPerOrganisation: 'Pour qu’une seule structure ne prenne pas toutes les places.',
    offerHours:
      '24 au plus, et c’est la règle si vous laissez vide. Moins près de la séance : jamais plus du quart du temps qui reste, jamais moins d’une heure.',
    eligibility: 'Par exemple : assistantes maternelles agréées d’Alès Agglomération.',
    checksEligibility: 'La place est gardée pendant que vous vérifiez.',
    acceptsColleagues: 'Elle dit s’ils veulent venir ensemble ou séparément.',
    acceptsGroups: 'Un nombre d’enfants et d’adultes, sans les noms.',
    asks: 'Demandez le moins possible.',
    speakers: 'La fonction suffit : « pédopsychiatre ». Une ligne vidée est enlevée.',
    practical:
      'Ce que l’on cherche avant de venir. Rien n’est affiché tant que vous ne le dites pas.',
    registrationOpensAt: 'Vide : dès la publication.',
    registrationClosesAt: 'Vide : au début de la séance.',
  },
  problems: {
    instant: 'Saisissez une date et une heure, ou laissez vide.',
    slotDate: 'Choisissez le jour de ce créneau.',
    slotTime: 'Saisissez une heure, par exemple 09:00.',
    slotOrder: 'L’heure de fin doit suivre l’heure de début.',
    attended: (when: string) =>
      `Des présences sont notées ici (${when}) : ce créneau ne peut pas être enlevé. Remettez son jour et ses heures.`,
    year: 'Vérifiez l’année : de 2000 à 2100.',
    skipped: 'Cette heure n’existe pas ce jour-là : on passe à l’heure d’été.',
    tooLong:
      'Une séance tient en deux mois. Pour un cycle plus long, créez plusieurs séances : « Créer une séance à partir de celle-ci ».',
    knownVenue:
      'Ce lieu est déjà dans l’annuaire avec une autre indication. Gardez celle de l’annuaire, ou donnez un autre nom au lieu.',
    other: 'Vérifiez ce champ.',
    fields: {
      form: 'Vérifiez le formulaire.',
      title: 'Raccourcissez le titre : 300 caractères au plus.',
      summary: 'Raccourcissez la présentation : 5 000 caractères au plus.',
      dateState: 'Dites si la date est fixée.',
      slotDate: 'Indiquez 20 créneaux au plus.',
      mode: 'Choisissez en salle ou par vidéo.',
      linkedSessionId: 'Choisissez une séance de la liste.',
      venueName: 'Donnez un nom au lieu, de 200 caractères au plus.',
      venueAddress: 'Raccourcissez l’adresse : 300 caractères au plus.',
      venueTown: 'Raccourcissez la commune : 100 caractères au plus.',
      venueAccess: 'Raccourcissez ce texte : 1 000 caractères au plus.',
      videoUrl: 'Copiez l’adresse entière, qui commence par https://',
      capacity: 'Saisissez un nombre de places, ou laissez vide.',
      maxCapacity: 'Saisissez un nombre de places, ou laissez vide.',
      minSeats: 'Saisissez un nombre d’au moins 1, ou laissez vide.',
      seatsPerRegistration: 'Saisissez un nombre d’au moins 1.',
      seatsPerOrganisation: 'Saisissez un nombre d’au moins 1, ou laissez vide.',
      offerHours: 'Saisissez un nombre d’heures de 1 à 24, ou laissez vide.',
      eligibility: 'Raccourcissez les conditions : 1 000 caractères au plus.',
      phone: 'Choisissez une réponse.',
      profession: 'Choisissez une réponse.',
      organisation: 'Choisissez une réponse.',
      town: 'Choisissez une réponse.',
      note: 'Choisissez une réponse.',
      speakers: 'Indiquez 30 intervenant·es au plus.',
      speakerRole: 'Indiquez la fonction : 200 caractères au plus, et 100 pour le nom.',
      price: 'Raccourcissez le prix : 100 caractères au plus.',
      parking: 'Raccourcissez ce texte : 300 caractères au plus.',
      bus: 'Raccourcissez ce texte : 300 caractères au plus.',
      interpreter: 'Raccourcissez ce texte : 300 caractères au plus.',
      bring: 'Raccourcissez ce texte : 500 caractères au plus.',
      contactName: 'Raccourcissez le nom : 100 caractères au plus.',
      contactPhone: 'Raccourcissez le numéro : 40 caractères au plus.',
      contactEmail: 'Saisissez une adresse électronique, comme nom@exemple.fr.',
      registrationOpensAt: 'Saisissez une date et une heure, ou laissez vide.',
      registrationClosesAt: 'Saisissez une date et une heure, ou laissez vide.',
      visibility: 'Choisissez qui voit la séance.',
      occurrences: 'Le nombre de rencontres n’est pas lisible.',
    },
  },
  /** Why a session is not as it should be, or can't be changed. */
  refusals: {
    no_slots: 'Donnez au moins un créneau, ou dites que la date est à déterminer.',
    slots_without_date: 'Dites que la date est fixée, ou videz les créneaux.',
    slot_ends_before_start: 'L’heure de fin doit suivre l’heure de début.',
    slots_overlap: 'Ce créneau commence avant la fin du précédent.',
    max_without_capacity: 'Donnez le nombre de places, ou videz le maximum.',
    max_below_capacity: 'Le maximum ne peut pas être plus petit que le nombre de places.',
    min_above_capacity: 'Le minimum ne peut pas dépasser le maximum.',
    party_above_capacity:
      'Une inscription ne peut pas prendre plus de places que la séance n’en a.',
    closes_before_opening: 'La clôture doit suivre l’ouverture.',
    slot_attended: 'Des présences sont notées à un créneau que vous enlevez.',
    linked_already: 'Cette séance a déjà son autre moitié. Détachez-les d’abord.',
    linked_same_mode:
      'Une moitié est en salle, l’autre par vidéo : choisissez une séance de l’autre sorte.',
    linked_elsewhere: 'Choisissez une séance de la même action.',
    unknown_action: 'Cette action n’existe plus.',
    unknown: 'Cette séance n’existe plus.',
    cancelled: 'Cette séance est annulée : elle ne peut plus être modifiée.',
    already_published: 'Cette séance est déjà publiée.',
    already_cancelled: 'Cette séance est déjà annulée.',
    only_a_draft:
      'Cette séance est un brouillon : le public ne l’a jamais vue. Supprimez-la au lieu de l’annuler.',
    over: 'Cette séance est passée : elle ne peut plus être annulée. Si elle n’a pas eu lieu, dites-le depuis sa page.',
    not_over:
      'Cette séance n’est pas finie : elle s’annule, et les personnes inscrites sont prévenues.',
    someone_came:
      'Des personnes sont notées présentes à cette séance : elle a eu lieu. Si c’est une erreur, corrigez d’abord les présences.',
    not_a_draft: 'Cette séance a été publiée : elle ne se supprime plus, elle s’annule.',
    in_use:
      'Ce brouillon ne peut pas être supprimé : une présence, un questionnaire, un message, une invitation ou une publication remise y est attaché. Enlevez-les d’abord.',
    stale:
      'Quelqu’un d’autre a enregistré cette séance pendant que vous l’écriviez. Rien n’est perdu : votre saisie est dans le formulaire, et ce qui a été enregistré entre-temps est affiché ci-dessous. Reprenez ce qu’il faut, puis enregistrez.',
    changed_meanwhile:
      'Quelqu’un d’autre a modifié cette séance pendant ce temps. Voici ce qui est enregistré maintenant : vérifiez, puis recommencez.',
  },

  review: {
    title: 'Avant d’enregistrer',
    pastTitle: 'Cette date est passée.',
    past: 'Vérifiez l’année. Si la séance a bien eu lieu, enregistrez-la : elle sera parmi les séances passées.',
    clashesTitle: 'En même temps',
    clashVenue: (venue: string) => `le même lieu : ${venue}`,
    clashSpeakers: (names: string) => `avec ${names}`,
    toldTitle: 'Les personnes inscrites',
    told: (n: number) =>
      n === 1
        ? 'Une personne sera prévenue par courriel.'
        : `${n} personnes seront prévenues par courriel.`,
    calendars: (n: number) =>
      n === 1
        ? 'Son agenda sera mis à jour.'
        : `L’agenda de ${people(n)} sera mis à jour, sans rien à faire de leur côté.`,
    waitlisted: (n: number) =>
      n === 1
        ? 'Une personne de la liste d’attente est comprise.'
        : `${n} personnes de la liste d’attente sont comprises.`,
    unreachable: (n: number) =>
      n === 1
        ? 'Une personne n’a pas donné d’adresse électronique : il faudra l’appeler.'
        : `${people(n)} n’ont pas donné d’adresse électronique : il faudra les appeler.`,
    watchersTitle: 'Les personnes qui attendent la date',
    watchers: (n: number) =>
      n === 1
        ? 'Une personne a demandé à connaître la date : elle la recevra par courriel.'
        : `${n} personnes ont demandé à connaître la date : elles la recevront par courriel.`,
    overTitle: 'Plus de places prises que la capacité',
    over: (n: number, capacity: number) =>
      `${n === 1 ? 'Une place prise dépasse' : `${n} places prises dépassent`} la nouvelle capacité (${capacity}). Personne n’est retiré : vous choisirez ensuite qui reste.`,
    changesTitle: 'Ce qui change pour elles',
    reason: 'Raison du changement',
    reasonHint: 'Elle est écrite dans le message. Par exemple : la salle n’est pas disponible.',
    saveAnyway: 'Enregistrer quand même',
    saveAndTell: (n: number) => `Enregistrer et prévenir ${people(n)}`,
    back: 'Revenir au formulaire',
  },

  today: {
    needs: 'Ce qui vous attend',
    quiet: 'Rien ne vous attend.',
    underMinimum: (taken: number, minimum: number) =>
      `${taken === 0 ? 'Aucune place prise' : taken === 1 ? 'Une place prise' : `${taken} places prises`}, pour un minimum de ${minimum} : la maintenir ?`,
    keep: 'Maintenir la séance',
    offers: 'Places proposées qui vont passer à la personne suivante',
    offersCount: (n: number, until: string) =>
      n === 1
        ? `une place proposée jusqu’à ${until}`
        : `${n} propositions, la première jusqu’à ${until}`,
    toCheck: 'Conditions à vérifier',
    toCheckCount: (n: number) => `${people(n)} à vérifier`,
    mailsWait: (n: number, since: string) =>
      `${n === 1 ? 'Un courriel attend' : `${n} courriels attendent`} depuis plus de 10 minutes (depuis : ${since}).`,
    mailsWaitHint:
      'Tant que cela dure, les personnes ne sont prévenues de rien : si une séance est proche, prenez sa liste des téléphones.',
    seeMails: 'Voir ces courriels',
    aboutNoSession: 'Sans séance (comptes, attestations)',
    failedMails: 'Courriels non remis',
    failedMailsCount: (n: number) =>
      n === 1 ? 'un courriel non remis' : `${n} courriels non remis`,
    attendanceCount: (n: number) => (n === 1 ? 'une place prise' : `${n} places prises`),
    openSurveys: 'Réponses sur papier à saisir',
    openSurveysHint: 'le questionnaire est encore ouvert',
    undated: 'Dates attendues',
    undatedCount: (n: number) =>
      n === 1 ? 'une personne attend la date' : `${people(n)} attendent la date`,
  },

  cancellation: {
    title: 'Annuler cette séance',
    told: (n: number) =>
      n === 0
        ? 'Personne à prévenir par courriel : aucun message ne partira.'
        : n === 1
          ? 'Une personne sera prévenue par courriel, et la séance disparaîtra de son agenda.'
          : `${n} personnes seront prévenues par courriel, et la séance disparaîtra de leur agenda.`,
    watchers: (n: number) =>
      n === 1
        ? 'Une personne qui attend la date sera prévenue par courriel.'
        : `${n} personnes qui attendent la date seront prévenues par courriel.`,
    final:
      'Une séance annulée ne peut pas être rétablie. Sa page reste en ligne et dit qu’elle est annulée.',
    reason: 'Raison de l’annulation',
    reasonHint: 'Elle est écrite dans le message et sur la page de la séance.',
    confirm: (n: number) =>
      n === 0 ? 'Annuler la séance' : `Annuler la séance et prévenir ${people(n)}`,
    keep: 'Ne pas annuler',
    reasonTooLong: 'Raccourcissez la raison : 500 caractères au plus.',
  },

  notHeld: {
    say: 'La séance n’a pas eu lieu',
    title: 'Cette séance n’a pas eu lieu',
    notice: 'Cette séance n’a pas eu lieu.',
    untold: 'La date est passée : aucun message ne partira.',
    final:
      'La séance et ses inscriptions sont notées annulées, et elle compte comme telle au bilan. Cela ne peut pas être défait.',
    reason: 'Raison',
    reasonHint: 'Elle est écrite sur la page de la séance.',
    confirm: 'Noter qu’elle n’a pas eu lieu',
    keep: 'Revenir à la séance',
  },

  history: {
    title: 'Historique',
    intro: 'Ce qui a été fait de cette séance. Ce qui concerne une personne est sur sa page.',
    none: 'Rien n’est noté.',
    told: 'les personnes inscrites sont prévenues',
    toldPeople: (n: number) => `courriel à ${people(n)}`,
    marks: (n: number) => `${n} au total`,
    back: 'Revenir à la séance',
    events: {
      session_created: 'Créée',
      session_published: 'Publiée',
      session_changed: 'Modifiée',
      session_kept: 'Maintenue sous son minimum',
      session_not_held: 'N’a pas eu lieu',
      session_cancelled: 'Annulée',
      note_scheduled: 'Message aux personnes inscrites',
      note_stopped: 'Message arrêté',
      invitation_sent: 'Invitation aux partenaires',
      invitation_stopped: 'Invitation arrêtée',
      attendance_marked: 'Présences notées',
      walk_in_corrected: 'Personne sans inscription corrigée',
      walk_in_removed: 'Personne sans inscription retirée',
      headcount_recorded: 'Comptage',
      sheet_kept: 'Feuille signée rangée',
      sheet_scanned: 'Feuille signée déposée',
      sheet_scan_removed: 'Feuille signée retirée',
      check_in_opened: 'Code d’arrivée affiché',
      check_in_closed: 'Code d’arrivée fermé',
      certificates_issued: 'Attestations établies',
      certificate_mailed: 'Attestation envoyée',
      certificate_revoked: 'Attestation retirée',
      certificate_revocation_told: 'Attestation annulée : personne prévenue',
      survey_opened: 'Questionnaire ouvert',
      survey_closed: 'Questionnaire clos',
      survey_discarded: 'Questionnaire enlevé',
      survey_links_sent: 'Questionnaire envoyé',
      survey_imported: 'Réponses importées',
      speaker_link_made: 'Lien de l’intervenant·e créé',
      speaker_link_ended: 'Lien de l’intervenant·e fermé',
    } as Record<string, string>,
  },

  deletion: {
    title: 'Supprimer ce brouillon',
    unseen: 'Le public n’a jamais vu cette séance : personne ne sera prévenu.',
    final:
      'La séance, ses créneaux et son code disparaissent, pour de bon. L’action et ses autres séances restent.',
    confirm: 'Supprimer ce brouillon',
    keep: 'Le garder',
  },

  papers: {
    title: 'À imprimer',
    questionnaire: (moment: string) => `Questionnaire papier (${moment.toLowerCase()})`,
    openQuestionnaire: 'Ouvrir un questionnaire',
  },
  copying: {
    title: 'Créer une séance à partir de celle-ci',
    intro:
      'Tout est repris, sauf la date et les personnes. La nouvelle séance est un brouillon, que vous pouvez encore modifier avant de la publier.',
    date: 'Nouvelle date',
    dateOfFirst: 'Nouvelle date du premier jour',
    further: (n: number) =>
      n === 1
        ? 'L’autre créneau garde son écart et ses heures.'
        : `Les ${n} autres créneaux gardent leur écart et leurs heures.`,
    from: 'De',
    to: 'À',
    undated: 'La date n’est pas encore fixée',
    every: 'Répéter',
    rhythms: {
      once: 'Une seule fois',
      week: 'Chaque semaine, le même jour',
      fortnight: 'Toutes les deux semaines, le même jour',
      month: 'Chaque mois, le même jour de la semaine',
    },
    rhythmHints: {
      month: 'Par exemple le deuxième jeudi ; le cinquième est compté comme le dernier.',
    },
    times: 'Nombre de séances, si elle se répète',
    timesHint: 'Par exemple 7 pour un cycle de sept.',
    see: 'Continuer',
    previewTitle: (n: number) => (n === 1 ? 'Une séance sera créée' : `${n} séances seront créées`),
    previewText: 'Chacune aura sa page et ses inscriptions.',
    confirm: (n: number) => (n === 1 ? 'Créer la séance' : `Créer les ${n} séances`),
    back: 'Changer les dates',
    problems: {
      date: 'Choisissez une date.',
      time: 'Saisissez une heure, par exemple 09:00.',
      order: 'L’heure de fin doit suivre l’heure de début.',
      overlap: 'Ces heures se superposent au créneau suivant.',
      times: 'Saisissez un nombre de 1 à 12.',
      every: 'Choisissez une répétition.',
    },
  },
};
