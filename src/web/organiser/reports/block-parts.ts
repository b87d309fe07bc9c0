/** Blocks in one word. */
import type { Block, Cell, Column } from '../../../lib/blocks';

export const heading = (level: 1 | 2 | 3, text: string, newPage = false): Block => ({
  kind: 'heading',
  level,
  text,
  newPage,
});
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const aside = (text: string): Block => ({ kind: 'paragraph', text, muted: true });

/** Widths are shares of the line; a column of numbers has room for its head. */
export const texts = (head: string, width = 6): Column => ({ head, kind: 'text', width });
export const numbers = (head: string, width = Math.max(2, 0.2 * head.length)): Column => ({
  head,
  kind: 'number',
  width,
});
export const bars = (head: string, width = 2): Column => ({ head, kind: 'bar', width });

export const bar = (value: number, most: number): Cell => ({
  text: '',
  bar: most > 0 ? Math.min(1, value / most) : 0,
});
export const cell = (text: string, more: Omit<Cell, 'text'> = {}): Cell => ({ text, ...more });

/** With its heading, where there is anything under it. */
export const under = (title: Block, blocks: readonly Block[]): Block[] =>
  blocks.length ? [title, ...blocks] : [];

/** As typed: an empty line parts two paragraphs, a line end is kept. */
export const paragraphs = (written: string): Block[] => written.split(/\n{2,}/).map(paragraph);
