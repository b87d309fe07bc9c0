/** The frame of every page. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { links } from '../../links';
import type { Reader } from '../context';

export type Head = {
  title: string;
  description?: string;
  /** The absolute address of the page, where several lead to it. */
  canonical?: string;
  /** True when the form came back with errors: the title says so first, for screen readers. */
  hasErrors?: boolean;
  /** Pages that carry someone's own link, or that only organisers see. */
  noIndex?: boolean;
  extra?: Child;
};

/** Two dancers, drawn in the page itself: an icon must not cost a visitor a third request. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32' stroke-width='3' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath fill='none' stroke='%23e0a11b' d='M1 10q4 6 8 4t7-4q4 6 8 4t7-4'/%3E%3Cg fill='%23dd5335' stroke='%23dd5335'%3E%3Ccircle cx='9' cy='6' r='3'/%3E%3Cpath d='M9 15l-4 10h8z'/%3E%3C/g%3E%3Cg fill='%233b90b5' stroke='%233b90b5'%3E%3Ccircle cx='23' cy='6' r='3'/%3E%3Cpath d='M23 15l-4 10h8z'/%3E%3C/g%3E%3C/svg%3E";

/**
 * `nav` is what stands under the name of the network (the organisers' menu: a `<nav class="site-nav">`);
 * `wide` is for tables.
 */
export function Layout({
  reader,
  head,
  nav,
  wide = false,
  children,
}: {
  reader: Reader;
  head: Head;
  nav?: Child;
  wide?: boolean;
  children?: Child;
}) {
  const { t, href, locale } = reader;
  const other = locale === 'fr' ? 'en' : 'fr';
  const switchTo = `${reader.path}${reader.path.includes('?') ? '&' : '?'}lang=${other}`;
  const title = head.hasErrors ? `${t.errors.titlePrefix}${head.title}` : head.title;
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${title} – ${reader.networkName}`}</title>
          {head.description && <meta name="description" content={head.description} />}
          {head.canonical && <link rel="canonical" href={head.canonical} />}
          {head.noIndex && <meta name="robots" content="noindex" />}
          <meta name="theme-color" content="#fdf8f0" media="(prefers-color-scheme: light)" />
          <meta name="theme-color" content="#1b161f" media="(prefers-color-scheme: dark)" />
          <link rel="stylesheet" href={links.stylesheet()} />
          <link rel="icon" href={icon} />
          {head.extra}
        </head>
        <body class={wide ? 'wide' : undefined}>
          <a class="skip" href="#content">
            {t.common.skipToContent}
          </a>
          <header class="site">
            <a class="brand" href={href(links.programme())}>
              {reader.networkName}
            </a>
            <a href={switchTo} lang={other} hreflang={other}>
              {t.common.otherLanguage}
            </a>
            {nav}
          </header>
          <main id="content">{children}</main>
          <footer class="site">
            <a href={href(links.lostLink())}>{t.common.lostLink}</a>
            <a href={href(links.privacy())}>{t.common.privacy}</a>
            <a href={href(links.organiser())}>{t.common.forOrganisers}</a>
            <p>{t.common.madeWith}</p>
          </footer>
        </body>
      </html>
    </>
  );
}
