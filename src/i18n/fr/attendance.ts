/** L’émargement : liste à cocher, porte, feuille, comptage, accueil par code, vidéo. */
const people = (n: number) => `${n} ${n > 1 ? 'personnes' : 'personne'}`;

export const attendance = {
  title: 'Émargement',
  notTaken: 'Émargement à faire',
  tabs: {
    label: 'Émargement de la séance',
    list: 'Liste',
    door: 'À la porte',
    sheet: 'Feuille papier',
    headcount: 'Comptage',
    video: 'Vidéo',
    checkIn: 'Code à afficher',
    certificates: 'Attestations',
  },
  done: {
    emargement: 'L’émargement est enregistré.',
    'personne-corrigee': 'C’est corrigé. Son attestation suit, si elle en a une.',
    'personne-retiree': 'La personne est retirée de la séance.',
    comptage: 'Le comptage est enregistré.',
    feuille: 'La feuille est saisie.',
    'feuille-rangee': 'L’endroit où la feuille est rangée est noté.',
    'pages-ajoutees': 'Les pages sont gardées.',
    'page-enlevee': 'La page est effacée.',
    connexions: 'Les connexions sont enregistrées.',
    'code-ouvert': 'Le code est prêt : affichez-le dans la salle.',
    'code-ferme': 'Le code est fermé : il ne sert plus.',
  },
  states: {
    present: 'Présent·e',
    absent: 'Absent·e',
    excused: 'Excusé·e',
  },
  presentSeats: (n: number, of: number) =>
    n === of ? (n === 2 ? 'Les 2' : `Les ${n}`) : n === 1 ? '1 seul·e' : `${n} sur ${of}`,
  onlyOne: (name: string) => `Seulement ${name}`,
  halfDay: (n: number) => `Demi-journée ${n}`,
  halfDays: 'Demi-journées',
  noDate: 'Séance sans date notée',
  counts: (present: number, expected: number, walkIns: number) => {
    const noted = present > 1 ? 'présences notées' : 'présence notée';
    const of = `sur ${expected} ${expected > 1 ? 'attendues' : 'attendue'}`;
    return walkIns > 0
      ? `${present} ${noted} : ${present - walkIns} ${of}, ${walkIns} sans inscription`
      : `${present} ${noted} ${of}`;
  },
  unmarkedLeft: (n: number) => `${n} à noter`,
  excusedCount: (n: number) => `${n} ${n > 1 ? 'absences excusées' : 'absence excusée'}`,
  overCeiling: (n: number, max: number) =>
    `${people(n)} au-delà de la jauge de ${max}. À la porte, c’est vous qui décidez : tout le monde est compté.`,
  nobody: 'Personne n’est inscrit. Ajoutez les personnes présentes ci-dessous, ou comptez-les.',
  notStarted:
    'La séance n’a pas encore commencé. Vous pouvez déjà noter les personnes absentes ou excusées.',
  tooEarly:
    'Cette demi-journée n’a pas commencé : rien n’a été enregistré. Notez seulement les personnes absentes ou excusées.',
  walkIn: 'Sans inscription',
  handedOver: 'Place donnée ensuite',
  waitlisted: 'Liste d’attente',
  cancelledButCame: 'Avait annulé',
  selfChecked: 'Par le code affiché',
  seats: (n: number) => `${n} places`,
  times: 'Arrivée, départ',
  timesFor: (name: string) => `Heures de ${name}`,
  arrived: 'Arrivée à',
  left: 'Départ à',
  connectedMinutes: (n: number) => `${n} min de connexion`,
  save: 'Enregistrer',
  allPresent: 'Noter présentes les autres personnes',
  addTitle: 'Ajouter une personne',
  addHint:
    'Un nom suffit. La personne est comptée présente, même au-delà de la jauge ; ce que vous avez coché est enregistré avec elle.',
  addedAt: (day: string, time: string) => `ajout le ${day} à ${time}`,
  added: (name: string) => `${name} : présence notée.`,
  name: 'Nom et prénom',
  email: 'Adresse électronique',
  emailHint: 'Pour lui envoyer son attestation.',
  profession: 'Fonction',
  organisation: 'Structure',
  add: 'Ajouter, présent·e',
  correct: {
    link: 'Corriger',
    title: 'Corriger la personne venue sans inscription',
    intro:
      'Rien n’est envoyé. Si le nom change, une attestation à ce nom remplace la sienne ; si l’adresse change, son attestation s’y envoie.',
    save: 'Corriger',
    keep: 'Revenir sans rien changer',
    stale:
      'Cette personne a été corrigée entre-temps. Voici ce que vous avez saisi : vérifiez, puis corrigez de nouveau.',
    storedNow: 'Enregistré maintenant',
  },
  remove: {
    link: 'Retirer cette personne',
    title: 'Retirer cette personne',
    lead: (name: string) => `${name} ne sera plus dans la liste, ni comptée parmi les présences.`,
    certificate: (number: string) =>
      `Son attestation nº ${number} est annulée : établie par erreur.`,
    told: (address: string) => `Un courriel le lui dira, à l’adresse ${address}.`,
    untold: 'Aucun courriel ne partira.',
    history: 'L’historique de la séance garde qu’une personne a été retirée.',
    confirm: 'Retirer',
    keep: 'La garder',
  },
  timeProblem: (name: string, hours: string) =>
    `Heure à vérifier pour ${name} : ici, ${hours}, et l’arrivée avant le départ`,
  timeUnmarked: (name: string) => `${name} : cochez aussi la présence, ou effacez l’heure`,
  problems: {
    name: 'Saisissez un nom',
    email: 'Saisissez une adresse complète, comme nom@exemple.fr',
    tooLong: 'Ce texte est trop long',
    count: 'Saisissez un nombre entier, comme 117',
    category: 'Dites qui vous avez compté, par exemple « enfants »',
    day: 'Saisissez une date',
    dayToCome: 'Cette date est à venir : saisissez le jour du comptage',
    where: 'Ce texte est trop long',
  },
  headcount: {
    title: 'Comptage',
    intro:
      'Pour une séance ouverte : combien de personnes, par catégorie. Comptez ici les personnes qui ne sont pas déjà cochées dans la liste : les deux s’ajoutent.',
    kind: 'Ce que vous comptez',
    kinds: {
      present: 'Des personnes présentes à cette séance',
      participations: 'Des participations, sur plusieurs rencontres',
      beneficiaries: 'Des bénéficiaires : chaque personne une fois',
      unspecified: 'La source ne le dit pas',
    },
    kindHints: {
      present: 'Compté dans les participations.',
      participations:
        'Compté dans les participations : une personne venue trois fois compte trois.',
      beneficiaries: 'Montré à part : ce ne sont pas des participations.',
      unspecified: 'Montré à part, dans aucun total.',
    },
    row: (n: number) => `Ligne ${n}`,
    category: 'Qui',
    categoryHint: 'Par exemple : enfants, parents, mères, pères. Vide : un seul total.',
    count: 'Combien',
    source: 'D’où vient ce comptage',
    sources: {
      door: 'Compté sur place',
      sheet: 'D’après une feuille',
      partner: 'Donné par un partenaire',
      import: 'Repris d’un bilan',
    },
    countedAt: 'Compté le',
    clear: 'Pour effacer un comptage, videz toutes ses lignes et enregistrez.',
    save: 'Enregistrer le comptage',
    recorded: 'Ce qui est compté',
    none: 'Rien n’est encore compté.',
    suggestions: ['enfants', 'parents', 'mères', 'pères', 'élèves', 'professionnels'],
    total: (n: number) => `En tout : ${n}`,
  },
  sheet: {
    title: 'Feuille d’émargement',
    intro:
      'Imprimez la feuille, faites signer, puis saisissez-la ici : les lignes ont le même numéro et le même ordre, même si quelqu’un annule ou s’inscrit entre-temps.',
    print: 'Préparer la feuille à imprimer',
    edition: (n: number, day: string, time: string) => `Feuille ${n}, imprimée le ${day} à ${time}`,
    others: 'Une autre a été signée ?',
    companion: (name: string | null, holder: string) =>
      name ? `${name} (avec ${holder})` : `Une personne avec ${holder}`,
    unknownLine: 'Cette personne n’est plus connue.',
    late: 'Inscriptions depuis l’impression',
    printHint: 'Imprimez cette page (A4).',
    typeTitle: 'Saisir la feuille',
    typeIntro:
      'Cochez une case par signature, dans l’ordre de la feuille. Une case vide vaut absence, sauf si vous ne cochez rien du tout sur une demi-journée.',
    number: 'Nº',
    person: 'Nom, fonction, structure',
    signature: 'Signature',
    walkIns: 'Personnes venues sans inscription',
    walkInNumber: (n: number) => `Ligne ${n}`,
    nameless: (n: number) => `Ligne ${n} : saisissez un nom, ou décochez`,
    boxless: (n: number) => `Ligne ${n} : cochez au moins une demi-journée, ou effacez le nom`,
    present: (name: string, halfDay: string) => `${name}, ${halfDay}`,
    organiser: 'Organisé par',
    speakers: 'Intervention',
    legal:
      'Ces données servent à établir la présence, les attestations et le bilan. Vous pouvez les consulter, les corriger ou les faire effacer : écrivez au réseau.',
    keptTitle: 'Où est rangée la feuille signée ?',
    kept: 'Endroit',
    keptHint: 'Par exemple : classeur « Ateliers 2026 », bureau du RPE.',
    keptSave: 'Noter l’endroit',
    signed: 'Feuille signée',
    signedPages: (n: number) => `${n} ${n > 1 ? 'pages numérisées' : 'page numérisée'}`,
    scans: {
      title: 'La feuille signée, numérisée',
      intro:
        'Photographiez ou numérisez chaque page. Seules les personnes qui travaillent sur cette action peuvent les ouvrir.',
      page: (n: number) => `Page ${n}`,
      size: (kilobytes: number) =>
        kilobytes < 1000
          ? `${kilobytes} Ko`
          : `${(kilobytes / 1000).toFixed(1).replace('.', ',')} Mo`,
      file: 'Pages à ajouter',
      fileHint: (most: number) =>
        `PDF, JPEG ou PNG, une ou plusieurs à la fois, 10 Mo au plus par page et ${most} pages en tout.`,
      add: 'Ajouter ces pages',
      remove: 'Enlever',
      removeText: 'La page est effacée pour de bon. L’émargement ne change pas.',
      removeNow: (n: number) => `Effacer la page ${n}`,
      problems: {
        missing: 'Choisissez au moins un fichier',
        too_large: (name: string) =>
          `« ${name} » dépasse 10 Mo : photographiez en qualité moyenne, ou numérisez en noir et blanc`,
        not_a_page: (name: string) => `« ${name} » n’est ni un PDF, ni un JPEG, ni un PNG`,
        too_many: () => 'Il y a déjà le nombre de pages prévu : enlevez-en une avant d’en ajouter',
        not_stored: (name: string) =>
          `« ${name} » n’a pas pu être gardé : envoyez-le de nouveau dans un instant`,
      },
    },
    save: 'Enregistrer la feuille',
  },
  video: {
    title: 'Séance par vidéo',
    intro:
      'Donnez la liste des connexions de votre outil de visioconférence (Teams, Zoom, Meet, BigBlueButton…) : son fichier, ou le texte copié. Rien n’est noté avant que vous l’ayez vérifié.',
    file: 'Fichier de la liste',
    fileHint: 'Un fichier CSV, tel que l’outil le donne.',
    list: 'Ou la liste, collée',
    listHint:
      'Une ligne par personne, le nom ou l’adresse, puis la durée. Par exemple : « Zoé Arnaud; 112 » ou « zoe@exemple.fr, 1:52 ». Plusieurs connexions d’une même personne s’ajoutent.',
    least: 'Présent·e à partir de',
    leastHint: 'En minutes de connexion. En dessous, la personne n’est pas comptée.',
    check: 'Vérifier la liste',
    checkTitle: 'Vérifiez avant d’enregistrer',
    matched: 'Correspond à',
    unmatched: 'Personne de ce nom n’est inscrit',
    addAsWalkIn: 'L’ajouter sans inscription',
    ignore: 'Ne pas la compter',
    tooShort: 'Trop court',
    longer: (counted: number) => `Plus long que la séance : ${counted} min comptées.`,
    othersAbsent: 'Noter absentes les autres personnes inscrites',
    record: 'Enregistrer les présences',
    empty: 'Donnez un fichier, ou collez au moins une ligne avec une durée',
    unread: (lines: string[]) => `Lignes sans durée, laissées de côté : ${lines.join(' ; ')}`,
  },
  door: {
    title: 'À la porte',
    intro:
      'Visez le QR code de la confirmation, ou touchez un nom. La page continue sans réseau : elle garde ce que vous notez et l’envoie quand le réseau revient.',
    needsScript:
      'Sans JavaScript, cette page ne marche pas : utilisez la liste à cocher, qui fait la même chose.',
    toList: 'Ouvrir la liste à cocher',
    scan: 'Lire les QR codes',
    stopScan: 'Arrêter la caméra',
    lamp: 'Lampe',
    noLamp: 'La lampe ne s’allume pas ici.',
    camera: {
      none: 'Aucune caméra ne répond ici. Touchez les noms.',
      refused:
        'La caméra n’est pas autorisée : permettez-la dans les réglages du navigateur, ou touchez les noms.',
      busy: 'La caméra est prise par une autre application. Fermez-la, ou touchez les noms.',
      unread: 'Le lecteur de QR codes n’a pas pu être chargé. Touchez les noms.',
    },
    search: 'Chercher un nom',
    present: 'Présent·e',
    added: 'Ajouté·e',
    name: 'Quelqu’un sans inscription',
    nameHint: 'Un nom suffit.',
    add: 'Ajouter',
    online: 'Tout est envoyé.',
    waiting: '{n} à envoyer. Ce que vous notez est gardé sur cet appareil.',
    sending: 'Envoi…',
    offline:
      'Pas de réseau. {n} à envoyer : c’est gardé sur cet appareil, et part tout seul au retour du réseau.',
    offlineIdle: 'Pas de réseau. Tout est envoyé ; ce que vous notez est gardé sur cet appareil.',
    failed:
      'Le site n’a pas pu prendre ce qui attend : {n} à envoyer. C’est gardé sur cet appareil, et repart dans un instant.',
    tooEarly: 'Il est trop tôt : cette demi-journée n’a pas commencé. Rien n’est noté.',
    notKept: 'Cet appareil n’a plus de place : ce n’est pas noté. Utilisez la liste à cocher.',
    signedOut:
      'Votre connexion a pris fin. Ce que vous avez noté est gardé sur cet appareil : connectez-vous de nouveau, puis revenez à cette page.',
    refused:
      'Refusé : {n}. Le QR code n’est plus valable, ou le nom n’a pas été compris. Ajoutez la personne par son nom.',
    scanned: '{name} : présent·e',
    scannedSeveral: '{name} : {n} présences. Moins ? Touchez le bon nombre.',
    already: '{name} : déjà noté·e',
    whoCame: '{name} : qui est là ?',
    nobody: 'Ne rien noter',
    alreadyRead: 'Ce QR code est déjà lu, il sera vérifié à l’envoi',
    unknownCode: 'QR code lu, vérifié à l’envoi',
    elsewhere: '{name} : présent·e, mais inscrit·e à une autre séance',
    invalidCode: 'Ce QR code n’est plus valable. Ajoutez la personne par son nom.',
    notOurs: 'Ce QR code n’est pas une confirmation d’inscription',
    presentCount: 'Présences : {n}',
    over: '{n} au-delà de la jauge',
  },
  checkIn: {
    title: 'Code à afficher',
    intro:
      'Affichez ce code dans la salle : chaque personne le lit avec son téléphone et note elle-même sa présence. Il sert de 30 minutes avant le début à 30 minutes après la fin.',
    over: 'La séance est finie : aucun code ne sert plus. Notez les présences dans la liste.',
    open: 'Créer un code',
    close: 'Fermer le code',
    closeHint: 'L’affiche ne servira plus. Les présences déjà notées restent.',
    poster: 'Notez votre présence',
    posterText: 'Lisez ce code avec votre téléphone, ou ouvrez :',
    print: 'Imprimez cette page et affichez-la.',
    caution:
      'Qui lit ce code peut noter une présence : jetez un œil à la liste à la fin. Les présences notées ainsi y sont signalées.',
    publicTitle: 'Noter ma présence',
    publicIntro: 'Vous êtes dans la salle : dites qui vous êtes.',
    publicEmailHint: 'Celle de votre inscription. Sans adresse, votre nom suffit.',
    send: 'Je suis là',
    thanks: 'Merci, votre présence est notée',
    thanksText:
      'Si vous avez donné l’adresse de votre inscription, c’est elle qui est notée. Bonne séance !',
    unknown: 'Ce code ne sert pas, ou plus',
    unknownText:
      'Relisez-le sur l’affiche. S’il est juste, dites votre nom à la personne qui vous accueille : elle notera votre présence.',
    notNow: 'Ce code ne sert pas en ce moment',
    notNowText:
      'Il sert de 30 minutes avant le début de la séance à 30 minutes après. Dites votre nom à la personne qui vous accueille.',
  },
};
