/** The directories of organisations, professions and venues. */
const uses = (count: number, one: string, many: string) =>
  count >= 100 ? `100 ${many} ou plus` : `${count} ${count > 1 ? many : one}`;

export const directories = {
  title: 'Annuaires',
  intro:
    'Les noms que l’on retrouve dans les formulaires et les bilans. Un nom nouveau s’y ajoute de lui-même quand quelqu’un le saisit.',
  which: 'Quel annuaire',
  names: { organisations: 'Structures', professions: 'Professions', venues: 'Lieux' },
  search: 'Chercher un nom',
  find: 'Chercher',
  none: 'Aucun nom ne correspond.',
  name: 'Nom',
  kind: 'Type de structure',
  kindHint: 'Par exemple : crèche, relais petite enfance, association.',
  address: 'Adresse',
  town: 'Commune',
  access: 'Comment venir',
  uses: 'Utilisé par',
  used: {
    actions: (count: number) => uses(count, 'action', 'actions'),
    accounts: (count: number) => uses(count, 'compte', 'comptes'),
    sessions: (count: number) => uses(count, 'séance', 'séances'),
    meetings: (count: number) => uses(count, 'réunion', 'réunions'),
    handouts: (count: number) => uses(count, 'publication diffusée', 'publications diffusées'),
    loans: (count: number) => uses(count, 'prêt', 'prêts'),
    contacts: (count: number) => uses(count, 'contact', 'contacts'),
    logos: (count: number) => uses(count, 'logo', 'logos'),
    signatures: (count: number) => uses(count, 'signature', 'signatures'),
  },
  doublesTitle: 'Peut-être en double',
  doublesIntro:
    'Ces noms se ressemblent. Regardez-les avant de fusionner : certains sont différents.',
  compare: (one: string, other: string) => `« ${one} » et « ${other} »`,
  edit: 'Corriger',
  renameHint:
    'L’ancien nom reste reconnu : ce qui a été saisi avec lui est compté sous le nouveau.',
  venueSilent:
    'Ce que vous corrigez ici se voit aussitôt sur la page de toutes les séances qui ont ce lieu, et n’est annoncé à personne. Si une séance change de lieu, modifiez la séance : les personnes inscrites seront prévenues.',
  save: 'Enregistrer',
  territories: {
    title: 'Territoires',
    link: 'Territoires : regrouper les communes',
    intro:
      'Le bilan de l’année compte par territoire : une intercommunalité, un bassin. Donnez le même nom aux communes qui vont ensemble. Une commune sans territoire compte pour elle-même.',
    none: 'Aucun lieu n’a encore de commune.',
    venues: (count: number) => `${count} ${count > 1 ? 'lieux' : 'lieu'}`,
    tooLong: 'Raccourcissez : 120 caractères au plus.',
    stale:
      'Quelqu’un d’autre a changé ce territoire pendant ce temps. Votre saisie est gardée ici : enregistrez de nouveau pour la mettre à sa place.',
  },
  mergeTitle: 'Fusionner avec un autre nom',
  mergeIntro: (name: string) =>
    `Si « ${name} » existe aussi sous un autre nom, indiquez celui qui reste.`,
  mergeInto: 'Le nom qui reste',
  preview: 'Voir ce qui changera',
  mergePageTitle: (gone: string, kept: string) => `Fusionner « ${gone} » avec « ${kept} »`,
  goes: (name: string) => `« ${name} » disparaît de l’annuaire.`,
  stays: (name: string) => `« ${name} » reste.`,
  moves: (what: string, kept: string) => `Passent à « ${kept} » : ${what}.`,
  movesNothing: 'Rien d’autre dans l’annuaire n’y est rattaché.',
  typed: (gone: string, kept: string) =>
    `Ce que des personnes ont saisi sous « ${gone} », ou saisiront, compte désormais comme « ${kept} » dans les bilans.`,
  accountsGain: (kept: string) =>
    `Les comptes rattachés pourront agir sur toutes les actions que porte « ${kept} ».`,
  logo: (gone: string, kept: string) =>
    `Le logo de « ${gone} » est supprimé : celui de « ${kept} » est gardé.`,
  signature: (gone: string, kept: string) =>
    `Les attestations à venir porteront la signature de « ${kept} », et non celle de « ${gone} ». Celles qui sont établies gardent la leur.`,
  venueKept:
    'L’adresse du lieu qui reste est gardée ; ce qui lui manque est repris de l’autre. Personne n’est prévenu.',
  noUndo: 'Une fusion ne se défait pas.',
  merge: 'Fusionner',
  cancel: 'Ne pas fusionner',
  swap: (name: string) => `Garder plutôt « ${name} »`,
  merged: 'Les deux noms sont fusionnés.',
  problems: {
    name: 'Saisissez un nom, de 200 caractères au plus.',
    kind: 'Saisissez 120 caractères au plus.',
    address: 'Saisissez 300 caractères au plus.',
    town: 'Saisissez 120 caractères au plus.',
    access: 'Saisissez 1 000 caractères au plus.',
    unknown: 'Ce nom n’est pas dans l’annuaire. Choisissez-le dans la liste.',
  },
  refusals: {
    stale:
      'Quelqu’un d’autre a changé ce nom pendant ce temps. Voici ce qui est enregistré maintenant. Vérifiez, puis recommencez.',
    taken: 'Ce nom est déjà dans l’annuaire. Pour n’en garder qu’un, fusionnez les deux.',
    same: 'C’est le même nom. Choisissez-en un autre.',
  },
};
