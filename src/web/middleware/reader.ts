/** The reader's language: ?lang= (or the form's lang) first, then the browser's; French otherwise. */
import { createMiddleware } from 'hono/factory';
import type { Settings } from '../../env';
import { isLocale, type Locale, preferredLocale, texts } from '../../i18n';
import type { AppEnv, Reader } from '../context';

export function makeReader(
  settings: Settings,
  locale: Locale,
  { chosen = false, path = '/' } = {},
): Reader {
  return {
    locale,
    t: texts(locale),
    timeZone: settings.timeZone,
    networkName: settings.networkName,
    baseUrl: settings.baseUrl,
    path,
    chosen,
    href: (to) => (chosen ? `${to}${to.includes('?') ? '&' : '?'}lang=${locale}` : to),
  };
}

export const reader = createMiddleware<AppEnv>(async (c, next) => {
  const url = new URL(c.req.url);
  const asked = url.searchParams.get('lang');
  const chosen = isLocale(asked);
  const locale = chosen ? asked : preferredLocale(c.req.header('Accept-Language'));
  url.searchParams.delete('lang');
  c.set('reader', makeReader(c.var.settings, locale, { chosen, path: url.pathname + url.search }));
  await next();
  c.header('Content-Language', locale);
  c.header('Vary', 'Accept-Language', { append: true });
});
