/** Les attestations de présence : le document, la vérification, la page privée, les courriels. */
export const certificates = {
  document: {
    title: 'Attestation de présence',
    number: (number: string) => `Nº ${number}`,
    attests: (network: string) => `${network} atteste que`,
    attended: 'a été présent·e à :',
    when: 'Dates',
    hours: 'Durée de présence',
    hoursUnknown: 'non notée',
    where: 'Lieu',
    online: 'Par vidéo',
    by: 'Organisé par',
    speakers: 'Intervention',
    and: ' et ',
    noDate: 'date non notée',
    morning: 'le matin',
    afternoon: 'l’après-midi',
    issuedOn: (day: string) => `Attestation établie le ${day}.`,
    signature: 'Signature et cachet de la structure',
    funders: 'Avec le soutien de',
    verify: 'Vérifier cette attestation :',
    revoked: 'Cette attestation est annulée : elle ne vaut plus.',
    print: 'Imprimez cette page (A4).',
    noPdf:
      'Ce document ne peut pas être écrit en PDF avec toutes les lettres du nom. Imprimez cette page : elle vaut la même chose.',
  },
  minutes: (total: number) => {
    const hours = Math.floor(total / 60);
    const minutes = total % 60;
    if (!hours) return `${minutes} min`;
    return minutes ? `${hours} h ${String(minutes).padStart(2, '0')}` : `${hours} h`;
  },
  verification: {
    title: 'Vérification d’une attestation',
    valid: 'Cette attestation est valable',
    revoked: 'Cette attestation est annulée',
    unknown: 'Aucune attestation ne porte ce code',
    unknownText:
      'Comparez-le lettre par lettre avec celui du document, ou lisez son QR code. S’il est le même, ce document n’a pas été établi ici.',
    because: {
      attendance_corrected: 'La présence a été corrigée depuis.',
      name_corrected: 'Le nom a été corrigé depuis.',
      organiser: 'La structure qui l’a établie l’a annulée.',
    },
    replacedBy: 'Celle qui la remplace :',
    number: 'Numéro',
    name: 'Nom imprimé',
    erased: 'effacé à la demande de la personne',
    session: 'Séance',
    note: 'Comparez avec le document que vous avez en main. Cette page ne dit rien d’autre de la personne.',
  },
  own: {
    title: 'Mes attestations',
    ofRegistration: 'Attestation de présence',
    intro:
      'Cette page est à vous : ne transmettez son adresse qu’à qui doit voir toutes vos attestations.',
    none: 'Il n’y a pas d’attestation valable pour l’instant. Elle est établie après la séance, pour les personnes présentes. Une attestation annulée n’est plus ici.',
    year: (year: number | null) => (year === null ? 'Sans date' : String(year)),
    total: (hours: string) => `Total : ${hours}`,
    withoutHours: (n: number) =>
      n === 1 ? '(une séance sans durée notée)' : `(${n} séances sans durée notée)`,
    session: 'Séance',
    hours: 'Durée',
    document: 'Attestation',
    pdf: 'PDF',
    print: 'Imprimer',
    all: 'Toutes en un document (PDF)',
    allPrint: 'Toutes, à imprimer',
    allTitle: (names: readonly string[]) => `Attestations de présence de ${names.join(' et ')}`,
    verify: (address: string) =>
      `Chaque attestation se vérifie à l’adresse ${address} suivie de son code.`,
    code: 'Code',
  },
  request: {
    title: 'Retrouver mes attestations',
    text: 'Saisissez votre adresse électronique : vous recevrez un lien vers la page qui réunit toutes vos attestations.',
    email: 'Adresse électronique',
    problem: 'Saisissez une adresse complète, comme nom@exemple.fr',
    submit: 'Recevoir le lien',
    sentTitle: 'Regardez votre messagerie',
    sentText:
      'Si des attestations ont été établies pour cette adresse, un message vient de lui être envoyé avec le lien.',
    sentHint:
      'Rien après quelques minutes ? Regardez dans les indésirables, puis vérifiez l’adresse.',
  },
  mail: {
    ready: {
      subject: (title: string) => `Votre attestation de présence : ${title}`,
      lead: 'Merci d’être venu·e à cette séance.',
      text: 'Votre attestation de présence est prête. Vous pouvez la télécharger ou l’imprimer, et retrouver toutes les vôtres au même endroit.',
      replaced: (number: string) =>
        `Votre attestation de présence a été corrigée. Celle-ci remplace la nº ${number}, qui ne vaut plus.`,
      button: 'Voir mon attestation',
    },
    revoked: {
      subject: (title: string) => `Votre attestation de présence ne vaut plus : ${title}`,
      lead: (number: string) => `Votre attestation de présence nº ${number} est annulée.`,
      because: {
        mistake: 'Elle avait été établie par erreur.',
        not_present: 'La présence à cette séance n’est pas confirmée.',
        asked: 'C’est ce que vous aviez demandé.',
        other: 'C’est la structure qui l’avait établie qui l’a annulée.',
        attendance_corrected: 'La feuille de présence de cette séance a été corrigée.',
      },
      checked: 'Ne la présentez plus : la page qui la vérifie dit qu’elle est annulée.',
      alone: 'Aucune autre ne la remplace pour le moment. Vos autres attestations ne changent pas.',
      button: 'Voir mes attestations',
      question: 'Cela vous étonne ? Répondez à ce message.',
    },
    number: 'Attestation nº',
    link: {
      subject: 'Vos attestations de présence',
      lead: (n: number) =>
        n === 1
          ? 'Voici le lien vers votre attestation.'
          : `Voici le lien vers vos ${n} attestations.`,
      ignore: 'Vous n’avez rien demandé ? Ignorez ce message : personne d’autre n’a reçu ce lien.',
      button: 'Voir mes attestations',
    },
    why: (network: string) =>
      `Vous recevez ce message de ${network} parce que vous avez participé à une séance avec cette adresse.`,
  },
  organiser: {
    title: 'Attestations',
    intro:
      'Une attestation par personne présente, avec ses heures de présence. Si vous corrigez ensuite l’émargement, l’ancienne est annulée et une nouvelle la remplace.',
    moment: (day: string, time: string) => `${day} à ${time}`,
    notOver: (when: string) =>
      `Les attestations s’établissent quand la séance est finie : ${when}.`,
    partlyOver: (when: string) =>
      `La séance n’est pas finie : une attestation ne dit que les demi-journées passées, et sera remplacée après la suivante. Prochaine fin : ${when}.`,
    endedEarly: 'Elle a fini plus tôt ?',
    correctHours: 'Corriger l’heure de fin',
    refusals: {
      not_over: (when: string) =>
        `Rien n’a été établi : la séance n’est pas finie. Revenez après sa fin, ${when}.`,
    },
    disagree: (n: number) =>
      n === 1
        ? 'Une attestation ne dit plus ce qui est noté : les heures, la présence ou le nom ont été corrigés.'
        : `${n} attestations ne disent plus ce qui est noté : les heures, la présence ou le nom ont été corrigés.`,
    correct: (n: number) => (n === 1 ? 'Corriger l’attestation' : `Corriger ${n} attestations`),
    toIssue: (n: number) =>
      n === 0 ? 'Toutes les attestations sont établies.' : `${n} à établir.`,
    issue: (n: number) => (n === 1 ? 'Établir l’attestation' : `Établir les ${n} attestations`),
    goOn: 'Continuer',
    progress: (done: number, of: number) => `${done} sur ${of} établies`,
    toMail: (n: number) =>
      n === 1 ? 'Envoyer l’attestation par courriel' : `Envoyer les ${n} attestations par courriel`,
    toMailHint: (n: number) =>
      n === 1
        ? 'Une personne recevra un message de remerciement avec son lien.'
        : `${n} personnes recevront un message de remerciement avec leur lien.`,
    corrected: (n: number) =>
      n === 1
        ? 'Une attestation corrigée attend d’être envoyée : la personne en détient une qui ne vaut plus.'
        : `${n} attestations corrigées attendent d’être envoyées : ces personnes en détiennent une qui ne vaut plus.`,
    toTell: (n: number) =>
      n === 1
        ? 'Une personne détient une attestation qui ne vaut plus, sans rien pour la remplacer, et ne le sait pas.'
        : `${n} personnes détiennent une attestation qui ne vaut plus, sans rien pour la remplacer, et ne le savent pas.`,
    tell: (n: number) => (n === 1 ? 'Prévenir cette personne' : `Prévenir ces ${n} personnes`),
    toMailAndTell: (mails: number, told: number) =>
      `Envoyer ${mails === 1 ? 'l’attestation' : `les ${mails} attestations`} et prévenir ${told === 1 ? 'une personne' : `${told} personnes`}`,
    noAddress: (n: number) =>
      n === 1
        ? 'Une personne n’a pas d’adresse : imprimez son attestation.'
        : `${n} personnes n’ont pas d’adresse : imprimez leurs attestations.`,
    printAll: 'Imprimer toutes les attestations',
    allPdf: 'Toutes en un PDF',
    somePdf: (from: number, to: number) => `En PDF, de ${from} à ${to}`,
    nobody: 'Personne n’est noté présent : faites d’abord l’émargement.',
    person: 'Personne',
    number: 'Numéro',
    hours: 'Durée',
    mailed: 'Envoyée',
    notMailed: 'À envoyer',
    byHand: 'À remettre',
    revoked: 'Annulée',
    revoke: 'Annuler',
    ofNamed: (name: string) => `: attestation de ${name}`,
    because: {
      attendance_corrected: 'présence corrigée',
      name_corrected: 'nom corrigé',
      organiser: 'reprise par l’organisation',
    },
    takeBack: {
      title: 'Annuler cette attestation',
      told: (name: string, address: string) =>
        `${name} sera prévenu·e par courriel, à l’adresse ${address}.`,
      noAddress:
        'Aucune adresse n’est connue : si l’attestation a été remise, prévenez cette personne vous-même.',
      notSent: 'Elle n’a pas été envoyée : aucun courriel ne partira.',
      final:
        'L’attestation ne vaudra plus, et sa page de vérification le dira. Vous pourrez en établir une autre ensuite.',
      rather:
        'Les heures, la présence ou le nom sont faux ? Corrigez-les : une attestation juste remplace aussitôt celle-ci.',
      toList: 'Corriger l’émargement',
      toDetails: 'Corriger les coordonnées',
      mailed: 'Envoyée',
      mailedOn: (day: string) => `le ${day}`,
      neverMailed: 'pas envoyée',
      reason: 'Raison',
      reasonHint: 'La personne la lira dans le courriel.',
      reasons: {
        mistake: 'Elle a été établie par erreur',
        not_present: 'La présence n’est pas confirmée',
        asked: 'La personne l’a demandé',
        other: 'Autre raison',
      },
      note: 'Précisions',
      noteHint:
        'Pour l’organisation seulement : rien n’en est dit à la personne ni sur la page de vérification. Nécessaires pour une autre raison.',
      problems: {
        reason: 'Choisissez une raison',
        note: 'Précisez la raison, en 500 caractères au plus',
      },
      confirm: (told: boolean): string => (told ? 'Annuler et prévenir' : 'Annuler l’attestation'),
      keep: 'La garder',
    },
    again: 'Établir de nouveau',
    done: {
      etablies: 'Les attestations sont établies.',
      suite: 'Une partie est établie : continuez.',
      corrigees:
        'Les attestations sont corrigées : les anciennes sont annulées, les nouvelles sont à envoyer.',
      envoyees: 'Les messages partent.',
      annulee: 'L’attestation est annulée : sa page de vérification le dit.',
      'annulee-prevenue': 'L’attestation est annulée, et la personne est prévenue par courriel.',
    },
  },
};
