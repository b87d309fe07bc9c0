/** The organisers' side: its frame, the sign-in, the people. */
export const organiser = {
  menu: 'Espace organisateurs',
  openMenu: 'Menu',
  account: 'Votre compte',
  signOut: 'Se déconnecter',
  nav: {
    today: 'Aujourd’hui',
    sessions: 'Séances',
    actions: 'Actions',
    meetings: 'Réunions',
    handouts: 'Prêts et publications',
    reports: 'Bilans',
    contacts: 'Contacts',
    mails: 'Courriels',
    directories: 'Annuaires',
    people: 'Personnes',
  },
  roles: {
    administrator: 'Administration',
    organiser: 'Organisation',
    reader: 'Lecture',
  },
  roleHints: {
    administrator: 'Peut tout faire, et gère les comptes.',
    organiser: 'Travaille sur les actions que sa structure porte ou co-porte.',
    reader: 'Voit les chiffres et les bilans, sans les noms ni les adresses.',
  },
  /** Said at the top of the page after what was just done: ?fait=… */
  done: {
    inscription: 'La personne est inscrite.',
    confirmation: 'La place est confirmée.',
    coordonnees: 'Les coordonnées sont corrigées.',
    eligibilite: 'La réponse est enregistrée, la personne est prévenue.',
    annulation: 'L’inscription est annulée.',
    adresse: 'L’adresse est corrigée ; la confirmation part à la nouvelle.',
    renvoi: 'Le message repart, avec la situation d’aujourd’hui.',
    changement: 'La personne est inscrite à la nouvelle séance.',
    connexion: 'Vous êtes connecté·e.',
    'connexion-fermee': 'La connexion est fermée.',
    'cle-ajoutee': 'La clé d’accès est ajoutée. Elle ouvre votre compte dès maintenant.',
    'cle-supprimee': 'La clé d’accès est supprimée : elle n’ouvre plus votre compte.',
    invitation:
      'L’invitation part par courriel. La personne pourra se connecter avec cette adresse.',
    'invitation-corrigee':
      'L’adresse est corrigée et l’invitation part à la nouvelle. L’ancienne n’ouvre plus rien.',
    enregistre: 'C’est enregistré.',
    desactive: 'Le compte est désactivé et ses connexions sont fermées.',
    reactive: 'Le compte est réactivé.',
    action: 'L’action est créée.',
    reunion: 'La réunion est enregistrée.',
    copie: 'La copie est figée.',
    'reunion-retiree': 'La réunion est retirée de vos actions ; les autres la gardent.',
    'reunion-supprimee': 'La réunion est supprimée.',
  },
  errors: {
    notFound:
      'L’adresse est peut-être incomplète, ou ce qu’elle montrait a été supprimé. Cherchez-le depuis le menu.',
    ofAction: 'Elle concerne l’action',
    carriedBy: (carriers: string) =>
      `Cette action est portée par ${carriers}. Seuls les comptes d’une structure qui la porte y travaillent.`,
    ask: (people: string) => `Demandez à ${people}.`,
  },
  login: {
    title: 'Connexion',
    intro:
      'Saisissez l’adresse électronique de votre compte. Vous recevrez un lien pour vous connecter, sans mot de passe.',
    email: 'Adresse électronique',
    send: 'Recevoir le lien',
    noAccount:
      'Vous n’avez pas de compte ? Demandez une invitation à la personne qui administre le réseau.',
    sentTitle: 'Regardez votre messagerie',
    sentText:
      'Si cette adresse a un compte, un message vient de lui être envoyé. Il contient un lien pour se connecter, valable 15 minutes et une seule fois.',
    sentHint:
      'Rien après quelques minutes ? Regardez dans les indésirables, puis vérifiez l’adresse et recommencez.',
    again: 'Saisir une autre adresse',
    confirmTitle: 'Se connecter',
    confirmText: 'Appuyez sur le bouton pour ouvrir l’espace organisateurs sur cet appareil.',
    confirm: 'Me connecter',
    confirmHint:
      'Vous resterez connecté·e sur cet appareil pendant 30 jours. Sur un ordinateur partagé, pensez à vous déconnecter.',
    deadTitle: 'Ce lien n’est plus valable',
    deadText:
      'Un lien de connexion sert une seule fois et pendant 15 minutes. Demandez-en un nouveau.',
    askAgain: 'Demander un nouveau lien',
  },
  logins: {
    title: 'Mes connexions',
    intro:
      'Les appareils sur lesquels votre compte est ouvert. Fermez ceux que vous ne reconnaissez pas.',
    device: 'Appareil',
    unknownDevice: 'Appareil inconnu',
    since: 'Ouverte le',
    lastSeen: 'Dernier passage',
    end: 'Fermer',
    endWhich: (device: string, since: string) => `la connexion de ${device}, ouverte le ${since}`,
    current: 'Cet appareil',
  },
  people: {
    title: 'Personnes',
    intro: 'Celles et ceux qui ont accès à l’espace organisateurs.',
    name: 'Nom',
    email: 'Adresse électronique',
    emailHint: 'La personne se connecte avec cette adresse : vérifiez-la bien.',
    role: 'Rôle',
    organisation: 'Structure',
    organisationHint:
      'La structure pour laquelle la personne travaille. Elle pourra agir sur les actions que cette structure porte. Nécessaire pour le rôle « Organisation ».',
    state: 'État',
    active: 'Actif',
    invited: 'Invitation en attente',
    disabled: 'Désactivé',
    inviteTitle: 'Inviter une personne',
    invite: 'Inviter',
    notTakenUp: 'Personne ne s’est encore connecté à ce compte.',
    inviteAgain: 'Renvoyer l’invitation',
    correctAddress: 'Corriger l’adresse et renvoyer l’invitation',
    correctAddressHint:
      'Tant que l’invitation n’a pas servi, son adresse peut être corrigée. Ce qui a été envoyé à l’ancienne n’ouvre plus rien.',
    save: 'Enregistrer',
    disableTitle: 'Désactiver ce compte',
    disableText: (name: string) =>
      `${name} sera déconnecté·e de tous ses appareils et ne pourra plus se connecter. Ce qui a été fait reste dans l’historique.`,
    disable: 'Désactiver le compte',
    enableText: 'Ce compte est désactivé : la personne ne peut pas se connecter.',
    enable: 'Réactiver le compte',
    problems: {
      name: 'Saisissez un nom, de 120 caractères au plus.',
      email: 'Saisissez une adresse électronique, comme nom@exemple.fr.',
      role: 'Choisissez un rôle.',
      organisation: 'Indiquez la structure pour laquelle cette personne travaille.',
    },
    refusals: {
      not_waiting:
        'Cette personne s’est déjà connectée, ou son compte est désactivé : il n’y a plus d’invitation.',
      same_address:
        'C’est l’adresse actuelle. Pour renvoyer l’invitation sans la changer, il y a un bouton plus haut.',
      address_taken: 'Cette adresse a déjà un compte. Cherchez-la dans la liste.',
      changed_meanwhile:
        'Quelqu’un d’autre a modifié ce compte pendant ce temps. Voici ce qui est enregistré maintenant ; votre saisie est dans le formulaire. Vérifiez, puis enregistrez de nouveau.',
      last_administrator:
        'C’est le dernier compte d’administration. Donnez d’abord ce rôle à une autre personne.',
    },
  },
  mail: {
    login: {
      subject: 'Votre lien de connexion',
      lead: (until: string) =>
        `Voici le lien pour ouvrir l’espace organisateurs. Il sert une seule fois, jusqu’à ${until}.`,
      button: 'Me connecter',
      ignore:
        'Si vous n’avez pas demandé ce lien, ignorez ce message : sans lui, personne ne peut se connecter à votre place.',
    },
    invitation: {
      subject: 'Votre accès à l’espace organisateurs',
      lead: (invitedBy: string) =>
        `${invitedBy} vous a ouvert un compte dans l’espace organisateurs.`,
      how: 'Pour entrer, saisissez cette adresse électronique sur la page de connexion : vous recevrez un lien. Il n’y a pas de mot de passe.',
      button: 'Ouvrir l’espace organisateurs',
    },
    why: (network: string) =>
      `Vous recevez ce message parce que cette adresse a un compte d’organisation auprès de : ${network}.`,
  },
  today: {
    title: 'Aujourd’hui',
    ofDay: 'Les séances du jour',
    attendance: 'Noter les présences',
    upcoming: 'Les séances des quatre prochaines semaines',
    session: 'Séance',
    when: 'Date',
    places: 'Places',
    draft: 'Brouillon',
    none: 'Aucune séance dans les quatre prochaines semaines.',
    seats: (taken: number, capacity: number | null) =>
      capacity === null ? `${taken} inscriptions` : `${taken}\u00a0/\u00a0${capacity} places`,
    waiting: (count: number) => `${count} en attente`,
    underMinimum: (minimum: number) => `sous le minimum (${minimum})`,
  },
};
