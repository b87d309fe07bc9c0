/** Les questionnaires du côté des organisateurs. */
import { sayPercent } from '../../lib/percent';
import type { SurveyMoment, Way } from '../survey-words';

const percent = (part: number, whole: number) => sayPercent(part, whole, 'fr');
const plural = (n: number, one: string, many: string) => `${n} ${n > 1 ? many : one}`;

export const surveyPages = {
  tabs: {
    label: 'Ce questionnaire',
    results: 'Résultats',
    entrances: 'Faire répondre',
    typing: 'Saisir le papier',
  },
  back: 'Tous les questionnaires de la séance',
  list: {
    lead: 'Trois moments d’une même séance : ce que l’on en attend, ce que l’on en pense, ce que l’on en a fait.',
    state: { open: 'ouvert', closed: 'clos' },
    imported: 'repris d’un bilan',
    openTitle: 'Ouvrir un questionnaire',
    moment: 'À quel moment ?',
    momentsTaken: 'Cette séance a déjà tous ses questionnaires.',
    questions: 'Quelles questions ?',
    questionsHint:
      'Elles viennent de la même banque pour toutes les séances, pour que les réponses se comparent. Sans choix de votre part, ce sont les questions habituelles du moment.',
    room: 'Ouvrir le code de la salle',
    roomHint:
      'Un seul code à projeter : simple, mais rien n’empêche une personne de répondre deux fois. Les billets et les liens personnels, eux, ne servent qu’une fois.',
    open: 'Ouvrir le questionnaire',
    kinds: {
      satisfaction: 'quatre visages',
      yes_no: 'oui ou non',
      single: 'un choix',
      multiple: 'plusieurs choix',
      scale: 'de 0 à 10',
      short_text: 'texte court',
      long_text: 'texte libre',
    },
  },
  bank: {
    title: 'Banque de questions',
    lead: 'Les questions de tous les questionnaires. Une question garde son genre et ses choix pour que les séances se comparent ; ses mots peuvent être corrigés, et les questionnaires déjà ouverts gardent les leurs.',
    see: 'Voir la banque, ajouter une question',
    label: 'Question',
    kind: 'Genre',
    languages: 'Langues',
    add: 'Ajouter une question',
    reword: 'Corriger une question',
    rewordHint: 'Gardez le même nombre de choix, dans le même ordre.',
    save: 'Enregistrer',
    fields: {
      label: 'La question, en français',
      short: 'En un ou deux mots',
      options: 'Les choix, en français',
      labelEn: 'La question, en anglais',
      shortEn: 'En un ou deux mots, en anglais',
      optionsEn: 'Les choix, en anglais',
    },
    shortHint: 'Pour la phrase du bilan : « accueil », « contenu »',
    optionsHint: 'Un par ligne, pour « un choix » ou « plusieurs choix »',
    errors: {
      required: 'Remplissez ce champ',
      too_long: 'Raccourcissez ce texte',
      too_many: 'Douze choix au plus',
      options_needed: 'Donnez au moins deux choix, et seulement pour une question à choix',
      options_differ: 'Donnez autant de choix qu’en français, et autant qu’avant',
    },
  },
  done: {
    ouvert: 'Le questionnaire est ouvert.',
    supprime: 'Le questionnaire est supprimé.',
    salle: 'Le code de la salle est changé.',
    billets: 'Les billets sont prêts à imprimer.',
    liens: 'Les liens partent par message dans la minute.',
    rappel: 'Le rappel est changé.',
    fonctions: 'La fonction ou la structure sera demandée avec les réponses.',
    clos: 'Le questionnaire est clos. Voici les résultats définitifs.',
    partage: 'Le partage est changé.',
    commentaire: 'Le commentaire est enregistré.',
    feuille: 'La feuille est comptée.',
    retiree: 'La feuille est retirée des totaux.',
    question: 'La question est dans la banque.',
  } as Record<string, string>,
  refusals: {
    exists: 'Un questionnaire existe déjà pour ce moment',
    no_question: 'Choisissez au moins une question',
    too_many: 'Demandez entre 1 et 500 billets en tout',
    closed: 'Le questionnaire est clos',
    stale: 'D’autres billets viennent d’être faits : vérifiez leur nombre, puis recommencez',
    answered: 'Des réponses sont déjà arrivées',
    nobody: 'Personne n’a été noté présent avec une adresse : faites d’abord l’émargement',
    too_few:
      'Il faut au moins deux fonctions ou structures que cinq personnes présentes partagent chacune',
    unknown_code: 'Ce code n’est pas celui d’un billet de ce questionnaire',
    already_received: 'Ce billet a déjà servi : la réponse est comptée',
    no_such_sheet: 'Aucune feuille saisie ne correspond à ces réponses',
    full: 'Ce code ne prend plus de réponses',
    unknown: 'Ce commentaire n’existe plus',
    empty: 'Le texte ne peut pas être vide',
    too_long: 'Raccourcissez le texte : 1 000 caractères au plus',
    unreadable: 'Choisissez un nombre parmi ceux qui sont proposés',
  },
  entrances: {
    title: 'Faire répondre',
    notOnce:
      'Plusieurs façons de répondre sont ouvertes, ou le code de la salle : on ne peut pas garantir que chacun ne réponde qu’une fois.',
    once: 'Une seule façon de répondre est ouverte, et chaque billet ou lien ne sert qu’une fois.',
    room: 'Le code de la salle',
    roomOpen: 'Ouvert à tous ceux qui le voient. Ses réponses sont comptées à part.',
    roomShut: 'Fermé.',
    openRoom: 'Ouvrir le code de la salle',
    shutRoom: 'Fermer le code de la salle',
    project: 'Projeter le code',
    slips: 'Des billets à usage unique',
    slipsHint:
      'Un QR code et un code court par billet, imprimés dans le désordre et distribués au hasard : personne ne sait qui a reçu lequel. Le même code s’imprime sur la feuille papier.',
    slipsMade: (n: number) => plural(n, 'billet fait', 'billets faits'),
    slipsCount: 'Combien de billets de plus ?',
    makeSlips: 'Faire les billets',
    printSlips: 'Imprimer les billets',
    links: 'Un lien personnel par message',
    linksHint: {
      before: (n: number) =>
        `${plural(n, 'personne inscrite recevra', 'personnes inscrites recevront')} un lien qui ne sert qu’une fois.`,
      after: (n: number) =>
        `${plural(n, 'personne présente recevra', 'personnes présentes recevront')} un lien qui ne sert qu’une fois.`,
      later: (n: number) =>
        `${plural(n, 'personne présente recevra', 'personnes présentes recevront')} un lien qui ne sert qu’une fois.`,
    } satisfies Record<SurveyMoment, (n: number) => string>,
    linksNobody: 'Personne n’a encore été noté présent avec une adresse.',
    sendLinks: 'Envoyer les liens',
    sendMoreLinks: 'Envoyer à ceux qui n’en ont pas encore',
    reminderOn:
      'Un seul rappel partira trois jours après, à ceux qui n’ont pas utilisé leur lien. Personne ici ne voit à qui.',
    reminderOff: 'Aucun rappel ne partira.',
    reminderSent: 'Le rappel est parti.',
    switchOff: 'Ne pas envoyer de rappel',
    switchOn: 'Envoyer un rappel',
    paper: 'Sur papier',
    paperHint: 'Une feuille A4 à imprimer ; les réponses se saisissent ensuite au clavier.',
    printSheet: 'Imprimer la feuille',
    printCodedSheets: 'Imprimer une feuille par billet, avec son code',
    about: 'Demander la fonction ou la structure',
    aboutHint:
      'Possible seulement si chaque choix est partagé par cinq personnes présentes au moins, et avant la première réponse.',
    ask: 'Demander',
    asked: (names: string) => `Demandé : ${names}.`,
    close: 'Clore le questionnaire',
    closeHint:
      'Définitif. Plus personne ne pourra répondre, les billets et les liens qui n’ont pas servi sont détruits, et les dernières réponses s’ajoutent aux résultats.',
    closesOn: (day: string) => `Il se clôt de lui-même le ${day}.`,
    discard: 'Supprimer le questionnaire',
    discardHint: 'Possible tant que personne n’a répondu.',
  },
  projector: {
    title: 'Donnez votre avis',
    how: 'Visez ce code avec l’appareil photo de votre téléphone, ou allez à l’adresse :',
    anonymous: 'Anonyme, deux minutes, une réponse par personne.',
  },
  slips: {
    title: 'Billets à usage unique',
    hint: 'Imprimez, coupez, mélangez, distribuez au hasard.',
    scan: 'Votre avis, anonyme',
    or: (address: string) => `ou ${address}`,
    once: 'Ce billet sert une fois.',
  },
  sheet: {
    title: 'Votre avis',
    anonymous:
      'Cette feuille est anonyme : n’écrivez pas votre nom. Aucune question n’est obligatoire.',
    several: 'plusieurs réponses possibles',
    code: (code: string) => `Ou répondez par téléphone, avec ce code : ${code}`,
    thanks: 'Merci !',
    printHint: 'Imprimez cette page (Ctrl + P). Elle tient sur une feuille A4 par personne.',
  },
  typing: {
    title: 'Saisir les feuilles de papier',
    lead: 'Un chiffre par question, puis la touche Tab ; Entrée enregistre la feuille. Laissez vide ce qui n’a pas de réponse.',
    typed: (n: number) => plural(n, 'feuille saisie', 'feuilles saisies'),
    code: 'Code imprimé sur la feuille',
    codeHint: 'Vide si la feuille n’en a pas',
    several: 'Plusieurs chiffres, séparés par un espace',
    save: 'Enregistrer la feuille',
    takeBack: 'Retirer une feuille identique',
    takeBackHint:
      'Une feuille mal saisie se retire en la saisissant de nouveau telle quelle, puis avec le second bouton. Son texte se masque dans les résultats.',
    totals: 'Totaux des feuilles saisies',
    closed: 'Ce questionnaire est clos : on ne peut plus y saisir de feuilles.',
  },
  results: {
    title: 'Résultats',
    sentence: 'La phrase pour le bilan',
    none: 'Pas encore de réponses.',
    fewLive:
      'Les résultats s’affichent à partir de cinq réponses par téléphone, puis avancent de cinq en cinq : ainsi, on ne peut pas reconnaître une réponse en la voyant arriver.',
    rate: 'Participation',
    presentUnknown: 'La présence n’a pas été notée : le taux de réponse ne peut pas être calculé.',
    count: 'Nombre',
    beyond: (answers: number, present: number) =>
      `${answers} réponses pour ${plural(present, 'personne présente', 'personnes présentes')} : il y en a plus que de personnes. L’écart est montré tel quel ; vérifiez l’émargement, et le code de la salle s’il était ouvert.`,
    notOnce:
      'Certaines réponses sont arrivées par le code de la salle, qui ne garantit pas une réponse par personne.',
    byQuestion: 'Question par question',
    answer: 'Réponse',
    share: 'Part',
    n: (n: number) => plural(n, 'réponse à cette question', 'réponses à cette question'),
    nobody: 'Personne n’a répondu à cette question.',
    satisfied: (count: number, n: number) => `${percent(count, n)} satisfaits (${count} sur ${n})`,
    yes: (count: number, n: number) => `${percent(count, n)} de oui (${count} sur ${n})`,
    satisfiedMeans: '« Satisfaits » : les deux meilleurs niveaux sur quatre.',
    compare: 'Côte à côte',
    compareHint:
      'Les taux sont calculés sur l’ensemble des réponses, jamais en moyenne de pourcentages. Un ensemble de moins de cinq réponses n’est pas montré.',
    question: 'Question',
    pools: {
      own: 'Cette séance',
      others: 'Autres séances de l’action',
      last: 'Édition précédente',
      year: 'Toute l’année',
    },
    brokenDown: { profession: 'Par fonction', structure: 'Par structure' },
    brokenDownHint: 'Montré seulement pour les groupes de cinq réponses et plus.',
    comments: 'Ce que les personnes ont écrit',
    noComments: 'Aucun commentaire à montrer.',
    edit: 'Étiqueter, masquer un nom, publier',
    text: 'Texte',
    textHint: 'Remplacez un nom par […] : ce qui était écrit est effacé.',
    tags: 'Étiquettes',
    tagsHint: 'Séparées par des virgules',
    publishable: 'Peut être cité dans un bilan',
    published: 'peut être cité',
    redacted: 'modifié',
    save: 'Enregistrer',
    export: 'Télécharger',
    csv: 'Tableau CSV',
    xlsx: 'Classeur Excel',
    print: 'Imprimez cette page pour un document d’une ou deux feuilles.',
    sharing: 'Partager',
    sharingHint:
      'Un lien en lecture seule, pour l’intervenant ou le financeur : les chiffres, et les seuls commentaires qui peuvent être cités.',
    makeLink: 'Créer un lien de partage',
    revoke: 'Retirer ce lien',
    revokeHint: 'Ce lien cessera de fonctionner pour toujours.',
    shared: 'Résultats partagés en lecture seule',
  },
  says: {
    /** « 25 réponses sur 37 présentes (68 %) ; accueil 100 % (25 sur 25), contenu 96 % (24 sur 25) » */
    sentence: (
      answers: number,
      present: number | null,
      satisfied: { name: string; count: number; n: number }[],
    ) => {
      const rate =
        present && present >= answers
          ? `${plural(answers, 'réponse', 'réponses')} sur ${plural(present, 'personne présente', 'personnes présentes')} (${percent(answers, present)})`
          : present
            ? `${plural(answers, 'réponse', 'réponses')} pour ${plural(present, 'personne présente', 'personnes présentes')}`
            : plural(answers, 'réponse', 'réponses');
      const shares = satisfied
        .map(({ name, count, n }) => `${name} ${percent(count, n)} (${count} sur ${n})`)
        .join(', ');
      return shares ? `${rate} ; ${shares}` : rate;
    },
    share: (count: number, n: number) => `${percent(count, n)} (${count} sur ${n})`,
    file: (code: string) => `resultats-${code}`,
    sheets: { figures: 'Chiffres', comments: 'Commentaires', facts: 'Participation' },
    columns: {
      question: 'Question',
      answer: 'Réponse',
      count: 'Nombre',
      n: 'Réponses à la question',
      percent: 'Part (%)',
      comment: 'Commentaire',
      tags: 'Étiquettes',
      publishable: 'Peut être cité',
      satisfied: 'Satisfaits (deux meilleurs niveaux)',
    },
    facts: { answers: 'Réponses', present: 'Personnes présentes' },
    ways: {
      slip: 'Billets',
      link: 'Liens personnels',
      room: 'Code de la salle',
      paper: 'Papier',
      import: 'Reprises d’un bilan',
    } satisfies Record<Way, string>,
  },
};
