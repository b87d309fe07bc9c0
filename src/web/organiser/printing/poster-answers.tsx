/** The poster and the flyer of the path's session: as the page that prints, and as a PDF. */
import type { Context } from 'hono';
import { inOrder, listPrintedLogos, readPictures } from '../../../domain/printing/logos';
import { links } from '../../../links';
import { download } from '../../download';
import { loadFonts } from '../../public/certificates/pdf-answer';
import type { OrganiserEnv } from '../context';
import { loadSession } from '../sessions/load';
import { type PaperSize, posterOf } from './poster';
import { PosterPage } from './poster-page';

type C = Context<OrganiserEnv>;

async function loadPoster(c: C) {
  const { reader, db } = c.var;
  const view = await loadSession(c);
  const logos = await listPrintedLogos(db, view.action.id);
  return { poster: posterOf(view, logos, reader), logos };
}

export async function showPoster(c: C, size: PaperSize) {
  const loaded = await loadPoster(c);
  return c.html(<PosterPage reader={c.var.reader} {...loaded} size={size} />);
}

/** Where no PDF can be written (the setting, the fonts, a name that they can't draw), the page that prints. */
export async function posterFile(c: C, size: PaperSize) {
  const { reader, settings, db, now } = c.var;
  const { poster, logos } = await loadPoster(c);
  const page = size === 'a4' ? links.poster(poster.code) : links.flyer(poster.code);
  const fonts = settings.pdf === 'on' ? await loadFonts(c.env, settings.baseUrl) : null;
  if (!fonts) return c.redirect(reader.href(page), 303);
  const pictures = [...(await readPictures(db, inOrder(logos))).values()];
  const { t, locale } = reader;
  // Loaded when it is first needed: most requests never write a PDF.
  const { posterPdf } = await import('./poster-pdf');
  const file = await posterPdf(poster, pictures, fonts, { t, locale, now, size });
  if (!file) return c.redirect(reader.href(page), 303);
  const name = `${size === 'a4' ? 'affiche' : 'tract'}-${poster.code}.pdf`;
  return c.body(file, 200, download(name, 'application/pdf'));
}
