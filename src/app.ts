/** The application: middleware, mounts, and the one place where errors become pages. */
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { connect } from './db/client';
import { parseSettings, type Settings } from './env';
import { preferredLocale } from './i18n';
import { Forbidden, NotFound } from './lib/errors';
import { logError } from './lib/log';
import { healthRoutes } from './web/api/health';
import { apiRoutes } from './web/api/routes';
import type { AppEnv, Reader } from './web/context';
import { mailboxRoutes } from './web/local-mailbox/routes';
import { limitBody, TooLarge } from './web/middleware/body-size';
import { CrossSite, refuseCrossSite } from './web/middleware/cross-site';
import { TooMany } from './web/middleware/rate-limit';
import { makeReader, reader } from './web/middleware/reader';
import { privateByDefault, securityHeaders } from './web/middleware/security-headers';
import { organiserErrorPage } from './web/organiser/error-page';
import { organiserRoutes } from './web/organiser/routes';
import { calendarRoutes } from './web/public/calendar/routes';
import { catalogueRoutes } from './web/public/catalogue/routes';
import { certificateRoutes } from './web/public/certificates/routes';
import { checkInRoutes } from './web/public/check-in/routes';
import { dateWatchRoutes } from './web/public/date-watch/routes';
import { publicLogoRoutes } from './web/public/logos/routes';

import { privacyRoutes } from './web/public/privacy/routes';
import { ownDetailsRoutes } from './web/public/registrations/details-routes';
import { holderRoutes } from './web/public/registrations/holder-routes';
import { ownRoutes } from './web/public/registrations/own-routes';
import { registerRoutes } from './web/public/registrations/routes';
import { speakerRoutes } from './web/public/speakers/routes';
import { surveyRoutes } from './web/public/surveys/routes';
import { unsubscribeRoutes } from './web/public/unsubscribe/routes';
import { asksForJson, type ErrorKind, errorPage } from './web/ui/error-page';

const parsed = new WeakMap<object, Settings>();

function settingsOf(env: object): Settings {
  const settings = parsed.get(env) ?? parseSettings(env as Record<string, unknown>);
  parsed.set(env, settings);
  return settings;
}

export function createApp({ clock = Date.now } = {}) {
  const app = new Hono<AppEnv>();

  app.use(securityHeaders, privateByDefault);
  app.use(async (c, next) => {
    c.set('settings', settingsOf(c.env));
    c.set('db', connect(c.env.DB));
    c.set('now', clock());
    await next();
  });
  app.use(reader, refuseCrossSite, limitBody);

  app.route('/', healthRoutes);
  app.route('/', apiRoutes);
  // Before the session's page, whose path takes /s/CODE.ics for a code.
  app.route('/', calendarRoutes);
  app.route('/', organiserRoutes);
  app.route('/', catalogueRoutes);
  app.route('/', checkInRoutes);
  app.route('/', certificateRoutes);
  app.route('/', dateWatchRoutes);
  app.route('/', privacyRoutes);
  app.route('/', mailboxRoutes);
  app.route('/', registerRoutes);
  app.route('/', holderRoutes);
  app.route('/', ownDetailsRoutes);
  app.route('/', ownRoutes);
  app.route('/', publicLogoRoutes);
  app.route('/', speakerRoutes);
  app.route('/', unsubscribeRoutes);
  app.route('/', surveyRoutes);

  app.notFound((c) => refuse(c, c.var.reader, 404, 'notFound'));
  app.onError((error, c) => {
    const view =
      c.var.reader ?? makeReader(fallback, preferredLocale(c.req.header('Accept-Language')));
    if (error instanceof TooMany) c.header('Retry-After', String(error.retryAfter));
    for (const [kind, status, text] of known)
      if (error instanceof kind) return refuse(c, view, status, text, error);
    logError(`${c.req.method} ${c.req.routePath}`, error);
    return errorPage(view, c, 500, 'bug');
  });
  return app;
}

/** On the organisers' side the menu stays: who is lost finds the way, and whom to ask. */
async function refuse(
  c: Context<AppEnv>,
  reader: Reader,
  status: ContentfulStatusCode,
  kind: ErrorKind,
  error?: Error,
) {
  if (kind === 'notFound' || kind === 'forbidden') {
    const page = asksForJson(c) ? null : await organiserErrorPage(c, kind, error);
    if (page) return c.html(page, status);
  }
  return errorPage(reader, c, status, kind);
}

const known = [
  [NotFound, 404, 'notFound'],
  [Forbidden, 403, 'forbidden'],
  [CrossSite, 403, 'crossSite'],
  [TooLarge, 413, 'tooLarge'],
  [TooMany, 429, 'tooMany'],
] as const satisfies readonly (readonly [
  abstract new (...a: never[]) => Error,
  ContentfulStatusCode,
  string,
])[];

/** For the page that says that the settings are wrong: it can't rely on them. */
const fallback: Settings = {
  baseUrl: 'http://localhost',
  networkName: 'Farandole',
  timeZone: 'Europe/Paris',
  mailTransport: 'mailbox',
  mailFrom: '',
  adminEmail: '',
  rateLimits: 'on',
  signingSecret: '',
  version: '',
  pdf: 'off',
};
