/** Answers with a report as a file: PDF where the setting and the fonts allow it, or ODT. */
import type { Context } from 'hono';
import type { Block, BlockDocument } from '../../../lib/blocks';
import { loadFonts } from '../../public/certificates/pdf-answer';
import type { OrganiserEnv } from '../context';

type C = Context<OrganiserEnv>;
type File = { title: string; name: string; blocks: Block[] };

const documentOf = (c: C, { title, blocks }: File): BlockDocument => ({
  title,
  author: c.var.reader.networkName,
  language: c.var.reader.locale,
  at: c.var.now,
  blocks,
});

/** @param instead the page that prints, where no PDF can be made */
export async function pdfFile(c: C, file: File, instead: string): Promise<Response> {
  const { settings, reader } = c.var;
  const fonts = settings.pdf === 'on' ? await loadFonts(c.env, settings.baseUrl) : null;
  // Loaded when it is first needed: most requests never write a PDF.
  const { blocksToPdf } = await import('../../../lib/pdf-blocks');
  const made = fonts && (await blocksToPdf(documentOf(c, file), fonts));
  if (!made) return c.redirect(reader.href(instead), 303);
  return c.body(made, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="${file.name}.pdf"`,
  });
}

export async function odtFile(c: C, file: File): Promise<Response> {
  const { odtType, toOdt } = await import('../../../lib/odt');
  return c.body(toOdt(documentOf(c, file)), 200, {
    'Content-Type': odtType,
    'Content-Disposition': `attachment; filename="${file.name}.odt"`,
  });
}
