/** What mails, invitations and the local mailbox say. */
export const mail = {
  hello: 'Bonjour,',
  helloName: (name: string) => `Bonjour ${name},`,
  and: (parts: string[]) => list(parts, 'et'),
  from: (day: string, days: number) => `à partir du ${day} (${days} jours)`,
  noDate: 'date à venir',
  noDateYet: 'La date sera annoncée plus tard. Vous recevrez un message.',
  before: 'Avant',
  after: 'Maintenant',
  manage: 'Voir, modifier ou annuler mon inscription',
  seeSession: 'Voir la séance',
  seeProgramme: 'Voir le programme',
  invitationAttached: 'Une invitation pour votre agenda est jointe à ce message.',
  invitationADay:
    'Votre agenda reçoit une invitation par jour : celle du premier jour est jointe à ce message, les autres arrivent à part.',
  atTheDoor:
    'À l’entrée, montrez le QR code de votre page, par le lien ci-dessous : votre présence est notée d’un geste.',
  cannotCome:
    'Un empêchement ? Annulez dès que vous le savez : votre place ira à une personne qui attend.',
  removedFromCalendar: 'La séance est retirée de votre agenda.',
  reason: (reason: string) => `Motif : ${reason}`,
  byColleague:
    'Une personne de votre équipe a fait cette inscription pour vous. Si vous ne souhaitez pas venir, annulez avec le lien ci-dessous.',

  terms: {
    what: 'Quoi',
    when: 'Quand',
    where: 'Où',
    seats: 'Places',
    with: 'Avec',
    by: 'Organisé par',
    practical: 'Bon à savoir',
    mode: 'Format',
    title: 'Titre',
  },
  modes: { in_person: 'sur place', online: 'par visioconférence' },
  noPlace: 'Le lieu sera précisé plus tard.',
  online: 'Par visioconférence',
  joinVideo: 'Rejoindre la visioconférence',
  videoLater: 'Le lien de connexion vous sera envoyé avant la séance.',
  videoOnceConfirmed: 'Le lien de connexion vous sera envoyé quand votre place sera confirmée.',
  videoChanged: 'Le lien de connexion a changé : utilisez celui de ce message.',
  practicalChanged: 'Les informations pratiques ont changé : relisez-les ci-dessous.',

  practical: {
    free: 'Gratuit.',
    price: (price: string) => `Tarif : ${price}`,
    babies: 'Les bébés sont les bienvenus.',
    wheelchair: 'Accessible en fauteuil roulant.',
    access: (text: string) => `Accès : ${text}`,
    parking: (text: string) => `Stationnement : ${text}`,
    bus: (text: string) => `En bus : ${text}`,
    interpreter: (text: string) => `Interprète : ${text}`,
    signLanguage: 'Interprétation en langue des signes.',
    bring: (text: string) => `À apporter : ${text}`,
  },

  question: (ways: string) => `Une question ? ${ways}`,
  callName: (name: string, phone: string) => `Appelez ${name} au ${phone}`,
  call: (phone: string) => `Appelez le ${phone}`,
  writeTo: (email: string) => `écrivez à ${email}`,
  orAnswer: 'répondez à ce message',
  answer: 'Répondez à ce message',
  or: 'ou',
  why: (network: string) =>
    `Vous recevez ce message parce que cette adresse a servi à une inscription auprès de : ${network}.`,

  registered: {
    subject: 'Inscription confirmée',
    lead: (seats: number) =>
      seats > 1
        ? `C’est noté : vos ${seats} places sont réservées.`
        : 'C’est noté : votre place est réservée.',
  },
  confirmed: {
    subject: 'Votre place est confirmée',
    lead: (seats: number) =>
      seats > 1
        ? `Bonne nouvelle : vos ${seats} places sont confirmées.`
        : 'Bonne nouvelle : votre place est confirmée.',
  },
  beingChecked: {
    subject: 'Demande d’inscription reçue',
    lead: 'Votre demande est bien arrivée, et votre place est gardée.',
    next: 'Cette séance s’adresse à un public précis. L’équipe vérifie votre demande, puis vous écrit.',
    audience: (text: string) => `Public concerné : ${text}`,
  },
  notEligible: {
    subject: 'Inscription non retenue',
    lead: 'Nous n’avons pas pu retenir votre inscription à cette séance.',
    next: 'D’autres séances vous conviendront peut-être.',
  },
  waitlisted: {
    subject: 'Vous êtes sur la liste d’attente',
    lead: (rank: number) =>
      `La séance est complète. Vous êtes en position ${rank} sur la liste d’attente.`,
    rule: 'Dès qu’une place se libère, elle est proposée dans l’ordre d’arrivée. Si votre tour vient, vous recevrez un message et un délai pour répondre.',
    leave: 'Vous ne souhaitez plus venir ? Quittez la liste avec le lien ci-dessous.',
  },
  offer: {
    subject: (until: string) => `Une place pour vous : répondez avant ${until}`,
    lead: (seats: number) =>
      seats > 1
        ? `${seats} places se sont libérées, et elles sont gardées pour vous.`
        : 'Une place s’est libérée, et elle est gardée pour vous.',
    until: (day: string, time: string) =>
      `Répondez avant le ${day} à ${time}. Passé ce délai, la place ira à la personne suivante.`,
    short: (day: string, time: string) => `${day}, ${time}`,
    answer: 'Accepter ou refuser la place',
  },
  offerLapsed: {
    subject: 'Le délai pour répondre est passé',
    lead: 'Nous n’avons pas reçu votre réponse à temps. La place a été proposée à la personne suivante, et vous n’êtes plus sur la liste d’attente.',
    next: 'Si vous souhaitez toujours venir, inscrivez-vous de nouveau : vous reprendrez rang sur la liste.',
  },
  cancelled: {
    subject: 'Inscription annulée',
    lead: 'Votre inscription est annulée, comme vous l’avez demandé. Merci de nous avoir prévenus.',
    byOrganiser: 'L’équipe qui organise la séance a annulé votre inscription.',
    next: 'Vous avez changé d’avis ? Vous pouvez vous inscrire de nouveau, selon les places qui restent.',
    byOrganiserNext: 'Si cela vous surprend, appelez-nous ou répondez à ce message.',
  },
  seatWithdrawn: {
    subject: 'Votre place n’est plus assurée',
    lead: 'Il y a moins de places que prévu à cette séance. L’équipe qui l’organise a dû remettre votre inscription sur la liste d’attente. Nous en sommes désolés.',
  },
  sessionCancelled: {
    subject: 'Séance annulée',
    lead: 'Cette séance est annulée. Nous en sommes désolés.',
    next: 'Vous n’avez rien à faire. D’autres séances sont peut-être au programme.',
  },
  sessionChanged: {
    subject: 'Changement',
    lead: 'La séance change. Voici ce qui est nouveau.',
    keep: 'Si cela vous convient, vous n’avez rien à faire : votre inscription est conservée.',
    calendar: 'Votre agenda est mis à jour par l’invitation jointe.',
  },
  moved: {
    subject: 'Votre inscription a changé de séance',
    lead: 'Votre inscription est passée d’une séance à l’autre. Votre place dans la nouvelle séance est réservée.',
    calendar: 'Votre agenda est mis à jour par l’invitation jointe.',
  },
  handedOver: {
    subject: 'Votre place est transmise',
    lead: 'Votre place est passée à la personne que vous avez désignée. Elle a reçu sa propre confirmation.',
    end: 'Votre inscription est terminée, et votre ancien lien ne fonctionne plus.',
  },
  addressLeft: {
    subject: 'Votre inscription change d’adresse',
    lead: 'L’inscription qui utilisait cette adresse électronique en utilise une autre. La place n’est pas perdue : les messages arrivent maintenant à la nouvelle adresse, avec l’invitation pour l’agenda.',
    end: 'Le lien reçu à cette adresse ne fonctionne plus.',
  },
  alreadyRegistered: {
    subject: 'Votre inscription existe déjà',
    lead: 'Cette adresse a déjà une inscription à cette séance. Rien n’a été changé.',
    next: 'Pour la voir, la modifier ou l’annuler, suivez le lien ci-dessous. Si cette demande ne vient pas de vous, ignorez ce message.',
  },
  calendarDay: {
    subject: (day: number, days: number) => `Pour votre agenda, jour ${day} sur ${days}`,
    lead: (day: number, days: number) =>
      `Voici l’invitation pour le jour ${day} sur ${days}. Elle complète celles des autres jours : votre inscription est la même.`,
    summary: (title: string, day: number, days: number) => `${title} (jour ${day} sur ${days})`,
  },
  calendarDayCancelled: {
    subject: 'Un jour retiré de votre agenda',
    lead: 'Ce jour ne fait plus partie de votre agenda.',
  },
  lostLink: {
    subject: 'Vos inscriptions',
    lead: 'Vous avez demandé à retrouver vos inscriptions. Chaque lien ouvre l’une d’elles : gardez ce message pour vous.',
    ignore: 'Si cette demande ne vient pas de vous, ignorez ce message.',
    states: {
      pending: 'en cours de vérification',
      confirmed: 'confirmée',
      waitlisted: 'en liste d’attente',
      offered: 'une place vous attend',
      cancelled: 'annulée',
    },
  },

  mailbox: {
    title: 'Boîte locale',
    intro:
      'Les messages de cette installation restent ici au lieu de partir. Cette page n’existe qu’en développement.',
    empty: 'Aucun message pour l’instant.',
    to: 'À',
    from: 'De',
    received: 'Reçu le',
    html: 'Aperçu',
    text: 'Texte',
    calendar: 'Agenda',
    download: 'Télécharger le message (.eml)',
    all: 'Tous les messages',
  },
};

function list(parts: string[], word: string): string {
  return parts.length < 2
    ? (parts[0] ?? '')
    : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}
