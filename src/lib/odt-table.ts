/**
 * The tables of an editable document. A bar is a paragraph with a dark ground, as wide as its share of
 * the cell: any program shows it, and it can be changed like a paragraph.
 */
import type { Block, Cell, Column, TableBlock } from './blocks';
import { paragraph } from './odt-xml';

/** The width of the lines, in cm. */
const line = 17;
/** Rows of a table that is not cut over two pages. */
const short = 14;
const grey = '0.02cm solid #999999';

/** What does not depend on a document's tables. */
export const cellStyles = [
  cellStyle('Cell', `fo:padding="0.06cm" fo:border-bottom="${grey}"`),
  cellStyle(
    'HeadCell',
    'fo:padding="0.06cm" fo:border-bottom="0.03cm solid #000000" style:vertical-align="bottom"',
  ),
  cellStyle(
    'BarCell',
    `fo:padding="0cm" fo:border-bottom="${grey}" fo:border-left="${grey}" fo:border-right="${grey}"`,
  ),
  cellStyle('Plain', 'fo:padding="0.04cm"'),
  cellStyle('KeyCell', 'fo:padding="0.2cm" fo:border="0.03cm solid #595959"'),
  '<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>',
].join('');

function cellStyle(name: string, properties: string) {
  return `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties ${properties}/></style:style>`;
}

/** The widths of a block's columns in cm, where it is written as a table. */
function widthsOf(block: Block): number[] {
  if (block.kind === 'facts') return [4.5, line - 4.5];
  if (block.kind === 'keys') return [line / 3, line / 3, line / 3];
  if (block.kind !== 'table') return [];
  return shared(block.columns, line, new Map());
}

/** A letter of a head, in cm, in the widest of the fonts that programs put in place of one that they lack. */
const letter = 0.2;
const needs = ({ head, kind }: Column) =>
  kind === 'bar' ? 0 : 0.15 + letter * Math.max(...head.split(/\s/).map(({ length }) => length));

/** Shares of the line, but that no word of a head is broken; what it takes, the other columns give. */
function shared(columns: readonly Column[], free: number, fixed: Map<Column, number>): number[] {
  const shares = columns.reduce((sum, one) => sum + (fixed.has(one) ? 0 : one.width), 0);
  const widths = columns.map((one) => fixed.get(one) ?? (free * one.width) / shares);
  const narrow = columns.filter((one, n) => !fixed.has(one) && (widths[n] ?? 0) < needs(one));
  if (!narrow.length) return widths;
  for (const one of narrow) fixed.set(one, needs(one));
  return shared(columns, line - [...fixed.values()].reduce((sum, n) => sum + n, 0), fixed);
}

const percentOf = ({ bar = 0 }: Cell) => Math.round(100 * bar);

/** The styles of one table: its columns, and a bar for each length that it draws. */
export function tableStyles(block: Block, index: number): string[] {
  const widths = widthsOf(block);
  if (!widths.length) return [];
  const isWhole = block.kind !== 'table' || block.rows.length <= short;
  return [
    `<style:style style:name="T${index}" style:family="table"><style:table-properties style:width="${line}cm" table:align="left"${isWhole ? ' style:may-break-between-rows="false"' : ''}/></style:style>`,
    ...widths.map(
      (width, column) =>
        `<style:style style:name="T${index}C${column}" style:family="table-column"><style:table-column-properties style:column-width="${width.toFixed(2)}cm"/></style:style>`,
    ),
    ...(block.kind === 'table' ? barStyles(block, index, widths) : []),
  ];
}

function barStyles({ columns, rows }: TableBlock, index: number, widths: number[]): string[] {
  return columns.flatMap(({ kind }, column) => {
    if (kind !== 'bar') return [];
    const lengths = new Set(rows.flatMap((cells) => cells[column] ?? []).map(percentOf));
    return [...lengths].map((percent) => {
      const free = ((widths[column] ?? 0) * (100 - percent)) / 100;
      return `<style:style style:name="B${index}_${percent}" style:family="paragraph" style:parent-style-name="Bar"><style:paragraph-properties fo:margin-right="${free.toFixed(2)}cm"${percent ? ' fo:background-color="#333333"' : ''}/></style:style>`;
    });
  });
}

const table = (index: number, columns: number, rows: string) =>
  `<table:table table:name="T${index}" table:style-name="T${index}">${Array.from({ length: columns }, (_, column) => `<table:table-column table:style-name="T${index}C${column}"/>`).join('')}${rows}</table:table>${paragraph('', 'Spacer')}`;

const row = (cells: string) => `<table:table-row table:style-name="Row">${cells}</table:table-row>`;

const cell = (style: string, paragraphs: string) =>
  `<table:table-cell table:style-name="${style}" office:value-type="string">${paragraphs}</table:table-cell>`;

export function writtenTable({ columns, rows }: TableBlock, index: number): string {
  const heads = columns.map(({ head, kind }) =>
    cell(
      'HeadCell',
      paragraph(kind === 'bar' ? '' : head, kind === 'number' ? 'HeadRight' : 'Head'),
    ),
  );
  const body = rows.map((cells) =>
    row(
      columns
        .map(({ kind }, column) => dataCell(cells[column] ?? { text: '' }, kind, index))
        .join(''),
    ),
  );
  const head = `<table:table-header-rows>${row(heads.join(''))}</table:table-header-rows>`;
  return table(index, columns.length, head + body.join(''));
}

function dataCell(one: Cell, kind: 'text' | 'number' | 'bar', index: number): string {
  if (kind === 'bar') return cell('BarCell', paragraph('', `B${index}_${percentOf(one)}`));
  const side = kind === 'number' ? 'Right' : 'Left';
  const note = kind === 'number' ? 'NoteRight' : 'Note';
  const text = paragraph(one.text, one.strong ? `Strong${side}` : side);
  return cell('Cell', one.note ? text + paragraph(one.note, note) : text);
}

export const writtenFacts = (
  items: readonly (readonly [term: string, details: string])[],
  index: number,
) =>
  table(
    index,
    2,
    items
      .map(([term, details]) =>
        row(
          cell('Plain', paragraph(term, 'StrongLeft')) + cell('Plain', paragraph(details, 'Left')),
        ),
      )
      .join(''),
  );

export function writtenKeys(
  items: readonly { value: string; label: string; note: string }[],
  index: number,
): string {
  const cells = items.map(({ value, label, note }) =>
    cell(
      'KeyCell',
      paragraph(value, 'KeyValue') + paragraph(label, 'StrongLeft') + paragraph(note, 'Note'),
    ),
  );
  const rows = Array.from({ length: Math.ceil(cells.length / 3) }, (_, n) =>
    row(cells.slice(3 * n, 3 * n + 3).join('')),
  );
  return table(index, 3, rows.join(''));
}
