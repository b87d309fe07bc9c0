/**
 * Every address of the site. Those that are printed or mailed never change; pages, mails, QR codes
 * and calendars all take them from here. Paths only: `absolute` puts the site's own address before.
 */
/** An id, or the place where it stands in a route. */
type Id = number | ':id';

export const links = {
  programme: () => '/',
  programmeFeed: () => '/programme.ics',
  session: (code: string) => `/s/${code}`,
  sessionCalendar: (code: string) => `/s/${code}.ics`,
  register: (code: string) => `/s/${code}/inscriptions`,
  registration: (token: string) => `/i/${token}`,
  registrationCalendar: (token: string) => `/i/${token}/agenda.ics`,
  cancellation: (token: string) => `/i/${token}/annulation`,
  offer: (token: string) => `/i/${token}/offre`,
  handover: (token: string) => `/i/${token}/remplacement`,
  change: (token: string) => `/i/${token}/changement`,
  registrationData: (token: string) => `/i/${token}/donnees.json`,
  addressCorrection: (token: string) => `/i/${token}/adresse`,
  lostLink: () => '/lien-perdu',
  lostLinkSent: () => '/lien-perdu/envoye',
  messageSent: () => '/message-envoye',
  handedOver: () => '/place-donnee',
  privacy: () => '/confidentialite',
  organiser: () => '/organisation',
  login: (back?: string) =>
    `/organisation/connexion${back && back !== '/organisation' ? `?retour=${encodeURIComponent(back)}` : ''}`,
  loginRequested: () => '/organisation/connexion/message-envoye',
  loginLink: (token: string) => `/organisation/connexion/${token}`,
  logout: () => '/organisation/deconnexion',
  logins: () => '/organisation/connexions',
  loginEnd: (id: Id) => `/organisation/connexions/${id}/fin`,
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
  people: () => '/organisation/personnes',
  person: (id: Id) => `/organisation/personnes/${id}`,
  personDisabling: (id: Id) => `/organisation/personnes/${id}/desactivation`,
  personEnabling: (id: Id) => `/organisation/personnes/${id}/reactivation`,
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
