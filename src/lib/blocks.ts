/**
 * A document as headings, paragraphs, lists and tables: a page, a PDF and an editable document are
 * written from the same blocks, so that none of them says less than the others.
 */
import type { FilePicture } from './picture';
import { typeset } from './text';

export type Cell = {
  text: string;
  /** In small letters below it. */
  note?: string;
  /** What a page links it to. */
  href?: string;
  strong?: boolean;
  /** Of a column of bars: how much of the cell is filled, 0 to 1; the text is beside it. */
  bar?: number;
};

/** Texts are set to the left, numbers to the right; the head of bars is unseen. */
export type Column = { head: string; kind: 'text' | 'number' | 'bar'; width: number };

export type Item = { text: string; href?: string; items?: readonly Item[] };

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; newPage?: boolean }
  | { kind: 'paragraph'; text: string; muted?: boolean }
  /** A name and what it is, line by line. */
  | { kind: 'facts'; items: readonly (readonly [term: string, details: string])[] }
  /** The figures to be seen first, in large letters. */
  | { kind: 'keys'; items: readonly { value: string; label: string; note: string; href: string }[] }
  | { kind: 'list'; items: readonly Item[] }
  /** Widths are shares of the line. */
  | {
      kind: 'table';
      caption: string;
      columns: readonly Column[];
      rows: readonly (readonly Cell[])[];
      /** On a phone, the cells of a row stand below each other. */
      stacks?: boolean;
    }
  /** Logos, side by side. */
  | { kind: 'logos'; pictures: readonly FilePicture[] }
  /** The headings of the first level that follow, with their pages. */
  | { kind: 'contents' };

export type TableBlock = Extract<Block, { kind: 'table' }>;

export type BlockDocument = {
  title: string;
  author: string;
  language: string;
  /** When it was made, UTC ms. */
  at: number;
  /** What stands between a page's number and how many there are: « sur ». */
  of: string;
  blocks: readonly Block[];
};

/** Whether a paragraph must not be parted from what follows: it leads in a table, or a whole section. */
export function isLead(blocks: readonly Block[], index: number): boolean {
  const [above, below] = [blocks[index - 1], blocks[index + 1]];
  if (above?.kind === 'heading' && below?.kind === 'heading') return below.level > above.level;
  return below?.kind === 'table';
}

/** The headings that a table of contents lists, by their place among the blocks. */
export const chapters = (blocks: readonly Block[], contents: number) =>
  blocks.flatMap((block, index) =>
    index > contents && block.kind === 'heading' && block.level === 1
      ? [{ index, text: block.text }]
      : [],
  );

/** Every text of a block, as it is written. */
export function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'facts':
      return block.items.flat();
    case 'keys':
      return block.items.flatMap(({ value, label, note }) => [value, label, note]);
    case 'list':
      return block.items.flatMap(textsOfItem);
    case 'table':
      return [
        ...block.columns.map(({ head }) => head),
        ...block.rows.flat().flatMap(({ text, note = '' }) => [text, note]),
      ];
    case 'logos':
    case 'contents':
      return [];
    default:
      return [block.text];
  }
}

/** The same, set as French sets it. */
export const typesetBlock = (block: Block): Block => mapTexts(block, typeset);

const textsOfItem = ({ text, items = [] }: Item): string[] => [text, ...items.flatMap(textsOfItem)];

function mapTexts(block: Block, say: (text: string) => string): Block {
  switch (block.kind) {
    case 'facts':
      return {
        ...block,
        items: block.items.map(([term, said]) => [say(term), say(said)] as const),
      };
    case 'keys':
      return {
        ...block,
        items: block.items.map((item) => ({
          ...item,
          value: say(item.value),
          note: say(item.note),
        })),
      };
    case 'list':
      return { ...block, items: block.items.map((item) => mapItem(item, say)) };
    case 'table':
      return { ...block, rows: block.rows.map((cells) => cells.map((cell) => mapCell(cell, say))) };
    case 'logos':
    case 'contents':
      return block;
    default:
      return { ...block, text: say(block.text) };
  }
}

const mapCell = (cell: Cell, say: (text: string) => string): Cell => ({
  ...cell,
  text: say(cell.text),
  ...(cell.note && { note: say(cell.note) }),
});

const mapItem = ({ items = [], ...item }: Item, say: (text: string) => string): Item => ({
  ...item,
  text: say(item.text),
  items: items.map((one) => mapItem(one, say)),
});
