/** Answers with a PDF where the setting, the fonts and the name allow it. */
import type { Context } from 'hono';
import type { Bindings } from '../../../env';
import type { PdfFonts } from '../../../lib/pdf';
import { links } from '../../../links';
import type { AppEnv } from '../../context';

/** The fonts, from the site's own files; null where those are not served to the Worker. */
export async function loadFonts({ ASSETS }: Bindings, baseUrl: string): Promise<PdfFonts | null> {
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

type Make = (
  pdf: typeof import('./certificate-pdf'),
  fonts: PdfFonts,
) => Promise<Uint8Array<ArrayBuffer> | null>;

/**
 * @param make null when the fonts can't draw it
 * @param page where the same is a page that prints
 */
export async function pdfAnswer<E extends AppEnv>(
  c: Context<E>,
  { file, page }: { file: string; page: string },
  make: Make,
): Promise<Response> {
  const { settings, reader }: AppEnv['Variables'] = c.var;
  const instead = () => c.redirect(reader.href(`${page}?pdf=non`), 303);
  const fonts = settings.pdf === 'on' ? await loadFonts(c.env, settings.baseUrl) : null;
  if (!fonts) return instead();
  // Loaded when it is first needed: most requests never write a PDF.
  const made = await make(await import('./certificate-pdf'), fonts);
  if (!made) return instead();
  return c.body(made, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="${file}.pdf"`,
  });
}
