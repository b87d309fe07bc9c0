/** Correcting what was noted of someone: by an organiser, and by the person on their own page. */
export const correctDetails = {
  title: 'Corriger les coordonnées',
  intro:
    'Rien n’est envoyé : la place, le lien et l’agenda de la personne restent ce qu’ils sont. L’historique garde ce qui a été corrigé, sans les valeurs.',
  seatsHint: (seated: boolean): string =>
    seated
      ? 'Les places en plus suivent la capacité de la séance ; celles en moins sont proposées aux personnes qui attendent. Prévenez la personne.'
      : 'La personne garde son rang sur la liste d’attente.',
  save: 'Corriger',
  cancel: 'Revenir sans rien changer',
  groupLabel: 'Nom du groupe',
  children: 'Enfants',
  adults: 'Adultes',
  refusals: {
    stale:
      'Cette fiche a été corrigée entre-temps. Voici ce que vous avez saisi : vérifiez, puis corrigez de nouveau.',
    not_live: 'Cette inscription est annulée : elle ne tient plus de place.',
    over_capacity_needs_reason:
      'Ces places dépassent la capacité. Donnez la raison de la dépasser, ou baissez le nombre.',
    over_max: 'Ces places dépassent le maximum de la séance.',
  },
  storedNow: 'Enregistré maintenant',
  /** What was corrected, in the history. */
  names: {
    firstName: 'prénom',
    lastName: 'nom',
    phone: 'téléphone',
    profession: 'fonction',
    organisation: 'structure',
    town: 'commune',
    note: 'message',
    seats: 'places',
    companions: 'accompagnants',
    groupLabel: 'nom du groupe',
    headcounts: 'effectif',
  },
  own: {
    link: 'Corriger mes données',
    title: 'Corriger mes données',
    intro:
      'Votre place, votre lien et votre agenda restent ce qu’ils sont. L’adresse électronique et le nombre de places se changent autrement : appelez-nous si besoin.',
    organisationFixed:
      'Cette séance limite les places par structure : pour changer la vôtre, appelez-nous.',
    save: 'Enregistrer',
    stale: 'Vos données ont été corrigées entre-temps. Vérifiez, puis enregistrez de nouveau.',
  },
};
