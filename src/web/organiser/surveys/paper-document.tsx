/** A page of its own for paper or for the screen of the room, without the site's frame. */
import { raw } from 'hono/html';
import type { PropsWithChildren } from 'hono/jsx';
import { links } from '../../../links';
import type { Reader } from '../../context';

export const PaperDocument = ({
  reader,
  title,
  look,
  children,
}: PropsWithChildren<{ reader: Reader; title: string; look: string }>) => (
  <>
    {raw('<!DOCTYPE html>')}
    <html lang={reader.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="stylesheet" href={links.paperStylesheet()} />
        <link rel="stylesheet" href={links.surveyStylesheet()} />
      </head>
      <body class={`paper ${look}`}>
        <main>{children}</main>
      </body>
    </html>
  </>
);
