/** Being told of the date of a session that has none yet. */
export const dateWatch = {
  invite: 'Me prévenir quand la date est fixée',
  title: 'Être prévenu·e de la date',
  text: 'La date n’est pas encore fixée. Laissez votre adresse : vous recevrez un seul message quand elle le sera, ou si la séance est annulée.',
  noSeat: 'Cela ne réserve pas de place : vous pourrez vous inscrire à ce moment-là.',
  firstName: 'Prénom',
  email: 'Adresse électronique',
  consent: 'J’accepte que mon adresse soit gardée jusqu’à ce message, puis effacée',
  submit: 'Me prévenir',
  problems: {
    firstName: 'Écrivez votre prénom, de 80 caractères au plus',
    email: 'Écrivez une adresse électronique complète, comme nom@exemple.fr',
    consent: 'Cochez la case : sans votre accord, nous ne pouvons pas garder votre adresse',
  },
  notedTitle: 'C’est noté',
  notedText:
    'Un message vient d’être envoyé à cette adresse, avec un lien pour changer d’avis. Si vous aviez déjà fait cette demande, elle tient toujours.',
  backToProgramme: 'Voir le programme',
  ownTitle: 'Vous attendez la date de cette séance',
  ownText: 'Vous recevrez un message à l’adresse que vous avez laissée quand elle sera fixée.',
  withdraw: 'Ne plus me prévenir',
  withdrawnTitle: 'Vous ne serez pas prévenu·e',
  withdrawnText: 'Votre adresse est effacée.',
  mail: {
    awaited: {
      subject: 'Vous serez prévenu·e de la date',
      lead: 'Vous avez demandé à connaître la date de cette séance. Nous vous écrirons une fois, quand elle sera fixée.',
      change: 'Vous avez changé d’avis, ou cette demande ne vient pas de vous ?',
      button: 'Ne plus me prévenir',
    },
    known: {
      subject: 'La date est fixée',
      lead: 'Vous attendiez la date de cette séance : la voici.',
      register: 'Aucune place n’est réservée pour vous : inscrivez-vous si vous voulez venir.',
      button: 'Voir la séance et s’inscrire',
    },
    cancelled: {
      subject: 'Séance annulée',
      lead: 'Vous attendiez la date de cette séance : elle est annulée.',
    },
    forgotten: 'Votre demande s’arrête ici, et votre adresse n’est plus gardée pour elle.',
    why: (network: string) =>
      `Vous recevez ce message parce que cette adresse a été laissée pour connaître la date d’une séance : ${network}.`,
  },
};
