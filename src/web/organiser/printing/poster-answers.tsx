/** The poster and the flyer of the path's session: as the page that prints, and as a PDF. */
import type { Context } from 'hono';
import { inOrder, listPrintedLogos, readPictures } from '../../../domain/printing/logos';
import { links } from '../../../links';
import { pdfAnswer } from '../../pdf-answer';
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
  const { reader, db, now } = c.var;
  const { poster, logos } = await loadPoster(c);
  const [name, instead] =
    size === 'a4' ? ['affiche', links.poster(poster.code)] : ['tract', links.flyer(poster.code)];
  return pdfAnswer(c, { file: `${name}-${poster.code}`, instead }, async (fonts) => {
    const pictures = [...(await readPictures(db, inOrder(logos))).values()];
    const { t, locale } = reader;
    const { posterPdf } = await import('./poster-pdf');
    return posterPdf(poster, pictures, fonts, { t, locale, now, size });
  });
}
