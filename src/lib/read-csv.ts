/** CSV as spreadsheets write it: `;`, `,` or tabs, with or without quotes, in UTF-8, UTF-16 or Windows-1252. */
export type CsvRow = { line: number; cells: string[] };

/**
 * The text of a file: Teams writes UTF-16, which its first two bytes say; an Excel of old Windows-1252,
 * where every byte is a character.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The rows that hold something, each with the line it begins on, from 1; `most` at most. */
export function readCsv(text: string, most: number): CsvRow[] {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const separator = separatorOf(source.slice(0, source.indexOf('\n') >>> 0));
  const rows: CsvRow[] = [];
  let at = 0;
  let line = 1;
  while (at < source.length && rows.length < most) {
    const row: CsvRow = { line, cells: [] };
    let ended = false;
    while (!ended) {
      const cell = readCell(source, at, separator);
      row.cells.push(cell.text);
      line += cell.breaks;
      ended = source[cell.end] !== separator;
      at = cell.end + 1;
    }
    line += 1;
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
  }
  return rows;
}

/** The one that stands most often in the first line. */
function separatorOf(head: string): string {
  const count = (mark: string) => head.split(mark).length;
  return [';', ',', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

type Cell = { text: string; end: number; breaks: number };

function readCell(source: string, start: number, separator: string): Cell {
  if (source[start] === '"') {
    const quoted = /"((?:[^"]|"")*)"/y;
    quoted.lastIndex = start;
    const [whole, inner] = quoted.exec(source) ?? [];
    const end = start + (whole?.length ?? 0);
    // A quote that never closes, or closes amid a text, is a character like any other.
    if (
      inner !== undefined &&
      (end >= source.length || '\n'.concat(separator).includes(source[end] ?? ''))
    )
      return { text: inner.replaceAll('""', '"'), end, breaks: inner.split('\n').length - 1 };
  }
  let end = start;
  while (end < source.length && source[end] !== separator && source[end] !== '\n') end += 1;
  return { text: source.slice(start, end), end, breaks: 0 };
}
