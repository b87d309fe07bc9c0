/**
 * The languages. French is the source; another language is a folder of the same shape, and a text
 * that is missing there fails the type check.
 */
import { en } from './en';
import { fr } from './fr';
import { setInFrench } from './set';

export const locales = ['fr', 'en'] as const;
export type Locale = (typeof locales)[number];
export type Texts = typeof fr;

const all: Record<Locale, Texts> = { fr: setInFrench(fr), en };

export const texts = (locale: Locale): Texts => all[locale];

export const isLocale = (text: unknown): text is Locale => locales.includes(text as Locale);

/** The best language of an Accept-Language header (RFC 9110 §12.5.4); French when none fits. */
export function preferredLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const q = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(Boolean);
      return { language: tag.slice(0, 2).toLowerCase(), quality: q === undefined ? 1 : Number(q) };
    })
    .filter((w) => w.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map((w) => w.language).find(isLocale) ?? 'fr';
}
