/**
 * Every address of the site. Those that are printed or mailed never change; pages, mails, QR codes
 * and calendars all take them from here. Paths only: `absolute` puts the site's own address before.
 */
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
  addressCorrection: (token: string) => `/i/${token}/adresse`,
  lostLink: () => '/lien-perdu',
  privacy: () => '/confidentialite',
  organiser: () => '/organisation',
  login: () => '/organisation/connexion',
  mailbox: () => '/boite-locale',
  mailboxMail: (id: number) => `/boite-locale/${id}`,
  mailboxEml: (id: number) => `/boite-locale/${id}.eml`,
  apiSessions: () => '/api/v1/sessions',
  apiSession: (code: string) => `/api/v1/sessions/${code}`,
  openapi: () => '/api/v1/openapi.json',
  health: () => '/healthz',
  stylesheet: () => '/farandole.css',
} as const;

export const absolute = (baseUrl: string, path: string) => `${baseUrl}${path}`;
