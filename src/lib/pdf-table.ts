/** A table in a PDF: rows that are never cut, its head repeated on each page, bars in black and grey. */
import type { Cell, Column, TableBlock } from './blocks';
import { black, type Ink, mm, type Pdf, type TextStyle } from './pdf';
import { type Flow, margin, soft, together, width } from './pdf-flow';

const body: TextStyle = { size: 9.5, leading: 1.25 };
const bold: TextStyle = { ...body, weight: 'bold' };
const small: TextStyle = { size: 7.5, leading: 1.25, ink: soft };
const heads: TextStyle = { size: 8.5, leading: 1.2, weight: 'bold' };
const rest: Ink = [0.86, 0.85, 0.86];
const filled: Ink = [0.2, 0.18, 0.2];
const padding = 2.5;

type Place = Column & { x: number; wide: number };

function placesOf(columns: readonly Column[]): Place[] {
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  let x = margin;
  return columns.map((column) => {
    const share = (column.width / whole) * width;
    const place = { ...column, x, wide: share - mm(2.5) };
    x += share;
    return place;
  });
}

const styleOf = ({ strong }: Cell) => (strong ? bold : body);

function cellHeight(pdf: Pdf, cell: Cell, { wide }: Place): number {
  const note = cell.note ? pdf.heightOf(cell.note, wide, small) : 0;
  return (cell.bar === undefined ? pdf.heightOf(cell.text, wide, styleOf(cell)) : 0) + note;
}

const rowHeight = (pdf: Pdf, cells: readonly Cell[], places: readonly Place[]) =>
  2 * padding +
  Math.max(...places.map((place, i) => cellHeight(pdf, cells[i] ?? { text: '' }, place)));

const headHeight = (pdf: Pdf, places: readonly Place[]) =>
  padding + Math.max(...places.map(({ head, wide }) => pdf.heightOf(head, wide, heads)));

/** How much of it must stand on one page: all of a short table, the first rows of a long one. */
export function tableNeeds(pdf: Pdf, { columns, rows }: TableBlock): number {
  const places = placesOf(columns);
  const heights = rows.map((cells) => rowHeight(pdf, cells, places));
  const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
  const whole = headHeight(pdf, places) + sum(heights);
  return whole <= together ? whole : headHeight(pdf, places) + sum(heights.slice(0, 3));
}

export function writeTable(flow: Flow, { columns, rows }: TableBlock) {
  const { pdf } = flow;
  const places = placesOf(columns);
  const heights = rows.map((cells) => rowHeight(pdf, cells, places));
  writeHead(flow, places);
  for (const [index, cells] of rows.entries()) {
    const height = heights[index] ?? 0;
    // The last row is not left alone under a repeated head.
    const last = index === rows.length - 2 ? (heights[index + 1] ?? 0) : 0;
    if (flow.room(height + last)) writeHead(flow, places);
    for (const [column, place] of places.entries())
      writeCell(flow, cells[column] ?? { text: '' }, place);
    flow.y += height;
    flow.sheet.rule({ x: margin, y: flow.y, width }, { ink: soft, thickness: 0.3 });
  }
}

function writeHead(flow: Flow, places: readonly Place[]) {
  const height = headHeight(flow.pdf, places);
  for (const { head, kind, x, wide } of places)
    if (kind !== 'bar') {
      // Heads of one line stand at the foot of those of two.
      const y = flow.y + height - padding - flow.pdf.heightOf(head, wide, heads);
      flow.sheet.text(head, { x, y, width: wide }, { ...heads, align: alignOf(kind) });
    }
  flow.y += height;
  flow.sheet.rule({ x: margin, y: flow.y, width }, { ink: black, thickness: 0.75 });
}

const alignOf = (kind: Column['kind']) => (kind === 'number' ? 'right' : 'left');

function writeCell({ sheet, y }: Flow, cell: Cell, { kind, x, wide }: Place) {
  const at = { x, y: y + padding, width: wide };
  if (cell.bar !== undefined) {
    const track = { x, y: at.y + 3, width: wide, height: 6 };
    sheet.fill(track, rest);
    if (cell.bar > 0) sheet.fill({ ...track, width: Math.max(0.75, cell.bar * wide) }, filled);
    return;
  }
  const align = alignOf(kind);
  const below = sheet.text(cell.text, at, { ...styleOf(cell), align });
  if (cell.note) sheet.text(cell.note, { ...at, y: below }, { ...small, align });
}
