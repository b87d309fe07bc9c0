export const errors = {
  notFoundTitle: 'Cette page n’existe pas',
  notFoundText:
    'L’adresse est peut-être incomplète, ou le lien n’est plus valable. Vérifiez-la, ou revenez au programme.',
  forbiddenTitle: 'Vous n’avez pas accès à cette page',
  forbiddenText:
    'Votre compte ne permet pas de faire cela. Une administratrice ou un administrateur peut vous en donner le droit.',
  crossSiteTitle: 'Cet envoi n’a pas été accepté',
  crossSiteText:
    'Il venait d’un autre site. Ouvrez la page ici et envoyez-la de nouveau : rien n’a été enregistré.',
  tooLargeTitle: 'Cet envoi est trop volumineux',
  tooLargeText:
    'Raccourcissez les textes, ou envoyez des fichiers plus légers, en plusieurs fois : rien n’a été enregistré.',
  tooManyTitle: 'Trop de demandes à la fois',
  tooManyText:
    'Attendez une minute, puis envoyez de nouveau. Rien n’a été perdu ; ce que vous avez saisi est conservé si vous revenez en arrière.',
  bugTitle: 'Une erreur est survenue',
  bugText:
    'Elle vient de notre côté. Rien de ce qui était enregistré n’est perdu. Réessayez dans un instant ; si l’erreur revient, appelez le réseau.',
  backToProgramme: 'Voir le programme',
  summaryTitle: 'Il y a un problème',
  titlePrefix: 'Erreur : ',
  fieldPrefix: 'Erreur : ',
};
