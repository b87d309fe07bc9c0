/** Answers with a report as a file: PDF where the setting and the fonts allow it, or ODT. */
import type { Context } from 'hono';
import { readPictures } from '../../../domain/printing/logos';
import type { Logo } from '../../../domain/printing/schema';
import { type Block, type BlockDocument, typesetBlock } from '../../../lib/blocks';
import { typeset } from '../../../lib/text';
import { download } from '../../download';
import { pdfAnswer } from '../../pdf-answer';
import type { OrganiserEnv } from '../context';

type C = Context<OrganiserEnv>;
type File = { title: string; name: string; logos: readonly Logo[]; blocks: Block[] };

async function documentOf(c: C, { title, logos, blocks }: File): Promise<BlockDocument> {
  const pictures = [...(await readPictures(c.var.db, logos)).values()];
  return {
    title: typeset(title),
    author: c.var.reader.networkName,
    language: c.var.reader.locale,
    at: c.var.now,
    of: c.var.reader.t.reports.files.pageOf,
    blocks: [
      ...(pictures.length ? [{ kind: 'logos', pictures } as const] : []),
      ...blocks.map(typesetBlock),
    ],
  };
}

/** @param instead the page that prints, where no PDF can be made; it says so */
export function pdfFile(c: C, file: File, instead: string): Promise<Response> {
  return pdfAnswer(c, { file: file.name, instead: `${instead}?pdf=non` }, async (fonts) => {
    const { blocksToPdf } = await import('../../../lib/pdf-blocks');
    return blocksToPdf(await documentOf(c, file), fonts);
  });
}

/** Whether the page is shown in place of its PDF. */
export const isWithoutPdf = (c: C) => c.req.query('pdf') === 'non';

export async function odtFile(c: C, file: File): Promise<Response> {
  const { odtType, toOdt } = await import('../../../lib/odt');
  return c.body(toOdt(await documentOf(c, file)), 200, download(`${file.name}.odt`, odtType));
}
