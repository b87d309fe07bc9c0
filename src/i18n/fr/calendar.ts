/** Ce que les agendas montrent. */
export const calendar = {
  cancelled: (title: string) => `Annulé : ${title}`,
  dayOf: (title: string, n: number, days: number) => `${title} (${n}/${days})`,
  online: 'Par vidéo',
  onlineHow: 'Par vidéo : le lien est envoyé aux personnes inscrites.',
  hours: (hours: string[]) => `Horaires : ${hours.join(', ')}`,
  forWhom: (target: string) => `Pour qui : ${target}`,
  proposedBy: (carriers: string[]) => `Proposé par ${carriers.join(', ')}`,
  register: (url: string) => `Places et inscription : ${url}`,
  reason: (reason: string) => `Motif : ${reason}`,
};
