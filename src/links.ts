/**
 * Every address of the site. Those that are printed or mailed never change; pages, mails, QR codes
 * and calendars all take them from here. Paths only: `absolute` puts the site's own address before.
 */
/** An id, or the place where it stands in a route. */
type Id = number | ':id';
type Year = number | ':year';

export type SurveyPart =
  | 'acces'
  | 'salle'
  | 'ecran'
  | 'billets'
  | 'papier'
  | 'saisie'
  | 'liens'
  | 'rappel'
  | 'fonctions'
  | 'cloture'
  | 'suppression'
  | 'partage'
  | 'commentaires'
  | 'resultats.csv'
  | 'resultats.xlsx';

export const links = {
  programme: () => '/',
  programmeFeed: () => '/programme.ics',
  session: (code: string) => `/s/${code}`,
  /** What an invitation to a session « sur invitation » leads to. */
  invitedSession: (code: string, token: string) => `/s/${code}?invitation=${token}`,
  sessionCalendar: (code: string) => `/s/${code}.ics`,
  register: (code: string) => `/s/${code}/inscriptions`,
  dateWatchForm: (code: string) => `/s/${code}/date`,
  dateWatchNoted: () => '/date-attendue',
  dateWatch: (token: string) => `/date-attendue/${token}`,
  registration: (token: string) => `/i/${token}`,
  registrationCalendar: (token: string) => `/i/${token}/agenda.ics`,
  cancellation: (token: string) => `/i/${token}/annulation`,
  offer: (token: string) => `/i/${token}/offre`,
  handover: (token: string) => `/i/${token}/remplacement`,
  change: (token: string) => `/i/${token}/changement`,
  registrationData: (token: string) => `/i/${token}/donnees.json`,
  addressCorrection: (token: string) => `/i/${token}/adresse`,
  ownDetails: (token: string) => `/i/${token}/coordonnees`,
  lostLink: () => '/lien-perdu',
  lostLinkSent: () => '/lien-perdu/envoye',
  messageSent: () => '/message-envoye',
  handedOver: () => '/place-donnee',
  privacy: () => '/confidentialite',
  survey: (code: string) => `/q/${code}`,
  surveyThanks: (code: string) => `/q/${code}/merci`,
  surveyReminder: (code: string) => `/q/${code}/rappel`,
  sharedResults: (token: string) => `/q/resultats/${token}`,
  surveys: (code: string) => `/organisation/seances/${code}/questionnaires`,
  surveyResults: (code: string, moment: string) =>
    `/organisation/seances/${code}/questionnaires/${moment}`,
  /** What stands below a questionnaire: `saisie`, `billets`, `cloture` … */
  surveyPart: (code: string, moment: string, part: SurveyPart) =>
    `/organisation/seances/${code}/questionnaires/${moment}/${part}`,
  surveyQuestions: () => '/organisation/questions',
  surveyQuestion: (key: string) => `/organisation/questions/${key}`,
  surveyStylesheet: () => '/questionnaires.css',
  surveyScript: () => '/survey.js',
  organiser: () => '/organisation',
  login: (back?: string) =>
    `/organisation/connexion${back && back !== '/organisation' ? `?retour=${encodeURIComponent(back)}` : ''}`,
  loginRequested: () => '/organisation/connexion/message-envoye',
  passkeyLogin: () => '/organisation/connexion/cle',
  passkeyLoginOptions: () => '/organisation/connexion/cle/options',
  loginLink: (token: string) => `/organisation/connexion/${token}`,
  logout: () => '/organisation/deconnexion',
  logins: () => '/organisation/connexions',
  loginEnd: (id: Id) => `/organisation/connexions/${id}/fin`,
  passkeys: () => '/organisation/connexions/cles',
  passkeyOptions: () => '/organisation/connexions/cles/options',
  passkey: (id: Id) => `/organisation/connexions/cles/${id}`,
  passkeyRemoval: (id: Id) => `/organisation/connexions/cles/${id}/suppression`,
  passkeyScript: () => '/passkeys.js',
  actions: () => '/organisation/actions',
  newAction: () => '/organisation/actions/nouvelle',
  action: (id: Id) => `/organisation/actions/${id}`,
  actionEdit: (id: Id) => `/organisation/actions/${id}/modification`,
  meetings: (year?: number) =>
    `/organisation/reunions${year === undefined ? '' : `?annee=${year}`}`,
  newMeeting: (actionId?: number) =>
    `/organisation/reunions/nouvelle${actionId === undefined ? '' : `?action=${actionId}`}`,
  meeting: (id: Id) => `/organisation/reunions/${id}`,
  meetingRemoval: (id: Id) => `/organisation/reunions/${id}/suppression`,
  handouts: (year?: number) =>
    `/organisation/diffusions${year === undefined ? '' : `?annee=${year}`}`,
  handoutsCsv: (year?: number) =>
    `/organisation/diffusions/publications.csv${year === undefined ? '' : `?annee=${year}`}`,
  newHandout: () => '/organisation/diffusions/nouvelle',
  handout: (id: Id) => `/organisation/diffusions/${id}`,
  handoutRemoval: (id: Id) => `/organisation/diffusions/${id}/suppression`,
  loans: (year?: number) => `/organisation/prets${year === undefined ? '' : `?annee=${year}`}`,
  loansCsv: (year?: number) =>
    `/organisation/prets/prets.csv${year === undefined ? '' : `?annee=${year}`}`,
  newLoan: () => '/organisation/prets/nouveau',
  loan: (id: Id) => `/organisation/prets/${id}`,
  loanReturn: (id: Id) => `/organisation/prets/${id}/retour`,
  loanRemoval: (id: Id) => `/organisation/prets/${id}/suppression`,
  organiserSession: (code: string) => `/organisation/seances/${code}`,
  /** With the draft of a message, to choose people for it. */
  registrants: (code: string, noteId?: number) =>
    `/organisation/seances/${code}/inscriptions${noteId === undefined ? '' : `?message=${noteId}`}`,
  selection: (code: string) => `/organisation/seances/${code}/inscriptions/selection`,
  registrantsCsv: (code: string) => `/organisation/seances/${code}/inscriptions.csv`,
  registrantsXlsx: (code: string) => `/organisation/seances/${code}/inscriptions.xlsx`,
  newRegistrant: (code: string) => `/organisation/seances/${code}/inscriptions/nouvelle`,
  phoneList: (code: string) => `/organisation/seances/${code}/telephones`,
  registrant: (id: Id) => `/organisation/inscriptions/${id}`,
  registrantConfirmation: (id: Id) => `/organisation/inscriptions/${id}/confirmation`,
  registrantEligibility: (id: Id) => `/organisation/inscriptions/${id}/eligibilite`,
  registrantCancellation: (id: Id) => `/organisation/inscriptions/${id}/annulation`,
  registrantDetails: (id: Id) => `/organisation/inscriptions/${id}/coordonnees`,
  registrantAddress: (id: Id) => `/organisation/inscriptions/${id}/adresse`,
  registrantResending: (id: Id) => `/organisation/inscriptions/${id}/renvoi`,
  registrantMove: (id: Id) => `/organisation/inscriptions/${id}/changement`,
  registrantCall: (id: Id) => `/organisation/inscriptions/${id}/appel`,
  reports: () => '/organisation/bilans',
  yearReport: (year: Year) => `/organisation/bilans/${year}`,
  yearWorkbook: (year: Year) => `/organisation/bilans/${year}/bilan.xlsx`,
  yearPdf: (year: Year) => `/organisation/bilans/${year}/bilan.pdf`,
  yearDocument: (year: Year) => `/organisation/bilans/${year}/bilan.odt`,
  yearPrint: (year: Year) => `/organisation/bilans/${year}/imprimer`,
  reportCopies: (year: Year) => `/organisation/bilans/${year}/copies`,
  reportCopy: (year: Year, id: Id) => `/organisation/bilans/${year}/copies/${id}`,
  reportCopyPdf: (year: Year, id: Id) => `/organisation/bilans/${year}/copies/${id}/bilan.pdf`,
  reportCopyDocument: (year: Year, id: Id) => `/organisation/bilans/${year}/copies/${id}/bilan.odt`,
  /** The lists behind a report: a year's, an action's or a frozen copy's, by its own address. */
  reportFigure: (report: string, figure: string, query = '') =>
    `${report}/chiffres/${figure}${query}`,
  reportSatisfaction: (report: string, question: string) => `${report}/satisfaction/${question}`,
  reportMissing: (report: string, kind: string) => `${report}/manques/${kind}`,
  actionReport: (id: Id, year: Year) => `/organisation/actions/${id}/bilan/${year}`,
  actionReportEdit: (id: Id, year: Year) => `/organisation/actions/${id}/bilan/${year}/redaction`,
  actionReportPdf: (id: Id, year: Year) => `/organisation/actions/${id}/bilan/${year}/fiche.pdf`,
  actionReportDocument: (id: Id, year: Year) =>
    `/organisation/actions/${id}/bilan/${year}/fiche.odt`,
  directories: () => '/organisation/annuaires',
  territories: () => '/organisation/territoires',
  directory: (slug: string, query = '') => `/organisation/annuaires/${slug}${query}`,
  directoryEntry: (slug: string, id: Id) => `/organisation/annuaires/${slug}/${id}`,
  directoryMerge: (slug: string, id: Id) => `/organisation/annuaires/${slug}/${id}/fusion`,
  people: () => '/organisation/personnes',
  person: (id: Id) => `/organisation/personnes/${id}`,
  personInvitation: (id: Id) => `/organisation/personnes/${id}/invitation`,
  personAddress: (id: Id) => `/organisation/personnes/${id}/adresse`,
  personDisabling: (id: Id) => `/organisation/personnes/${id}/desactivation`,
  personEnabling: (id: Id) => `/organisation/personnes/${id}/reactivation`,
  mails: (state?: string, sessionCode?: string) =>
    `/organisation/courriels${state === undefined ? '' : `?etat=${state}`}${sessionCode === undefined ? '' : `&seance=${sessionCode}`}`,
  mailRetry: () => '/organisation/courriels/essai',
  mailSettling: (id: Id) => `/organisation/courriels/${id}/regle`,
  mailResending: (id: Id) => `/organisation/courriels/${id}/renvoi`,
  organiserSessions: () => '/organisation/seances',
  newSession: (actionId?: number) =>
    `/organisation/seances/nouvelle${actionId === undefined ? '' : `?action=${actionId}`}`,
  sessionEdit: (code: string) => `/organisation/seances/${code}/modification`,
  /** Several drafts at once. */
  publications: () => '/organisation/seances/publication',
  sessionPublication: (code: string) => `/organisation/seances/${code}/publication`,
  sessionCopy: (code: string) => `/organisation/seances/${code}/copie`,
  whoStays: (code: string) => `/organisation/seances/${code}/qui-reste`,
  sessionNotHeld: (code: string) => `/organisation/seances/${code}/non-tenue`,
  sessionCancellation: (code: string) => `/organisation/seances/${code}/annulation`,
  sessionHistory: (code: string) => `/organisation/seances/${code}/historique`,
  draftDeletion: (code: string) => `/organisation/seances/${code}/suppression`,
  sessionKeeping: (code: string) => `/organisation/seances/${code}/maintien`,
  /** With a registration, to write to that person alone. */
  notes: (code: string, personId?: number) =>
    `/organisation/seances/${code}/message${personId === undefined ? '' : `?personne=${personId}`}`,
  note: (code: string, id: Id) => `/organisation/seances/${code}/message/${id}`,
  notePeople: (code: string, id: Id) => `/organisation/seances/${code}/message/${id}/personnes`,
  noteEdit: (code: string, id: Id) => `/organisation/seances/${code}/message/${id}/modification`,
  notePreview: (code: string, id: Id) => `/organisation/seances/${code}/message/${id}/apercu`,
  noteTrial: (code: string, id: Id) => `/organisation/seances/${code}/message/${id}/essai`,
  noteSending: (code: string, id: Id) => `/organisation/seances/${code}/message/${id}/envoi`,
  noteStop: (code: string, id: Id) => `/organisation/seances/${code}/message/${id}/arret`,
  noteRemoval: (code: string, id: Id) => `/organisation/seances/${code}/message/${id}/suppression`,
  invitations: (code: string) => `/organisation/seances/${code}/invitations`,
  invitation: (code: string, id: Id) => `/organisation/seances/${code}/invitations/${id}`,
  /** What stands below an invitation. */
  invitationPart: (
    code: string,
    id: Id,
    part: 'apercu' | 'essai' | 'envoi' | 'arret' | 'suppression',
  ) => `/organisation/seances/${code}/invitations/${id}/${part}`,
  contacts: () => '/organisation/contacts',
  contactsImport: () => '/organisation/contacts/import',
  contact: (id: Id) => `/organisation/contacts/${id}`,
  contactRemoval: (id: Id) => `/organisation/contacts/${id}/suppression`,
  unsubscribe: (token: string) => `/desabonnement/${token}`,
  paper: (code: string) => `/organisation/seances/${code}/papier`,
  poster: (code: string) => `/organisation/seances/${code}/papier/affiche`,
  posterPdf: (code: string) => `/organisation/seances/${code}/papier/affiche.pdf`,
  flyerPdf: (code: string) => `/organisation/seances/${code}/papier/tract.pdf`,
  flyer: (code: string) => `/organisation/seances/${code}/papier/tract`,
  speakerLink: (code: string) => `/organisation/seances/${code}/papier/intervenant`,
  speakerLinkEnd: (code: string) => `/organisation/seances/${code}/papier/intervenant/fin`,
  speakerList: (token: string) => `/intervenant/${token}`,
  logos: () => '/organisation/logos',
  logoRemoval: (id: Id) => `/organisation/logos/${id}/suppression`,
  logo: (key: string) => `/logos/${key}`,
  signatures: () => '/organisation/signatures',
  signature: (id: Id) => `/organisation/signatures/${id}`,
  signaturePicture: (id: Id, kind: 'signature' | 'stamp' | ':picture') =>
    `/organisation/signatures/${id}/${kind === 'stamp' ? 'cachet' : kind}`,
  signatureEnd: (id: Id) => `/organisation/signatures/${id}/fin`,
  signatureErasure: (id: Id) => `/organisation/signatures/${id}/effacement`,
  printStylesheet: () => '/print.css',
  outreachStylesheet: () => '/diffusion.css',
  attendance: (code: string) => `/organisation/seances/${code}/emargement`,
  walkIn: (id: Id) => `/organisation/sans-inscription/${id}`,
  walkInRemoval: (id: Id) => `/organisation/sans-inscription/${id}/retrait`,
  walkIns: (code: string) => `/organisation/seances/${code}/emargement/sans-inscription`,
  headcount: (code: string) => `/organisation/seances/${code}/comptage`,
  signInSheet: (code: string) => `/organisation/seances/${code}/feuille`,
  signInSheetPrint: (code: string) => `/organisation/seances/${code}/feuille/imprimer`,
  sheetScans: (code: string) => `/organisation/seances/${code}/feuille/pages`,
  sheetScan: (code: string, id: number | string) =>
    `/organisation/seances/${code}/feuille/pages/${id}`,
  sheetScanRemoval: (code: string, id: number | string) =>
    `/organisation/seances/${code}/feuille/pages/${id}/suppression`,
  signInSheetKept: (code: string) => `/organisation/seances/${code}/feuille/rangement`,
  connections: (code: string) => `/organisation/seances/${code}/connexions`,
  connectionsRecord: (code: string) => `/organisation/seances/${code}/connexions/presences`,
  door: (code: string) => `/organisation/seances/${code}/porte`,
  doorList: (code: string) => `/organisation/seances/${code}/porte/liste`,
  doorMarks: (code: string) => `/organisation/seances/${code}/porte/presences`,
  checkInPoster: (code: string) => `/organisation/seances/${code}/code`,
  checkInClosing: (code: string) => `/organisation/seances/${code}/code/fermeture`,
  checkIn: (code: string) => `/presence/${code}`,
  certificates: (code: string) => `/organisation/seances/${code}/attestations`,
  certificatesMailing: (code: string) => `/organisation/seances/${code}/attestations/envoi`,
  certificatesPrint: (code: string) => `/organisation/seances/${code}/attestations/imprimer`,
  certificateFile: (code: string, file: string) =>
    `/organisation/seances/${code}/attestations/${file}`,
  certificateRevocation: (code: string, certificate: string) =>
    `/organisation/seances/${code}/attestations/${certificate}/annulation`,
  certificateVerification: (code: string) => `/a/${code}`,
  certificatesRequest: () => '/attestations',
  certificatesRequested: () => '/attestations/message-envoye',
  ownCertificates: (token: string) => `/attestations/${token}`,
  registrationCertificates: (token: string) => `/i/${token}/attestation`,
  fontRegular: () => '/fonts/source-sans-3-regular.ttf',
  fontBold: () => '/fonts/source-sans-3-semibold.ttf',
  doorScript: () => '/organisation/porte.js',
  attendanceStylesheet: () => '/emargement.css',
  paperStylesheet: () => '/papier.css',
  mailbox: () => '/boite-locale',
  mailboxMail: (id: number) => `/boite-locale/${id}`,
  mailboxPreview: (id: number) => `/boite-locale/${id}/apercu`,
  mailboxEml: (id: number) => `/boite-locale/${id}.eml`,
  apiSessions: () => '/api/v1/sessions',
  apiSession: (code: string) => `/api/v1/sessions/${code}`,
  openapi: () => '/api/v1/openapi.json',
  health: () => '/healthz',
  stylesheet: () => '/farandole.css',
  organiserStylesheet: () => '/organisation.css',
  preview: () => '/apercu.png',
} as const;

export const absolute = (baseUrl: string, path: string) => `${baseUrl}${path}`;
