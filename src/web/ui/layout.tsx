/** The frame of every page of the public side. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { links } from '../../links';
import type { Reader } from '../context';

export type Head = { title: string; description?: string; canonical?: string; extra?: Child };

export function Layout({
  reader,
  head,
  children,
}: {
  reader: Reader;
  head: Head;
  children?: Child;
}) {
  const { t, href, locale } = reader;
  const other = locale === 'fr' ? 'en' : 'fr';
  const switchTo = `${reader.path}${reader.path.includes('?') ? '&' : '?'}lang=${other}`;
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${head.title} – ${reader.networkName}`}</title>
          {head.description && <meta name="description" content={head.description} />}
          <link rel="stylesheet" href={links.stylesheet()} />
          {head.extra}
        </head>
        <body>
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
