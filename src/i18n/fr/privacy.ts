export const privacy = {
  title: 'Vos données',
  lede: 'Ce que nous gardons quand vous vous inscrivez, pourquoi, combien de temps, et ce que vous pouvez demander.',
  whoTitle: 'Qui est responsable',
  who: (network: string) =>
    `${network} et les organisations qui proposent les séances. Elles seules voient les inscriptions de leurs séances.`,
  whatTitle: 'Ce que nous gardons',
  what: [
    'Votre prénom, votre nom et votre adresse électronique : pour vous inscrire, vous envoyer la confirmation et vous prévenir d’un changement.',
    'Votre téléphone, votre profession, votre structure ou votre commune : seulement quand la séance le demande, pour vous joindre, préparer la séance ou rendre compte de l’année en nombres.',
    'Le mot que vous laissez pour l’intervenant·e : cette personne reçoit votre prénom, votre profession et ce mot, sans votre nom ni votre adresse.',
    'L’adresse de nos partenaires professionnels, avec l’origine de leur accord : pour leur annoncer les séances. Chaque message permet de se désabonner, pour toujours.',
    'Votre présence aux séances : pour vous remettre une attestation et compter les participations.',
  ],
  notKeptTitle: 'Ce que nous ne gardons pas',
  notKept: [
    'Aucune donnée de santé : n’en écrivez pas dans les champs libres.',
    'Aucun cookie pour les visiteurs, aucune mesure d’audience, aucun service extérieur dans les pages.',
    'Aucun lien entre vous et vos réponses aux questionnaires : elles sont anonymes.',
  ],
  whyTitle: 'Pourquoi nous en avons le droit',
  why: 'Vous nous donnez votre accord en vous inscrivant (article 6.1.a du RGPD), et vous pouvez le retirer à tout moment : annuler votre inscription suffit. Les comptes rendus à nos financeurs ne contiennent que des nombres.',
  howLongTitle: 'Combien de temps',
  howLong: [
    'Les inscriptions : le temps de préparer la séance et d’en rendre compte. Écrivez-nous pour les faire effacer : il n’en restera que des nombres.',
    'Les attestations de présence : plus longtemps, car un renouvellement d’agrément peut les demander cinq ans après ou davantage.',
    'Les messages envoyés : comme l’inscription dont ils parlent.',
  ],
  rightsTitle: 'Vos droits',
  rights: [
    'Vous pouvez voir, corriger, récupérer et faire effacer ce qui vous concerne, ou vous y opposer.',
    'La page de votre inscription permet de vous désinscrire à tout moment.',
    'Si notre réponse ne vous convient pas, vous pouvez saisir la CNIL (cnil.fr).',
  ],
  lostLink: 'Retrouver le lien de mes inscriptions',
  askTitle: 'Nous écrire',
  ask: 'Pour toute demande sur vos données :',
};
