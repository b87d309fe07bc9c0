const people = (n: number) => (n === 1 ? '1 personne' : `${n} personnes`);
const places = (n: number) => (n === 1 ? '1 place' : `${n} places`);

export const registration = {
  form: {
    intro: 'Sauf mention « facultatif », toutes les réponses sont nécessaires.',
    firstName: 'Prénom',
    lastName: 'Nom',
    email: 'Adresse électronique',
    emailHint:
      'La confirmation, l’invitation pour votre agenda et le lien pour annuler y sont envoyés.',
    phone: 'Téléphone',
    phoneHint: 'Pour vous prévenir au dernier moment.',
    profession: 'Profession ou fonction',
    professionHint: 'Choisissez dans la liste, ou écrivez la vôtre.',
    organisation: 'Structure',
    organisationHint:
      'L’endroit où vous travaillez ou êtes bénévole. Choisissez dans la liste, ou écrivez.',
    town: 'Commune',
    note: 'Un mot pour l’intervenant·e',
    noteHint:
      'Ce que vous aimeriez aborder. N’écrivez rien sur la santé, la vôtre ou celle d’autrui.',
    seats: 'Nombre de places',
    seatsHint: (most: number) => `Vous compris. ${most} au plus : un couple prend 2 places.`,
    companions: 'Qui vous accompagne',
    companionsHint: 'Prénom et nom, un par ligne. N’écrivez rien sur la santé.',
    eligibilityTitle: 'À qui la séance est réservée',
    checksEligibility:
      'Votre place vous est gardée pendant que nous vérifions. Vous recevez la réponse par courriel.',
    waitingTitle: 'Vous vous inscrivez sur la liste d’attente',
    waitingText:
      'Toutes les places sont prises. Quand une place se libère, elle est proposée par courriel à la première personne inscrite pour laquelle il y a assez de places. Vous avez alors quelques heures pour l’accepter ; sinon elle passe à la personne suivante.',
    organisationShare: (n: number) =>
      n === 1
        ? 'Une seule place par structure.'
        : `${n} places au plus par structure : au-delà, vous passez sur la liste d’attente.`,
    groupTitle: 'Vous venez avec un groupe',
    groupText:
      'Une classe, un centre de loisirs, une crèche : donnez le nombre de personnes, sans les noms.',
    groupLabel: 'Nom du groupe',
    groupLabelHint: 'Par exemple : grande section, école des Cévennes.',
    children: 'Enfants',
    adults: 'Adultes',
    withColleagues: 'Inscrire aussi des collègues',
    moreColleagues: 'Inscrire plus de collègues',
    colleaguesTitle: 'Vos collègues',
    colleaguesText:
      'Chaque collègue reçoit sa propre confirmation et son propre lien. Laissez vides les lignes en trop. Prévenez-les : c’est vous qui nous donnez leur nom et leur adresse.',
    colleague: (n: number) => `Collègue ${n}`,
    together: 'S’il n’y a pas assez de places pour tout le monde',
    togetherNo: 'Inscrire autant de collègues que possible',
    togetherNoHint: 'Les autres passent sur la liste d’attente.',
    togetherYes: 'Nous venons ensemble, ou pas du tout',
    togetherYesHint: 'Tout le groupe attend qu’il y ait assez de places. Vous répondez pour tous.',
    privacyTitle: 'Vos données',
    privacyText: (carriers: string, several: boolean) =>
      `${carriers} ${several ? 'utilisent' : 'utilise'} ces réponses pour organiser cette séance : vous inscrire, vous prévenir, savoir qui est venu. L’inscription repose sur votre accord, que vous pouvez retirer à tout moment en l’annulant. Vos réponses ne sont ni vendues ni utilisées pour autre chose ; écrivez-nous pour faire effacer votre nom, seuls les nombres resteront.`,
    privacyLink: 'Durées, droits et personne à qui écrire',
    consent: 'J’accepte que mes réponses soient utilisées pour organiser cette séance',
    trap: 'Ne remplissez pas ce champ',
    submit: 'Confirmer l’inscription',
    submitWaiting: 'M’inscrire sur la liste d’attente',
  },

  required: {
    firstName: 'Écrivez votre prénom',
    lastName: 'Écrivez votre nom',
    email: 'Écrivez votre adresse électronique',
    phone: 'Écrivez votre numéro de téléphone',
    profession: 'Écrivez votre profession ou votre fonction',
    organisation: 'Écrivez le nom de votre structure',
    town: 'Écrivez votre commune',
    note: 'Écrivez un mot pour l’intervenant·e',
    groupLabel: 'Écrivez le nom du groupe',
    children: 'Écrivez le nombre d’enfants ou d’adultes',
    adults: 'Écrivez le nombre d’adultes',
    colleagueFirstName: 'Écrivez le prénom',
    colleagueLastName: 'Écrivez le nom',
    colleagueEmail: 'Écrivez l’adresse électronique',
    other: 'Répondez à cette question',
  },
  ofColleague: (error: string, n: number) => `${error} (collègue ${n})`,
  invalid: {
    email: 'Écrivez une adresse électronique complète, comme nom@exemple.fr',
    tooLong: 'Raccourcissez cette réponse',
    notANumber: 'Écrivez un nombre, en chiffres',
    tooManySeats: (most: number) => `${places(most)} au plus par inscription`,
    tooManyInGroup: 'Ce nombre est trop grand : appelez-nous',
    tooManyCompanions: 'Il y a plus de noms que de places demandées',
    companionsNeeded: 'Écrivez le nom de la personne qui vous accompagne',
    consent:
      'Cochez la case pour vous inscrire : sans votre accord, nous ne pouvons rien enregistrer',
    leaveEmpty:
      'Rien n’est perdu, mais un champ caché, qui piège les robots, était rempli : votre navigateur l’a sans doute complété. Nous l’avons vidé ; confirmez de nouveau.',
    sameAddressTwice:
      'Chaque personne a besoin de sa propre adresse : celle-ci est déjà donnée plus haut',
  },
  refused: {
    notYet: 'Les inscriptions ne sont pas encore ouvertes. Rien n’a été enregistré.',
    closed:
      'Les inscriptions sont closes. Rien n’a été enregistré ; appelez-nous s’il vous faut une place.',
    past: 'Cette séance est passée. Rien n’a été enregistré.',
    cancelled: 'Cette séance vient d’être annulée. Rien n’a été enregistré.',
    undated: 'La date n’est pas encore fixée : les inscriptions ouvriront quand elle le sera.',
    byInvitation: 'Cette séance est sur invitation : appelez-nous pour vous inscrire.',
    largerThanSession: 'Vous êtes plus nombreux que la séance n’a de places : appelez-nous.',
    largerThanShare: (most: number) =>
      `Cette séance accepte ${people(most)} au plus par structure : inscrivez-en moins, ou appelez-nous.`,
    alreadyRegistered: 'Un message a été envoyé à cette adresse.',
    busy: 'Beaucoup de monde s’inscrit en ce moment. Rien n’a été enregistré : confirmez de nouveau.',
  },

  neutral: {
    title: 'Un message a été envoyé à cette adresse',
    text: 'Ouvrez votre boîte de réception : le message vous mène à votre inscription.',
    nothing:
      'S’il n’arrive pas dans les dix minutes, regardez dans les courriers indésirables, puis vérifiez l’adresse.',
    back: 'Voir le programme',
  },
  lost: {
    title: 'J’ai perdu mon lien',
    text: 'Écrivez l’adresse avec laquelle vous vous êtes inscrit·e. Nous y envoyons le lien de chacune de vos inscriptions à venir.',
    submit: 'Recevoir mes liens',
    sentTitle: 'Regardez votre boîte de réception',
    sentText:
      'Si cette adresse a des inscriptions à venir, un message y part maintenant, avec un lien pour chacune.',
  },

  own: {
    title: 'Mon inscription',
    of: 'Inscription de',
    when: 'Quand',
    where: 'Où',
    undated: 'Date à déterminer',
    videoLink: 'Lien de la visioconférence',
    videoHint: 'Ce lien est pour vous : ne le partagez pas.',
    seats: 'Places',
    group: (label: string, children: number, adults: number) =>
      `${label} : ${children} enfant${children > 1 ? 's' : ''}, ${adults} adulte${adults > 1 ? 's' : ''}`,
    withCompanions: (names: string) => `avec ${names}`,
    seeSession: 'Page de la séance',
    addToCalendar: 'Ajouter à mon agenda',
    ticketTitle: 'À l’entrée',
    ticketText:
      'Montrez ce code : votre présence est notée d’un geste. Une photo de cet écran marche aussi sans réseau. Il est à vous : ne le partagez pas. Sans lui, votre nom suffit.',
    ticketCode: 'QR code de mon inscription',
    registerAgain: 'S’inscrire de nouveau',
    otherDates: 'Voir le programme',
    keepPage:
      'Gardez cette page, ou le lien qui vous est envoyé par courriel : il permet de tout changer.',

    confirmedTitle: 'Votre inscription est confirmée',
    confirmedText: 'Une place vous attend.',
    confirmedTexts: (n: number) => `${places(n)} vous attendent.`,
    pendingTitle: 'Votre place est gardée',
    pendingText:
      'Nous vérifions que la séance vous est bien destinée. Vous recevez la réponse par courriel ; rien à faire d’ici là.',
    waitlistedTitle: 'Vous êtes sur la liste d’attente',
    rank: (n: number) =>
      n === 1 ? 'Vous êtes en tête de la liste.' : `Vous êtes à la ${n}e place de la liste.`,
    rule: 'La liste suit l’ordre d’arrivée. Quand des places se libèrent, elles sont proposées par courriel aux premiers pour qui il y en a assez. Une proposition tient au plus 24 heures, moins à l’approche de la séance.',
    tooBig: (seats: number, free: number) =>
      free === 0
        ? `Vous demandez ${places(seats)} à la fois. S’il s’en libère moins, elles sont proposées à la personne suivante ; vous gardez votre rang.`
        : `Vous demandez ${places(seats)} et il n’en reste que ${free} : vous gardez votre rang jusqu’à ce qu’il y en ait assez.`,
    shareFull:
      'Il reste des places, mais celles de votre structure sont toutes prises : vous gardez votre rang.',
    offersOver:
      'À moins de trois heures du début, plus aucune place n’est proposée par courriel. Si une place se libère, l’équipe appelle les personnes de la liste.',
    offeredTitle: (n: number) =>
      n === 1 ? 'Une place se libère pour vous' : `${n} places se libèrent pour vous`,
    offeredUntil: (when: string) => `Elle vous est gardée jusqu’au ${when}.`,
    offeredUntilMany: (when: string) => `Elles vous sont gardées jusqu’au ${when}.`,
    offeredPasses:
      'Sans réponse d’ici là, la proposition passe à la personne suivante et votre inscription prend fin.',
    offeredForAll: (names: string) => `Votre réponse vaut aussi pour ${names}.`,
    offeredOther: 'La personne qui vous a inscrit·e répond pour tout le groupe.',
    accept: 'Je viens : prendre la place',
    acceptMany: (n: number) => `Je viens : prendre les ${n} places`,
    decline: 'Je ne viens pas',
    lapsedTitle: 'La proposition a expiré',
    lapsedText:
      'La place est proposée à la personne suivante. Vous pouvez vous inscrire de nouveau : vous serez en fin de liste.',
    cancelledTitle: 'Votre inscription est annulée',
    ended: {
      person: 'Vous l’avez annulée. La place est rendue et les rappels sont arrêtés.',
      organiser:
        'L’équipe l’a annulée. Le message que vous avez reçu dit pourquoi ; appelez-nous en cas de doute.',
      offerLapsed: 'La place proposée n’a pas été acceptée à temps.',
      offerDeclined: 'Vous avez laissé la place proposée à la personne suivante.',
      notEligible:
        'La séance est réservée à d’autres personnes. Le message que vous avez reçu dit pourquoi.',
      sessionCancelled: 'La séance est annulée.',
      calendar: 'Vous avez refusé l’invitation dans votre agenda. La place est rendue.',
    },
    sessionCancelledTitle: 'Cette séance est annulée',
    sessionCancelledText: 'Vous n’avez rien à faire. Nous sommes désolés de ce contretemps.',
    sessionCancelledReason: (reason: string) => `Raison : ${reason}`,
    pastTitle: 'Cette séance est passée',
    pastText: 'Merci d’être venu·e, si vous y étiez.',
    pastWaiting: 'Aucune place ne s’est libérée à temps.',

    mailSent: (email: string) => `Les messages vont à ${email}.`,
    mailOnItsWay: (email: string) =>
      `Un message part vers ${email} ; il arrive en général en une minute.`,
    mailDelayed: (email: string) =>
      `Le message vers ${email} n’a pas encore pu partir ; nous essayons de nouveau. Votre inscription est bien enregistrée.`,
    mailFailed: (email: string) =>
      `Le message vers ${email} n’a pas pu être remis. Votre inscription est bien enregistrée : gardez cette page dans vos favoris, et vérifiez l’adresse.`,
    noMail: 'Aucune adresse électronique n’est enregistrée : gardez cette page.',

    colleaguesTitle: 'Vos collègues',
    colleaguesText: 'Chaque collègue a reçu son propre lien pour annuler ou changer.',
    states: {
      pending: 'place gardée, en vérification',
      confirmed: 'place confirmée',
      waitlisted: 'liste d’attente',
      offered: 'place proposée',
      cancelled: 'inscription annulée',
    },

    changesTitle: 'Un changement ?',
    cancel: 'Annuler mon inscription',
    handOver: 'Donner ma place à un·e collègue',
    move: 'Changer de date',
    correctAddress: 'Corriger mon adresse électronique',
    back: 'Revenir à mon inscription',
  },
  done: {
    annulation: 'C’est fait : votre inscription est annulée.',
    acceptee: 'C’est fait : vous venez.',
    refusee: 'C’est fait : la place est rendue.',
    changement:
      'C’est fait : vous avez changé de date. L’invitation de votre agenda suit par courriel.',
    adresse:
      'C’est fait : votre adresse est corrigée. Voici votre nouveau lien ; l’ancien ne marche plus.',
    donnees: 'C’est fait : vos données sont corrigées.',
  },
  cancelPage: {
    title: 'Annuler mon inscription',
    what: 'Voici ce qui va se passer :',
    seat: (n: number) =>
      n === 1
        ? 'votre place est rendue tout de suite, et proposée à la première personne qui attend ;'
        : `vos ${n} places sont rendues tout de suite, et proposées aux premières personnes qui attendent ;`,
    rank: 'vous quittez la liste d’attente et perdez votre rang ;',
    calendar: 'l’événement disparaît de votre agenda ;',
    reminders: 'vous ne recevez plus de rappel.',
    colleagues: 'Vos collègues gardent leur inscription.',
    submit: 'Oui, annuler',
    keep: 'Non, garder mon inscription',
    past: 'La séance est passée : il n’y a plus rien à annuler.',
  },
  offerRefused: {
    lapsed: 'Trop tard : la proposition a expiré et la place est passée à la personne suivante.',
    none: 'Aucune place ne vous est proposée en ce moment.',
    notYours: 'La personne qui vous a inscrit·e répond pour tout le groupe.',
    choose: 'Choisissez : je viens, ou je ne viens pas.',
  },
  handOverPage: {
    title: 'Donner ma place',
    text: 'La personne que vous nommez prend votre place sans qu’elle soit remise en jeu. Votre lien cesse de marcher ; elle reçoit le sien.',
    checked:
      'Comme la séance est réservée à certaines personnes, nous vérifions aussi son inscription.',
    firstName: 'Son prénom',
    lastName: 'Son nom',
    email: 'Son adresse électronique',
    profession: 'Sa profession ou fonction',
    tell: 'Prévenez cette personne : c’est vous qui nous donnez son nom et son adresse.',
    submit: 'Donner ma place',
    doneTitle: 'Votre place est donnée',
    doneText:
      'La personne que vous avez nommée reçoit un message avec son propre lien. Le vôtre ne marche plus, et l’événement disparaît de votre agenda. Merci d’avoir prévenu !',
    notLive:
      'Cette place ne peut pas être donnée : elle n’est pas confirmée, ou la séance est passée.',
    alreadyRegistered:
      'La place n’a pas pu être donnée à cette adresse. Un message y a été envoyé, qui dit pourquoi.',
  },
  movePage: {
    title: 'Changer de date',
    text: 'Votre place ici est rendue au moment où l’autre est prise, jamais avant.',
    legend: 'À quelle séance venez-vous ?',
    free: 'il reste assez de places',
    full: 'complet : vous ne pouvez pas y changer maintenant',
    none: 'Aucune autre date n’est ouverte en ce moment.',
    submit: 'Changer de date',
    choose: 'Choisissez une séance',
    refused: {
      notLive: 'Votre inscription est annulée : inscrivez-vous à l’autre séance depuis sa page.',
      notOffered: 'On ne peut pas passer à cette séance-là.',
      closed: 'Les inscriptions de cette séance sont closes.',
      full: 'Cette séance vient de se remplir. Vous gardez la place que vous avez.',
      needsCheck: 'Cette séance vérifie les inscriptions : inscrivez-vous depuis sa page.',
      alreadyRegistered: 'Vous êtes déjà inscrit·e à cette séance.',
    },
  },
  addressPage: {
    title: 'Corriger mon adresse électronique',
    now: (email: string) => `Vous avez donné ${email}.`,
    email: 'La bonne adresse',
    hint: 'Un nouveau lien y est envoyé ; l’ancien cesse de marcher.',
    submit: 'Corriger l’adresse',
    tooLate:
      'L’adresse se corrige pendant la demi-heure qui suit l’inscription. Vous pouvez donner votre place, ou nous appeler.',
    notLive: 'Cette inscription est annulée.',
    sameAddress: 'C’est déjà l’adresse de votre inscription.',
    alreadyRegistered:
      'L’adresse n’a pas pu être changée pour celle-ci. Un message y a été envoyé, qui dit pourquoi.',
  },
  data: {
    title: 'Mes données',
    text: 'Voici tout ce que nous gardons de cette inscription.',
    name: 'Nom',
    email: 'Adresse électronique',
    phone: 'Téléphone',
    profession: 'Profession',
    organisation: 'Structure',
    town: 'Commune',
    note: 'Mot pour l’intervenant·e',
    companions: 'Accompagné·e de',
    language: 'Langue des messages',
    registeredAt: 'Inscription',
    consentAt: 'Accord donné',
    download: 'Télécharger mes données',
    rights: 'Les faire corriger ou effacer, savoir combien de temps elles sont gardées',
  },
};
