/** What leaves the house: papers, messages to registrants, invitations to partners. */
const people = (n: number) => (n > 1 ? `${n} personnes` : `${n} personne`);

const printing = {
  backToPaper: 'Revenir aux affiches et listes',
  printHint:
    'Imprimez cette page, ou enregistrez-la en PDF avec la commande d’impression de votre navigateur (sans marges ni en-têtes).',
  sizes: { a4: 'Affiche A4', a5: 'Tract A5' },
  posterTitle: 'Affiche et tract',
  posterText:
    'Le titre, la date, le lieu, les intervenant·es, un QR code et le code de la séance, avec les porteurs et leurs logos. Lisibles en noir et blanc.',
  pdf: 'À télécharger en PDF :',
  asPdf:
    'Pour un fichier PDF : ouvrez la feuille, puis choisissez « Enregistrer au format PDF » dans la fenêtre d’impression.',
  logosTitle: 'Logos imprimés',
  noLogos: 'Aucun logo pour l’instant : les noms des porteurs sont imprimés.',
  toLogos: 'Voir et changer les logos',
  sheetTitle: 'Feuille d’émargement',
  sheetText: 'Les personnes inscrites, avec une case à signer par demi-journée.',
  printSheet: 'Imprimer la feuille d’émargement',
  draftNotice:
    'Cette séance est un brouillon : avant sa publication, le QR code et l’adresse imprimés ne mènent nulle part.',
  cancelledNotice: 'Cette séance est annulée : pensez à retirer les affiches déjà posées.',
  supportedBy: 'Avec le soutien de',
  poster: {
    manyDays: (first: string, last: string, days: number) =>
      `Du ${first} au ${last} (${days} jours)`,
    register: 'Inscription',
    how: 'Lisez le code avec votre téléphone, ou ouvrez cette adresse :',
    code: 'Code de la séance :',
    qr: 'QR code de la page d’inscription',
    call: (who: string) => `Par téléphone : ${who}`,
  },
  speaker: {
    linkTitle: 'Liste pour l’intervenant·e',
    linkText:
      'Une page à lire ou à imprimer, avec les prénoms, les professions et les mots laissés à l’inscription ; ni noms de famille, ni adresses, ni téléphones. Qui a le lien peut la lire : donnez-le à l’intervenant·e seulement. Il cesse de lui-même un mois après la séance.',
    make: 'Créer le lien',
    endText: 'Mettre fin au lien : la page ne s’ouvrira plus. Vous pourrez en créer un autre.',
    end: 'Mettre fin à ce lien',
    title: 'Personnes attendues',
    cancelled: 'Cette séance est annulée.',
    seats: (n: number) =>
      n === 0
        ? 'Personne n’est inscrit pour l’instant.'
        : n === 1
          ? 'Une place confirmée.'
          : `${n} places confirmées.`,
    professions: 'Professions',
    people: 'Qui vient, et pourquoi',
    companions: (n: number) => (n === 1 ? 'et une autre personne' : `et ${n} autres personnes`),
    group: (label: string, children: number, adults: number) =>
      `${label} : ${[
        children && `${children} ${children > 1 ? 'enfants' : 'enfant'}`,
        adults && `${adults} ${adults > 1 ? 'adultes' : 'adulte'}`,
      ]
        .filter(Boolean)
        .join(', ')}`,
    more: (n: number) => `Et ${n > 1 ? `${n} autres inscriptions` : 'une autre inscription'}.`,
    keep: 'Cette liste est pour vous seul·e. Merci de la détruire après la séance.',
  },
  logos: {
    title: 'Logos',
    intro:
      'Donnés une fois, imprimés partout : le logo d’un porteur sur ce qu’il organise, celui d’un financeur sur tout ce qui sort du réseau : affiches, feuilles, questionnaires, bilans.',
    none: 'Aucun logo pour l’instant.',
    kinds: { carrier: 'Porteur', funder: 'Financeur' },
    kindHints: {
      carrier: 'Imprimé sur les documents des actions que cette structure porte.',
      funder: 'Imprimé sur tous les documents du réseau.',
    },
    kind: 'Ce logo est celui d’un',
    name: 'Structure',
    nameHint: 'Son nom, comme il doit être lu.',
    ownOnly: (name: string) =>
      name
        ? `Ce logo sera celui de votre structure : ${name}. Il remplace le précédent.`
        : 'Ce logo sera celui de votre structure.',
    addTitle: 'Ajouter un logo',
    file: 'Fichier',
    fileHint: (kilobytes: number) =>
      `Une image PNG ou JPEG, de ${kilobytes} Ko et 2 000 pixels de côté au plus. Sur fond blanc, elle s’imprimera mieux.`,
    add: 'Ajouter le logo',
    toSignatures: 'Signatures et cachets des attestations',
    remove: 'Enlever',
    removeWhich: (name: string) => `le logo de ${name}`,
    problems: {
      kind: 'Dites si c’est un porteur ou un financeur.',
      name: 'Indiquez le nom de la structure, en 160 caractères au plus.',
      file: 'Choisissez un fichier.',
      too_large: 'Ce fichier dépasse 300 Ko : réduisez l’image, puis choisissez-la de nouveau.',
      not_a_picture:
        'Ce fichier n’est pas une image PNG ou JPEG. Enregistrez le logo dans un de ces formats.',
      too_many_pixels:
        'Cette image dépasse 2 000 pixels de côté : réduisez-la, puis choisissez-la de nouveau.',
      too_many_funders:
        'Il y a déjà douze logos de financeurs : enlevez-en un avant d’en ajouter un autre.',
    },
  },
};

const notes = {
  intro:
    'Écrivez aux personnes de cette séance. Chacune reçoit son propre message, sans voir les autres.',
  newTitle: 'Nouveau message',
  editTitle: 'Modifier le message',
  audiences: {
    confirmed: 'Place confirmée',
    pending: 'Inscription à vérifier',
    offered: 'Place proposée, sans réponse pour l’instant',
    waitlisted: 'Liste d’attente',
    session_cancelled: 'Inscrites quand la séance a été annulée, liste d’attente comprise',
  },
  reach: (withAddress: number, without: number) =>
    without ? `${people(withAddress)} avec une adresse, ${without} sans` : `${people(withAddress)}`,
  phones: (n: number) =>
    `${people(n)} sans adresse : ${n > 1 ? 'appelez-les' : 'appelez-la'} avec la liste des téléphones.`,
  toPhones: 'Ouvrir la liste des téléphones',
  subjectHint: 'Dites l’essentiel en quelques mots : 150 caractères au plus.',
  bodyHint:
    'Le message commence par « Bonjour » et le prénom, et finit par la séance, le lien de chaque personne vers son inscription et votre contact : ne les écrivez pas.',
  next: 'Voir le message',
  previewTitle: 'Le message, tel qu’il sera lu',
  previewFrame: 'Aperçu du message',
  previewSubject: 'Objet :',
  willReach: (n: number) =>
    n === 0
      ? 'Personne ne recevrait ce message maintenant.'
      : n === 1
        ? 'Une personne le recevra.'
        : `${n} personnes le recevront.`,
  trialText: (email: string) => `Le message part à votre adresse seulement : ${email}.`,
  laterHint:
    'À la date et à l’heure ci-dessous. Les personnes inscrites d’ici là le reçoivent aussi.',
  send: 'Envoyer le message',
  edit: 'Modifier',
  stopText: 'Ce qui n’est pas encore préparé ne partira pas. Les messages déjà préparés partent.',
  none: 'Aucun message pour l’instant.',
  listTitle: 'Messages de cette séance',
  columns: { subject: 'Objet', audience: 'À qui', state: 'Où il en est' },
  sending: (written: number, all: number) =>
    `Envoi en cours : ${written} ${written > 1 ? 'messages préparés' : 'message préparé'} sur ${all}`,
  sent: (written: number, when: string) => `Envoyé à ${people(written)}, ${when}`,
  stopped: (written: number) =>
    written ? `Arrêté : ${people(written)} l’ont reçu ou vont le recevoir` : 'Annulé avant l’envoi',
  waiting: (n: number) => `${n > 1 ? `${n} messages sont` : '1 message est'} encore en route.`,
  failed: (n: number) =>
    `${n > 1 ? `${n} messages n’ont pas pu être remis` : '1 message n’a pas pu être remis'} : regardez les inscriptions concernées.`,
  back: 'Tous les messages',
  laterChosen: 'À la date et à l’heure ci-dessous, à qui n’a pas annulé d’ici là.',
  toChoose: 'Pour écrire à quelques personnes, choisissez-les dans la liste des inscriptions.',
  chosen: (n: number) => (n > 1 ? `${n} personnes choisies` : `${n} personne choisie`),
  onlyTo: (name: string) => `À ${name} seulement`,
  untitled: 'Sélection, sans message',
  gone: (n: number) =>
    n > 1
      ? `${n} personnes ont annulé ou changé de séance : elles ne le recevront pas.`
      : `${n} personne a annulé ou changé de séance : elle ne le recevra pas.`,
  names: (names: string, others: number) =>
    others > 0 ? `${names} et ${others > 1 ? `${others} autres` : 'une autre'}.` : `${names}.`,
  seePeople: 'Voir la liste des personnes',
  people: {
    title: 'Personnes choisies',
    none: 'Personne n’est choisi pour l’instant.',
    who: 'Personne',
    standing: 'Ce message',
    standings: {
      reached: 'Le recevra',
      no_address: 'Sans adresse : à appeler',
      cancelled: 'A annulé : ne le recevra pas',
      elsewhere: 'A changé de séance : ne le recevra pas',
    },
    remove: 'Retirer',
    choose: 'Choisir d’autres personnes',
    write: 'Écrire le message',
    see: 'Voir le message',
    discard: 'Abandonner cette sélection',
  },
  problems: {
    audience: 'Choisissez au moins un groupe de personnes.',
  },
  refusals: {
    stale:
      'Ce message a été modifié ou envoyé entre-temps. Voici ce qui est enregistré maintenant : vérifiez, puis recommencez.',
    nobody: 'Personne n’a d’adresse parmi celles et ceux que vous avez choisis : rien n’est parti.',
  },
  mail: { trial: '[Essai]' },
};

/** Said at the top of the page after what was just done: ?fait=… */
const done = {
  'message-enregistre': 'Le message est enregistré. Relisez-le, puis envoyez-le.',
  'message-essai': 'L’essai part à votre adresse.',
  'message-envoi': 'L’envoi est lancé : cette page montre où il en est.',
  'message-programme': 'L’envoi est programmé.',
  'message-arrete': 'L’envoi est arrêté.',
  'message-supprime': 'Le brouillon est supprimé.',
  logo: 'Le logo est enregistré : il sera imprimé dès maintenant.',
  'logo-enleve': 'Le logo est enlevé.',
  signature: 'La signature est enregistrée : elle sera sur les prochaines attestations.',
  'signature-fin': 'Elle ne signera plus les attestations à venir.',
  'signature-effacee': 'La signature est effacée partout.',
  'lien-intervenant': 'Le lien est créé. Donnez-le à l’intervenant·e seulement.',
  'lien-intervenant-fini': 'Le lien ne s’ouvre plus.',
};

export const outreach = { printing, notes, done, people };
