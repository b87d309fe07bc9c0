/**
 * CSV that a French Excel opens right: UTF-8 with BOM, semicolons, CRLF (RFC 4180 but for the
 * separator). A text that a spreadsheet would run as a formula is led by an apostrophe (OWASP, CSV
 * injection): names and notes are typed by strangers.
 */
export type Cell = string | number | null | undefined;

export const toCsv = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(field).join(';')).join('\r\n')}\r\n`;

function field(cell: Cell): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const text = asText(cell ?? '');
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The same text, never a formula: also for what a person pastes out of a spreadsheet. */
export const asText = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
