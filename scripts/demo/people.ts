/** People who do not exist, at addresses that reach nobody (RFC 2606). */
const firstNames = [
  'Amélie',
  'Inès',
  'Łucja',
  'Sofiane',
  'Maëlle',
  'Şeyma',
  'Bastien',
  'Nour',
  'Clémence',
  'Thanh',
  'Fatou',
  'Élodie',
];
const lastNames = [
  'Démo',
  'Essai',
  'Modèle',
  'Exemple',
  'Fictif',
  'Esquisse',
  'Maquette',
  'Brouillon',
  'Patron',
  'Épreuve',
  'Canevas',
];
const professions = [
  'Assistante maternelle',
  'Auxiliaire de puériculture',
  'Éducatrice de jeunes enfants',
  'Puéricultrice',
  'Sage-femme',
];
const organisations = [
  'Crèche Les Exemples',
  'Micro-crèche du Modèle',
  'LAEP de démonstration',
  'Cabinet Essai',
];
const towns = ['Alès', 'Anduze', 'La Grand-Combe', 'Saint-Ambroix'];

const pick = (list: readonly string[], n: number) => list[n % list.length] ?? '';

/** The nth person: another name each time, as 11 and 12 share no factor. */
export function person(n: number) {
  return {
    firstName: pick(firstNames, n),
    lastName: pick(lastNames, n),
    email: `personne-${n + 1}@demo.example`,
    locale: 'fr' as const,
    profession: pick(professions, n),
    organisation: pick(organisations, n),
    town: pick(towns, n),
  };
}
