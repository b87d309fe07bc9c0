/** Partners: their list, the invitations that they get, and how they get no more. */
const contactsOf = (n: number) => (n > 1 ? `${n} contacts` : `${n} contact`);

const list = {
  title: 'Contacts',
  intro:
    'Les partenaires que le réseau invite à ses séances : une liste commune, où chaque adresse n’est qu’une fois.',
  search: 'Chercher',
  searchHint: 'Un nom, une adresse, une structure…',
  tag: 'Étiquette',
  anyTag: 'Toutes',
  apply: 'Afficher',
  none: 'Aucun contact ne correspond.',
  email: 'Adresse',
  emailHint: 'Comme nom@exemple.fr.',
  name: 'Nom',
  organisation: 'Structure',
  tags: 'Étiquettes',
  tagsHint: 'Séparées par des virgules : crèche, RPE, Alès.',
  consent: 'D’où vient l’accord',
  consentHint:
    'Comment ces personnes ont accepté vos invitations, par exemple « fiche remplie au forum de mars 2026 ». Chaque invitation le dit.',
  unsubscribed: 'Désabonné·e',
  addTitle: 'Ajouter un contact',
  add: 'Ajouter',
  toImport: 'Importer un fichier',
  problems: {
    email: 'Écrivez une adresse, comme nom@exemple.fr.',
    name: 'Écrivez un nom de 120 caractères au plus.',
    organisation: 'Écrivez un nom de structure de 160 caractères au plus.',
    tags: 'Écrivez douze étiquettes au plus, de 40 caractères au plus chacune.',
    consentSource: 'Dites d’où vient l’accord, en 200 caractères au plus.',
  },
  refusals: {
    known: 'Cette adresse est déjà dans la liste.',
    unsubscribed: 'Cette personne s’est désabonnée : elle ne sera plus invitée.',
    full: 'La liste du réseau est pleine (5 000 contacts) : supprimez d’abord ceux qui ne servent plus.',
  },
};

const one = {
  title: 'Corriger un contact',
  save: 'Enregistrer',
  unsubscribed:
    'Cette personne ne reçoit plus d’invitations, et cela vaut pour toujours : même si vous corrigez son adresse, l’effacez ou l’importez de nouveau.',
  eraseTitle: 'Effacer ce contact',
  eraseText:
    'Le nom, l’adresse, la structure et les étiquettes sont effacés, et les invitations qui attendent ne partent pas. Ce qui est déjà parti reste dans les courriels. Si cette personne s’est désabonnée, elle le reste. L’effacement ne se défait pas.',
  erase: 'Effacer',
  stale:
    'Quelqu’un d’autre a corrigé ce contact entre-temps. Ce que vous avez saisi est gardé ici : vérifiez, puis enregistrez de nouveau.',
};

const importing = {
  title: 'Importer des contacts',
  back: 'Tous les contacts',
  intro:
    'Un fichier CSV, ou les lignes d’un tableur collées ici. La première ligne peut nommer les colonnes : adresse, prénom, nom, structure, étiquettes. Sans elle, les colonnes sont dans l’ordre : adresse, nom, structure, étiquettes.',
  file: 'Fichier CSV',
  fileHint: '1 000 lignes et 200 Ko au plus.',
  text: 'Ou les lignes elles-mêmes',
  textHint: 'Une ligne par personne. Un fichier choisi ci-dessus passe avant.',
  tags: 'Étiquettes pour toutes ces personnes',
  preview: 'Voir ce qui serait importé',
  previewTitle: 'Ce qui serait importé',
  line: 'Ligne',
  standing: 'Ce qui se passe',
  standings: {
    new: 'Nouveau',
    known: 'Déjà connu : seules ses étiquettes sont complétées',
    unsubscribed: 'Désabonné·e : ne sera pas importé·e',
  },
  counts: (added: number, known: number, unsubscribed: number, faulty: number) =>
    [
      `${added} ${added > 1 ? 'nouveaux' : 'nouveau'}`,
      `${known} déjà ${known > 1 ? 'connus' : 'connu'}`,
      `${unsubscribed} ${unsubscribed > 1 ? 'désabonné·es' : 'désabonné·e'}`,
      `${faulty} ${faulty > 1 ? 'lignes fautives' : 'ligne fautive'}`,
    ].join(', '),
  faultyTitle: 'Lignes qui ne seront pas importées',
  faultyText: 'Texte',
  reason: 'Raison',
  reasons: {
    email: 'Pas d’adresse valable',
    too_long: 'Un nom, une structure ou des étiquettes trop longs',
    twice: 'Adresse déjà plus haut dans ce fichier',
  },
  shown: (n: number) => `Les ${n} premières lignes sont montrées.`,
  confirm: (n: number) => `Importer ${contactsOf(n)}`,
  change: 'Corriger et revoir',
  problems: {
    text: 'Choisissez un fichier ou collez des lignes.',
    tooManyLines: 'Il y a plus de 1 000 lignes : importez-les en plusieurs fois.',
  },
};

const invitations = {
  intro:
    'Annoncez cette séance aux partenaires. Chacun reçoit son propre message, sans voir les autres, et peut se désabonner d’un clic.',
  cancelled: 'Cette séance est annulée : on n’y invite plus.',
  newTitle: 'Nouvelle invitation',
  editTitle: 'Modifier l’invitation',
  back: 'Toutes les invitations',
  toContacts: 'Voir les contacts',
  noContacts: 'Aucun contact pour l’instant : ajoutez-en, ou importez un fichier.',
  subjectHint: '150 caractères au plus.',
  bodyHint:
    'Le message commence par « Bonjour » et finit par la séance, son lien, votre nom et le lien de désabonnement : ne les écrivez pas.',
  tagsHint: 'Les contacts qui portent une de ces étiquettes. Sans étiquette cochée : tous.',
  tagCount: (n: number) => contactsOf(n),
  next: 'Voir l’invitation',
  prefillSubject: (day: string | null, title: string) =>
    ['Invitation', day, title].filter(Boolean).join(' – '),
  prefillBody: (title: string, summary: string) =>
    `Nous avons le plaisir de vous inviter à « ${title} ».${summary ? `\n\n${summary}` : ''}\n\nN’hésitez pas à faire suivre cette invitation autour de vous.`,
  prefillBodyInvited: (title: string, summary: string) =>
    `Nous avons le plaisir de vous inviter à « ${title} ».${summary ? `\n\n${summary}` : ''}\n\nOn s’inscrit par le lien de ce message seulement. Vous pouvez le transmettre aux personnes de votre équipe à qui la séance s’adresse.`,
  listTitle: 'Invitations à cette séance',
  none: 'Aucune invitation pour l’instant.',
  columns: { subject: 'Objet', audience: 'À qui', state: 'Où elle en est' },
  everybody: 'Tous les contacts',
  sending: (written: number) => `Envoi en cours : ${written} écrites`,
  sentState: (written: number, when: string) => `Écrite à ${contactsOf(written)}, ${when}`,
  takenBack: 'Annulée avant l’envoi',
  stopped: (written: number) => `Arrêtée : écrite à ${contactsOf(written)}`,
  reach: (n: number) =>
    n === 0
      ? 'Personne ne la recevrait.'
      : `${contactsOf(n)} ${n > 1 ? 'la recevront' : 'la recevra'}, sans les désabonné·es.`,
  progressTitle: 'Décompte',
  counts: {
    sent: 'Envoyées',
    waiting: 'En route',
    failed: 'Non remises',
    withdrawn: 'Retirées, car la personne s’est désabonnée',
    unsubscribed: 'Désabonnements par cette invitation',
  },
  previewTitle: 'L’invitation, telle qu’elle sera lue',
  previewFrame: 'Aperçu de l’invitation',
  trialText: (email: string) => `L’invitation part à votre adresse seulement : ${email}.`,
  send: 'Envoyer l’invitation',
  stopText: 'Ce qui n’est pas encore écrit ne partira pas. Ce qui est écrit part.',
  laterHint:
    'À la date et à l’heure ci-dessous. Les contacts ajoutés d’ici là la reçoivent aussi, et pas ceux qui se désabonnent.',
  problems: {
    tags: 'Choisissez des étiquettes de la liste.',
  },
  refusals: {
    stale:
      'Cette invitation a été modifiée ou envoyée entre-temps. Voici ce qui est enregistré maintenant : vérifiez, puis recommencez.',
    nobody: 'Aucun contact ne porte ces étiquettes : rien n’est parti.',
    not_published: 'Publiez d’abord la séance : le lien de l’invitation ne mènerait nulle part.',
  },
};

const mail = {
  trial: '[Essai]',
  see: 'Voir la séance et s’inscrire',
  forWhom: 'Pour qui',
  sentBy: (sender: string) => `Cette invitation vous est envoyée par ${sender}.`,
  unsubscribe: 'Ne plus recevoir d’invitations',
  detail: 'Une page s’ouvre, avec un bouton. C’est pour de bon.',
  unsubscribeHere: 'Ici, chaque personne trouve le lien qui la désabonne pour de bon.',
  why: (network: string, source: string) =>
    `Vous recevez ce message parce que votre adresse est dans les contacts de ${network} (${source}).`,
};

const leaving = {
  title: 'Ne plus recevoir d’invitations',
  text: 'En appuyant sur ce bouton, vous ne recevrez plus d’invitations à cette adresse, de personne dans ce réseau. Vos propres inscriptions ne changent pas.',
  button: 'Me désabonner',
  doneTitle: 'Vous êtes désabonné·e',
  doneText: 'Vous ne recevrez plus d’invitations à cette adresse. Rien d’autre n’est à faire.',
};

/** Said at the top of the page after what was just done: ?fait=… */
const done = {
  'contact-ajoute': 'Le contact est ajouté.',
  'contact-corrige': 'Le contact est corrigé.',
  'contact-efface': 'Le contact est effacé.',
  'contacts-importes': 'Les contacts sont importés.',
  'invitation-enregistree': 'L’invitation est enregistrée. Relisez-la, puis envoyez-la.',
  'invitation-essai': 'L’essai part à votre adresse.',
  'invitation-envoi': 'L’envoi est lancé : cette page montre où il en est.',
  'invitation-programmee': 'L’envoi est programmé.',
  'invitation-arretee': 'L’envoi est arrêté.',
  'invitation-supprimee': 'Le brouillon est supprimé.',
};

export const contacts = { list, one, importing, invitations, mail, leaving, done };
