/** A document of blocks as PDF: A4, numbered pages, nothing cut that belongs together. */
import { type Block, type BlockDocument, chapters, type Item, isLead, textsOf } from './blocks';
import { lineHeight, mm, newPdf, type Pdf, type PdfFonts, type TextStyle } from './pdf';
import { type Flow, margin, newFlow, soft, together, width } from './pdf-flow';
import { drawRows, logoRows } from './pdf-pictures';
import { tableNeeds, writeTable } from './pdf-table';
import { documentScale, type FilePicture } from './picture';

const headings: Record<1 | 2 | 3, TextStyle> = {
  1: { size: 20, weight: 'bold', leading: 1.2 },
  2: { size: 14, weight: 'bold', leading: 1.2 },
  3: { size: 11.5, weight: 'bold', leading: 1.2 },
};
const body: TextStyle = { size: 9.5 };
const bold: TextStyle = { ...body, weight: 'bold' };
const muted: TextStyle = { ...body, ink: soft };
const small: TextStyle = { size: 8, ink: soft, leading: 1.2 };
const large: TextStyle = { size: 19, weight: 'bold', leading: 1.15 };
const bodyLine = lineHeight(body);
const gap = mm(2.5);
const indent = mm(4);

/** Null when the fonts can't draw a letter of it: the page that prints takes over. */
export async function blocksToPdf(
  document: BlockDocument,
  fonts: PdfFonts,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { title, author, language, at: now, of, blocks } = document;
  const pdf = await newPdf(fonts, { title, author, language, now });
  // A line's end is no letter.
  const texts = [title, of, ...blocks.flatMap(textsOf)].join(' ').replaceAll('\n', ' ');
  if (!pdf.canDraw(`${texts}•`)) return null;
  const flow = newFlow(pdf);
  const pending: Pending = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading' && block.newPage && flow.y > margin) flow.turn();
    else flow.room(needs(pdf, blocks, index));
    if (block.kind === 'logos') await writeLogos(flow, block.pictures);
    else if (block.kind === 'contents') writeContents(flow, chapters(blocks, index), pending);
    else write(flow, block);
    if (block.kind === 'heading' && block.level === 1) pending.shift()?.(String(flow.page));
  }
  flow.finish({ title, of });
  return pdf.save();
}

/** The lines of the contents that still wait for their page. */
type Pending = ((page: string) => void)[];

/** How much must stand together from this block on: a heading stays with what follows it. */
function needs(pdf: Pdf, blocks: readonly Block[], index: number): number {
  const block = blocks[index];
  switch (block?.kind) {
    case 'heading': {
      const own = pdf.heightOf(block.text, width, headings[block.level]) + 2 * gap;
      return own + needs(pdf, blocks, index + 1);
    }
    case 'paragraph': {
      const lines = Math.min(3, pdf.linesOf(block.text, width, body).length);
      const leads = isLead(blocks, index);
      return lines * bodyLine + gap + (leads ? needs(pdf, blocks, index + 1) : 0);
    }
    case 'table':
      return tableNeeds(pdf, block);
    case 'keys':
      return mm(50);
    case undefined:
      return 0;
    default:
      return mm(12);
  }
}

async function writeLogos(flow: Flow, pictures: readonly FilePicture[]) {
  const rows = await logoRows(flow.pdf, pictures, width, mm(documentScale));
  flow.room(rows.height);
  flow.y = drawRows(flow.sheet, rows, { x: margin, y: flow.y }) + gap;
}

function write(flow: Flow, block: Exclude<Block, { kind: 'contents' | 'logos' }>) {
  switch (block.kind) {
    case 'heading':
      flow.gap(block.level === 3 ? gap : 1.6 * gap);
      flow.write(block.text, headings[block.level]);
      flow.y += gap / 2;
      return;
    case 'paragraph':
      flow.write(block.text, block.muted ? muted : body);
      break;
    case 'facts':
      for (const [term, details] of block.items) writeFact(flow, term, details);
      break;
    case 'list':
      writeItems(flow, block.items, 0);
      break;
    case 'keys':
      writeKeys(flow, block.items);
      break;
    case 'table':
      writeTable(flow, block);
  }
  flow.y += gap;
}

/** The name in bold at the left, what it is beside it. */
function writeFact(flow: Flow, term: string, details: string) {
  const left = width * 0.26;
  flow.room(2 * bodyLine);
  const { page, y } = flow;
  const below = flow.sheet.text(term, { x: margin, y, width: left - mm(3) }, bold);
  flow.write(details, body, left);
  if (flow.page === page) flow.y = Math.max(flow.y, below);
  flow.y += 2;
}

function writeItems(flow: Flow, items: readonly Item[], level: number) {
  for (const { text, items: below = [] } of items) {
    const after = level ? 0 : 1.5;
    const height = linesIn({ text, items: below }, flow.pdf) * bodyLine + after;
    // A short item stays whole; a long one begins with two lines at least.
    flow.room(height <= together / 2 ? height : 2 * bodyLine);
    const at = { x: margin + level * indent, y: flow.y, width: indent };
    const { sheet } = flow;
    sheet.text('•', at, body);
    flow.write(text, level ? muted : body, (level + 1) * indent);
    flow.y += after;
    writeItems(flow, below, level + 1);
  }
}

const linesIn = ({ text, items = [] }: Item, pdf: Pdf): number =>
  items.reduce(
    (sum, item) => sum + linesIn(item, pdf),
    pdf.linesOf(text, width - 2 * indent, body).length,
  );

const abreast = 3;

function writeKeys(flow: Flow, items: Extract<Block, { kind: 'keys' }>['items']) {
  const between = mm(3);
  const wide = (width - (abreast - 1) * between) / abreast;
  const inner = { width: wide - mm(6) };
  const height = mm(19);
  for (const [index, { value, label, note }] of items.entries()) {
    const column = index % abreast;
    if (column === 0 && index > 0) flow.y += height + between;
    const x = margin + column * (wide + between);
    const area = { x, y: flow.y, width: wide, height };
    flow.sheet.frame(area, { ink: soft, thickness: 0.6 });
    const at = { ...inner, x: x + mm(3) };
    let y = flow.sheet.text(value, { ...at, y: flow.y + mm(1) }, large);
    y = flow.sheet.text(label, { ...at, y }, { ...bold, size: 9, leading: 1.2 });
    flow.sheet.text(note, { ...at, y }, small);
  }
  flow.y += height;
}

function writeContents(flow: Flow, found: readonly { text: string }[], pending: Pending) {
  for (const { text } of found) {
    flow.room(2 * bodyLine);
    const { sheet, y } = flow;
    const beside = mm(12);
    const below = sheet.text(text, { x: margin, y, width: width - beside }, body);
    pending.push((page) => sheet.text(page, { x: margin, y, width }, { ...body, align: 'right' }));
    flow.y = below + 2;
  }
  flow.y += gap;
}
