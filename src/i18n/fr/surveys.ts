/** Les questionnaires : ce que voient les personnes qui répondent, et ce que voient les organisateurs. */
import type { Dimension, SurveyMoment } from '../survey-words';

export const surveys = {
  levels: {
    '4': 'Très satisfaisant',
    '3': 'Satisfaisant',
    '2': 'Peu satisfaisant',
    '1': 'Pas satisfaisant',
    satisfied: 'Satisfaisant ou très satisfaisant, sans précision',
    unsatisfied: 'Peu ou pas satisfaisant, sans précision',
  } as Record<string, string>,
  yesNo: { yes: 'Oui', no: 'Non' } as Record<string, string>,
  moments: {
    before: 'Avant la rencontre',
    after: 'À la fin de la rencontre',
    later: 'Quelques semaines après',
  } satisfies Record<SurveyMoment, string>,
  form: {
    title: { before: 'Vos attentes', after: 'Votre avis', later: 'Et depuis ?' } satisfies Record<
      SurveyMoment,
      string
    >,
    anonymous:
      'Vos réponses sont anonymes : ni votre nom, ni l’heure, ni votre appareil ne sont enregistrés avec elles. Aucune question n’est obligatoire.',
    notOnce:
      'Ce questionnaire est ouvert à toute la salle : merci de n’y répondre qu’une seule fois.',
    textHint: 'N’écrivez ni nom, ni information de santé.',
    you: 'Vous',
    youHint:
      'Demandé seulement parce que cinq personnes présentes au moins partagent chaque réponse proposée.',
    dimensions: { profession: 'Votre fonction', structure: 'Votre structure' } satisfies Record<
      Dimension,
      string
    >,
    noAnswer: 'Je préfère ne pas le dire',
    send: 'Envoyer mes réponses',
    sending: 'Envoi en cours…',
    kept: 'La connexion est mauvaise. Vos réponses sont gardées sur ce téléphone et partiront dès qu’elle revient ; vous pouvez aussi les envoyer de nouveau. Elles ne compteront qu’une fois.',
    stopReminding: 'Ne pas me le rappeler',
    muted: 'Vous ne recevrez pas de rappel. Vous pouvez toujours répondre.',
    errors: {
      unknown_choice: 'Choisissez parmi les réponses proposées',
      too_long: 'Raccourcissez ce texte : 1 000 caractères au plus',
      empty: 'Répondez à une question au moins',
    },
  },
  received: {
    title: 'Merci, vos réponses sont arrivées',
    text: 'Elles aident à préparer les prochaines rencontres. Vous pouvez fermer cette page.',
    alreadyTitle: 'Déjà reçu, merci',
    alreadyText:
      'Ce billet ou ce lien a déjà servi : une réponse nous est parvenue. Elle compte, vous n’avez rien d’autre à faire.',
    closedTitle: 'Ce questionnaire est terminé',
    closedText: 'Il n’accepte plus de réponses. Merci de votre intérêt.',
    fullTitle: 'Ce questionnaire ne prend plus de réponses par ce code',
    fullText:
      'Trop de réponses sont arrivées par le code de la salle. Parlez-en aux organisateurs.',
  },
  mail: {
    invitation: {
      before: {
        subject: 'Vos attentes',
        lead: 'Vous êtes inscrit·e à la rencontre ci-dessous. Dites-nous en deux minutes ce que vous en attendez : cela aide à la préparer.',
      },
      after: {
        subject: 'Votre avis',
        lead: 'Merci d’être venu·e. Dites-nous en deux minutes ce que vous en avez pensé.',
      },
      later: {
        subject: 'Et depuis ?',
        lead: 'Vous étiez présent·e à la rencontre ci-dessous. Dites-nous en deux minutes ce qu’elle vous a apporté depuis.',
      },
    } satisfies Record<SurveyMoment, { subject: string; lead: string }>,
    reminder: {
      subject: 'Votre avis nous manque',
      lead: 'Si vous n’avez pas encore répondu au questionnaire de cette rencontre, vous pouvez encore le faire. Si c’est fait, merci : ne tenez pas compte de ce message. Il n’y en aura pas d’autre.',
    },
    button: {
      before: 'Dire ce que j’attends',
      after: 'Donner mon avis',
      later: 'Répondre au questionnaire',
    } satisfies Record<SurveyMoment, string>,
    anonymous:
      'Vos réponses sont anonymes : elles sont enregistrées sans votre nom, sans l’heure et sans rien qui permette de les relier à vous.',
    once: 'Ce lien ne sert qu’une fois. Ne le transmettez pas.',
  },
};
