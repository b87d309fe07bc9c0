/** Answers with a PDF where the setting, the fonts and the names in it allow one. */
import type { Context } from 'hono';
import type { Bindings } from '../env';
import type { PdfFonts } from '../lib/pdf';
import { links } from '../links';
import type { AppEnv } from './context';
import { download } from './download';

/** The fonts, from the site's own files; null where those are not served to the Worker. */
async function loadFonts({ ASSETS }: Bindings, baseUrl: string): Promise<PdfFonts | null> {
  if (!ASSETS) return null;
  const files = await Promise.all(
    [links.fontRegular(), links.fontBold()].map((path) =>
      ASSETS.fetch(new URL(path, baseUrl).href),
    ),
  );
  const [regular, bold] = await Promise.all(
    files.map(async (file) => (file.ok ? new Uint8Array(await file.arrayBuffer()) : null)),
  );
  return regular && bold ? { regular, bold } : null;
}

/**
 * @param instead where the same is a page that prints
 * @param make loads what writes it, since most requests never write a PDF; null when the fonts can't draw it
 */
export async function pdfAnswer<E extends AppEnv>(
  c: Context<E>,
  { file, instead }: { file: string; instead: string },
  make: (fonts: PdfFonts) => Promise<Uint8Array<ArrayBuffer> | null>,
): Promise<Response> {
  const { settings, reader }: AppEnv['Variables'] = c.var;
  const fonts = settings.pdf === 'on' ? await loadFonts(c.env, settings.baseUrl) : null;
  const made = fonts && (await make(fonts));
  if (!made) return c.redirect(reader.href(instead), 303);
  return c.body(made, 200, download(`${file}.pdf`, 'application/pdf'));
}
