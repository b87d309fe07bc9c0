/** A document as headings, paragraphs and tables: what a PDF and an editable document are written from. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; newPage?: boolean }
  | { kind: 'paragraph'; text: string }
  /** The first column is text, the others are set to the right; widths are shares of the line. */
  | {
      kind: 'table';
      head: readonly string[];
      rows: readonly (readonly string[])[];
      widths: readonly number[];
    };

export type BlockDocument = {
  title: string;
  author: string;
  language: string;
  /** When it was made, UTC ms. */
  at: number;
  blocks: readonly Block[];
};
