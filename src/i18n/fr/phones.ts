/** The organisers' side: the list to phone through, and who was told by no message. */
export const phones = {
  title: 'Liste des téléphones',
  intro:
    'Pour prévenir de vive voix celles et ceux qu’un message n’atteindra pas à temps. Cochez au fur et à mesure : toute l’équipe voit les appels faits.',
  noPhone: 'Aucun numéro de téléphone pour cette séance.',
  phone: 'Téléphone',
  call: 'Appel',
  calledAt: (when: string, who: string) => `Appelée ${when} par ${who}`,
  tick: 'Appel fait',
  untick: 'Décocher',
  for: (name: string) => `pour ${name}`,
  left: (n: number) =>
    n === 0 ? 'Tout le monde a été appelé.' : `${n} appel${n > 1 ? 's' : ''} à faire`,
  calledBefore: (when: string, who: string) =>
    `Appelée ${when} par ${who}, avant la dernière annonce`,
  untold: {
    no_address: 'Sans adresse',
    failed: 'Message non remis',
    waiting: 'Message pas encore parti',
  },
  untoldNotice: (n: number) =>
    n === 1
      ? 'Une personne n’a été prévenue par aucun message : elle n’a pas donné d’adresse, ou le message n’est pas arrivé. Appelez-la.'
      : `${n} personnes n’ont été prévenues par aucun message : elles n’ont pas donné d’adresse, ou le message n’est pas arrivé. Appelez-les.`,
  toldNotice:
    'Les personnes inscrites sont prévenues par message. Si la séance est proche, appelez aussi : un message n’est pas toujours lu à temps.',
  withoutPhone: (n: number) => `${n} personne${n > 1 ? 's' : ''} sans numéro`,
  withoutPhoneHint: 'Un numéro manque : cherchez-le, ou passez par quelqu’un qui les connaît.',
};
