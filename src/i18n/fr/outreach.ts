/** What leaves the house: papers, messages to registrants, invitations to partners. */
const people = (n: number) => (n > 1 ? `${n} personnes` : `${n} personne`);

const printing = {
  title: 'Affiches et listes',
  backToPaper: 'Revenir aux affiches et listes',
  printHint:
    'Imprimez cette page, ou enregistrez-la en PDF avec la commande d’impression de votre navigateur (sans marges ni en-têtes).',
  sizes: { a4: 'Affiche A4', a5: 'Tract A5' },
  posterTitle: 'Affiche et tract',
  posterText:
    'Le titre, la date, le lieu, les intervenant·es, un QR code et le code de la séance, avec les porteurs et leurs logos. Lisibles en noir et blanc.',
  asPdf:
    'Pour un fichier PDF : ouvrez la feuille, puis choisissez « Enregistrer au format PDF » dans la fenêtre d’impression.',
  logosTitle: 'Logos imprimés',
  noLogos: 'Aucun logo pour l’instant : les noms des porteurs sont imprimés.',
  toLogos: 'Voir et changer les logos',
  sheetTitle: 'Feuille d’émargement',
  sheetText: 'Les personnes inscrites, avec une case à signer par demi-journée.',
  printSheet: 'Imprimer la feuille d’émargement',
  draftNotice:
    'Cette séance est un brouillon : avant sa publication, le QR code et l’adresse imprimés ne mènent nulle part.',
  cancelledNotice: 'Cette séance est annulée : pensez à retirer les affiches déjà posées.',
  supportedBy: 'Avec le soutien de',
  poster: {
    manyDays: (first: string, last: string, days: number) =>
      `Du ${first} au ${last} (${days} jours)`,
    register: 'Inscription',
    how: 'Lisez le code avec votre téléphone, ou ouvrez cette adresse :',
    code: 'Code de la séance :',
    qr: 'QR code de la page d’inscription',
    call: (who: string) => `Par téléphone : ${who}`,
  },
  speaker: {
    linkTitle: 'Liste pour l’intervenant·e',
    linkText:
      'Une page à lire ou à imprimer, avec les prénoms, les professions et les mots laissés à l’inscription ; ni noms de famille, ni adresses, ni téléphones. Qui a le lien peut la lire : donnez-le à l’intervenant·e seulement. Il cesse de lui-même un mois après la séance.',
    make: 'Créer le lien',
    endText: 'Mettre fin au lien : la page ne s’ouvrira plus. Vous pourrez en créer un autre.',
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
      'Donnés une fois, imprimés partout : le logo d’un porteur sur ce qu’il organise, celui d’un financeur sur toutes les affiches.',
    none: 'Aucun logo pour l’instant.',
    kinds: { carrier: 'Porteur', funder: 'Financeur' },
    kindHints: {
      carrier: 'Imprimé sur les séances des actions que cette structure porte.',
      funder: 'Imprimé sur toutes les affiches du réseau.',
    },
    kind: 'Ce logo est celui d’un',
    name: 'Structure',
    nameHint: 'Son nom, comme il doit être lu.',
    ownOnly: (name: string) =>
      name
        ? `Ce logo sera celui de votre structure : ${name}. Il remplace le précédent.`
        : 'Ce logo sera celui de votre structure.',
    addTitle: 'Ajouter un logo',
    file: 'Fichier',
    fileHint: (kilobytes: number) =>
      `Une image PNG ou JPEG, de ${kilobytes} Ko et 4 000 pixels de côté au plus. Sur fond blanc, elle s’imprimera mieux.`,
    add: 'Ajouter le logo',
    remove: 'Enlever',
    removeWhich: (name: string) => `le logo de ${name}`,
    problems: {
      kind: 'Dites si c’est un porteur ou un financeur.',
      name: 'Indiquez le nom de la structure, en 160 caractères au plus.',
      file: 'Choisissez un fichier.',
      too_large: 'Ce fichier dépasse 300 Ko : réduisez l’image, puis choisissez-la de nouveau.',
      not_a_picture:
        'Ce fichier n’est pas une image PNG ou JPEG. Enregistrez le logo dans un de ces formats.',
      too_many_pixels:
        'Cette image dépasse 4 000 pixels de côté : réduisez-la, puis choisissez-la de nouveau.',
      too_many_funders:
        'Il y a déjà douze logos de financeurs : enlevez-en un avant d’en ajouter un autre.',
    },
  },
};

/** Said at the top of the page after what was just done: ?fait=… */
const done = {
  logo: 'Le logo est enregistré : il sera imprimé dès maintenant.',
  'logo-enleve': 'Le logo est enlevé.',
  'lien-intervenant': 'Le lien est créé. Donnez-le à l’intervenant·e seulement.',
  'lien-intervenant-fini': 'Le lien ne s’ouvre plus.',
};

export const outreach = { printing, done, people };
