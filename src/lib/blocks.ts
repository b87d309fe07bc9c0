/** A document as headings, paragraphs, tables and logos: what a PDF and an editable document are written from. */
import type { FilePicture } from './picture';

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; newPage?: boolean }
  | { kind: 'paragraph'; text: string }
  /** The first column is text, the others are set to the right; widths are shares of the line. */
  | {
      kind: 'table';
      head: readonly string[];
      rows: readonly (readonly string[])[];
      widths: readonly number[];
    }
  /** Logos, side by side. */
  | { kind: 'logos'; pictures: readonly FilePicture[] };

export type BlockDocument = {
  title: string;
  author: string;
  language: string;
  /** When it was made, UTC ms. */
  at: number;
  blocks: readonly Block[];
};
