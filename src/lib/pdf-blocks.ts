/** A document of blocks as PDF: A4, numbered pages, rows that are never cut, heads repeated on each page. */
import type { Block, BlockDocument } from './blocks';
import { a4, type Ink, mm, newPdf, type PdfFonts, type PdfSheet, type TextStyle } from './pdf';
import { drawRows, logoRows } from './pdf-pictures';
import { documentScale } from './picture';

const margin = mm(18);
const width = a4.width - 2 * margin;
const bottom = a4.height - mm(20);
const soft: Ink = [0.4, 0.35, 0.4];
const headings: Record<1 | 2 | 3, TextStyle> = {
  1: { size: 20, weight: 'bold', leading: 1.2 },
  2: { size: 14, weight: 'bold', leading: 1.2 },
  3: { size: 11.5, weight: 'bold', leading: 1.2 },
};
const body: TextStyle = { size: 9.5 };
const bold: TextStyle = { size: 9.5, weight: 'bold' };
const gap = mm(2.5);

/** Null when the fonts can't draw a letter of it: the page that prints takes over. */
export async function blocksToPdf(
  document: BlockDocument,
  fonts: PdfFonts,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { title, author, language, at: now, blocks } = document;
  const pdf = await newPdf(fonts, { title, author, language, now });
  // A line's end is no letter.
  if (!pdf.canDraw([title, ...blocks.flatMap(textsOf)].join(' ').replaceAll('\n', ' ')))
    return null;
  let page = 0;
  let y = 0;
  const turn = (): PdfSheet => {
    const sheet = pdf.addSheet();
    page += 1;
    const foot = { x: margin, y: a4.height - mm(13), width };
    sheet.text(title, foot, { size: 8, ink: soft });
    sheet.text(String(page), foot, { size: 8, ink: soft, align: 'right' });
    y = margin;
    return sheet;
  };
  let sheet = turn();
  const room = (height: number) => {
    if (y + height <= bottom || y === margin) return false;
    sheet = turn();
    return true;
  };
  const write = (text: string, style: TextStyle, after: number) => {
    // A paragraph longer than a page is cut where a line ends.
    for (const part of partsOf(text, (one) => pdf.heightOf(one, width, style))) {
      room(pdf.heightOf(part, width, style));
      y = sheet.text(part, { x: margin, y, width }, style);
    }
    y += after;
  };
  const row = (cells: readonly string[], columns: readonly Column[], style: TextStyle) => {
    for (const [index, { x, wide }] of columns.entries()) {
      const align = index ? 'right' : 'left';
      sheet.text(cells[index] ?? '', { x, y, width: wide }, { ...style, align });
    }
    y += rowHeight(cells, columns, style);
    sheet.rule({ x: margin, y: y - 2, width }, { ink: soft, thickness: 0.3 });
  };
  const rowHeight = (cells: readonly string[], columns: readonly Column[], style: TextStyle) =>
    4 + Math.max(...columns.map(({ wide }, i) => pdf.heightOf(cells[i] ?? '', wide, style)));
  for (const block of blocks) {
    if (block.kind === 'heading') {
      if (block.newPage) sheet = turn();
      // A heading stays with what follows it.
      else room(mm(30));
      y += y === margin ? 0 : gap;
      write(block.text, headings[block.level], gap / 2);
    } else if (block.kind === 'paragraph') write(block.text, body, gap);
    else if (block.kind === 'logos') {
      const rows = await logoRows(pdf, block.pictures, width, mm(documentScale));
      room(rows.height);
      y = drawRows(sheet, rows, { x: margin, y }) + gap;
    } else {
      const columns = columnsOf(block.widths);
      const head = () => row(block.head, columns, bold);
      room(3 * rowHeight(block.head, columns, bold));
      head();
      for (const cells of block.rows) {
        if (room(rowHeight(cells, columns, body))) head();
        row(cells, columns, body);
      }
      y += gap;
    }
  }
  return pdf.save();
}

type Column = { x: number; wide: number };

function columnsOf(widths: readonly number[]): Column[] {
  const whole = widths.reduce((sum, share) => sum + share, 0);
  let x = margin;
  return widths.map((share) => {
    const column = { x, wide: (share / whole) * width - mm(2) };
    x += (share / whole) * width;
    return column;
  });
}

/** Words by words, parts that are no higher than half a page. */
function partsOf(text: string, heightOf: (text: string) => number): string[] {
  if (heightOf(text) <= bottom / 2) return [text];
  const words = text.split(' ');
  if (words.length < 2) return [text];
  const middle = Math.ceil(words.length / 2);
  return [words.slice(0, middle), words.slice(middle)].flatMap((half) =>
    partsOf(half.join(' '), heightOf),
  );
}

function textsOf(block: Block): string[] {
  if (block.kind === 'logos') return [];
  return block.kind === 'table' ? [...block.head, ...block.rows.flat()] : [block.text];
}
