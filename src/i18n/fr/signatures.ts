/** Qui signe les attestations : la signature, le nom, la fonction et le cachet d’une structure. */
export const signatures = {
  title: 'Signatures et cachets',
  intro:
    'Ce qui signe les attestations de présence. Chacune garde la signature qu’elle avait le jour où elle a été établie : changer ici ne change que les suivantes.',
  none: 'Aucune signature pour l’instant : les attestations ont une case vide, à signer et à tamponner à la main.',
  since: (day: string) => `Imprimée sur les attestations établies depuis le ${day}.`,
  until: (from: string, to: string) => `Sur des attestations établies du ${from} au ${to}.`,
  change: 'Retirer…',
  changeWhich: (name: string) => `la signature de ${name}`,
  endedTitle: 'Anciennes signatures',
  endedText:
    'Elles ne signent plus rien de nouveau ; les attestations qui les portent les gardent.',
  noOrganisation:
    'Votre compte n’est rattaché à aucune structure : demandez-le à l’administration.',
  addTitle: 'Donner une signature',
  addText:
    'Elle remplace celle de la structure pour les attestations à venir. Ce que vous n’envoyez pas n’est pas imprimé : choisissez les deux images, même si une seule a changé. Sans image, la case reste à signer, avec le nom et la fonction.',
  organisation: 'Structure',
  ownOnly: (name: string) => `Cette signature sera celle de votre structure : ${name}.`,
  name: 'Prénom et nom de la personne qui signe',
  role: 'Sa fonction',
  roleHint: 'Par exemple : directrice du réseau.',
  signature: 'Image de la signature',
  signatureHint:
    'Elle n’est visible qu’ici et sur les attestations. Demandez l’accord de la personne.',
  stamp: 'Image du cachet',
  add: 'Enregistrer la signature',
  toLogos: 'Voir et changer les logos',
  pictures: {
    signature: (name: string) => `Signature de ${name}`,
    stamp: (_name: string) => 'Cachet de la structure',
  },
  problems: {
    organisation: 'Indiquez le nom de la structure, en 160 caractères au plus.',
    name: 'Indiquez le prénom et le nom de la personne qui signe, en 100 caractères au plus.',
    role: 'Indiquez sa fonction, en 160 caractères au plus.',
  },
  oneTitle: (name: string) => `Signature de ${name}`,
  borne: (n: number) =>
    n === 0
      ? 'Aucune attestation valable ne la porte.'
      : n === 1
        ? 'Une attestation valable la porte.'
        : `${n} attestations valables la portent.`,
  borneByMany: (n: number) => `Au moins ${n} attestations valables la portent.`,
  endTitle: 'Ne plus signer',
  endText:
    'Les attestations à venir auront une case vide, à signer à la main. Celles qui sont établies ne changent pas.',
  end: 'Ne plus signer les attestations à venir',
  eraseTitle: 'Effacer partout',
  eraseText: (n: number) =>
    n === 0
      ? 'Les images, le nom et la fonction sont effacés. On ne peut pas revenir en arrière.'
      : `Les images, le nom et la fonction sont effacés, aussi ${n === 1 ? 'de l’attestation déjà établie : imprimée de nouveau, elle aura' : 'des attestations déjà établies : imprimées de nouveau, elles auront'} une case vide. ${n === 1 ? 'Elle reste valable' : 'Elles restent valables'}. On ne peut pas revenir en arrière.`,
  erase: 'Effacer cette signature partout',
  back: 'Revenir aux signatures',
  signs: (name: string, role: string, organisation: string) =>
    `Elles porteront la signature de ${name}, ${role} (${organisation}).`,
  byHand: 'Aucun porteur n’a donné de signature : elles auront une case à signer à la main.',
  toSignatures: 'Signatures et cachets',
};
