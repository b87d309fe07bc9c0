/** The organisers' side: who keeps a seat when there are fewer than before. */
const people = (n: number) => (n < 2 ? `${n} personne` : `${n} personnes`);
const places = (n: number) => (n < 2 ? `${n} place` : `${n} places`);

export const whoStays = {
  title: 'Qui garde sa place',
  now: (taken: number, capacity: number) =>
    `${taken < 2 ? `${taken} place est prise` : `${taken} places sont prises`}, pour une capacité de ${capacity}.`,
  nobodyYet: 'Personne n’a été retiré ni prévenu.',
  fits: 'Toutes les places prises tiennent dans la capacité : il n’y a rien à choisir.',
  keep: 'Gardent leur place',
  keepHint:
    'Dans l’ordre d’arrivée. Les premières inscriptions qui tiennent dans la capacité sont cochées ; changez ce choix si vous avez une raison.',
  earlier: (n: number) =>
    `Seules les ${n} dernières inscriptions sont montrées : les précédentes gardent leur place.`,
  seats: places,
  unreachable: 'sans adresse : à appeler',
  to: 'Les autres',
  toWaiting: 'passent sur la liste d’attente',
  toWaitingHint: 'Au rang de leur arrivée : elles seront les premières si une place se libère.',
  toCancelled: 'sont annulées',
  toCancelledHint: 'Elles devront s’inscrire de nouveau pour revenir.',
  becomeWaiting: (n: number): string =>
    n < 2 ? 'Elle passe sur la liste d’attente.' : 'Elles passent sur la liste d’attente.',
  becomeCancelled: (n: number): string =>
    n < 2 ? 'Son inscription est annulée.' : 'Leurs inscriptions sont annulées.',
  reason: 'Raison',
  reasonHint: 'Elle est écrite dans le message. Par exemple : la jauge de la salle est réduite.',
  reasonTooLong: 'Écrivez 500 caractères au plus.',
  next: 'Voir ce qui va se passer',
  leaving: (n: number) => `${people(n)} ${n < 2 ? 'perd sa place' : 'perdent leur place'}`,
  told: (n: number) =>
    n === 0
      ? 'Personne n’a d’adresse électronique : aucun message ne partira.'
      : `${people(n)} ${n === 1 ? 'sera prévenue' : 'seront prévenues'} par courriel, et la séance disparaîtra de ${n === 1 ? 'son agenda' : 'leur agenda'}.`,
  toCall: (n: number) =>
    `${people(n)} n’${n < 2 ? 'a' : 'ont'} pas donné d’adresse électronique : il faudra ${n < 2 ? 'l’appeler' : 'les appeler'}.`,
  stillOver: (n: number) =>
    n < 2
      ? 'Il restera 1 place prise au-delà de la capacité.'
      : `Il restera ${n} places prises au-delà de la capacité.`,
  confirm: (n: number) => `Retirer ${people(n)}`,
  back: 'Changer ce choix',
  keepAll: 'Garder tout le monde',
  none: 'Décochez au moins une personne, ou gardez tout le monde.',
};
