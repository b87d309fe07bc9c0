/** What every handler finds in its context, put there by the middleware. */
import type { Database } from '../db/client';
import type { Bindings, Settings } from '../env';
import type { Locale, Texts } from '../i18n';

/**
 * Who reads the page, and how: the texts in their language, the network's time zone, and `href`,
 * which keeps a language chosen with ?lang= from page to page (visitors carry no cookie).
 */
export type Reader = {
  locale: Locale;
  t: Texts;
  timeZone: string;
  networkName: string;
  baseUrl: string;
  href: (path: string) => string;
  /** Whether the language comes from ?lang=: a GET form then sends it along. */
  chosen: boolean;
  /** The address of this page, without lang: the language switch points to it. */
  path: string;
};

export type AppEnv = {
  Bindings: Bindings;
  Variables: {
    settings: Settings;
    db: Database;
    reader: Reader;
    now: number;
    /** The Content-Security-Policy of this answer, where it is not everybody's. */
    contentPolicy?: string;
  };
};
