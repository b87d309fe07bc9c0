/**
 * A SQLite file as whoever copies it can read it: pages, cells and where each stands, beneath what SQL
 * shows (https://www.sqlite.org/fileformat2.html). Only what a WITHOUT ROWID table needs.
 */
import { DatabaseSync } from 'node:sqlite';

export type Cell = {
  page: number;
  /** Where it starts within its page: SQLite fills a page from its end, in the order of arrival. */
  offset: number;
  /** The first page of what did not fit, 0 for none. */
  overflow: number;
  /** Its columns, in the table's own order: the key's first. */
  values: (string | number | null)[];
};

const interior = 0x02;
const leaf = 0x0a;

/** Every cell of the b-tree of a table, in the order of its keys. */
export function cellsOf(file: Uint8Array, rootPage: number): Cell[] {
  const data = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const pageSize = data.readUInt16BE(16) === 1 ? 65536 : data.readUInt16BE(16);
  const usable = pageSize - data.readUInt8(20);
  const walk = (page: number): Cell[] => {
    const start = (page - 1) * pageSize;
    const header = start + (page === 1 ? 100 : 0);
    const type = data.readUInt8(header);
    if (type !== interior && type !== leaf) throw new Error(`page ${page} is no index page`);
    const count = data.readUInt16BE(header + 3);
    const pointers = header + (type === interior ? 12 : 8);
    const cells: Cell[] = [];
    for (let i = 0; i < count; i++) {
      const offset = data.readUInt16BE(pointers + 2 * i);
      if (type === interior) cells.push(...walk(data.readUInt32BE(start + offset)));
      cells.push(readCell(page, offset, start + offset + (type === interior ? 4 : 0)));
    }
    if (type === interior) cells.push(...walk(data.readUInt32BE(header + 8)));
    return cells;
  };
  const readCell = (page: number, offset: number, at: number): Cell => {
    const [size, from] = varint(data, at);
    const longest = Math.floor(((usable - 12) * 64) / 255) - 23;
    const shortest = Math.floor(((usable - 12) * 32) / 255) - 23;
    const fitting = shortest + ((size - shortest) % (usable - 4));
    const local = size <= longest ? size : fitting <= longest ? fitting : shortest;
    const parts = [data.subarray(from, from + local)];
    const overflow = local < size ? data.readUInt32BE(from + local) : 0;
    let next = overflow;
    while (next) {
      const there = (next - 1) * pageSize;
      parts.push(data.subarray(there + 4, there + usable));
      next = data.readUInt32BE(there);
    }
    return { page, offset, overflow, values: record(Buffer.concat(parts).subarray(0, size)) };
  };
  return walk(rootPage);
}

function record(payload: Buffer): Cell['values'] {
  const [headerSize, first] = varint(payload, 0);
  const values: Cell['values'] = [];
  let at = headerSize;
  for (let position = first; position < headerSize; ) {
    const [type, next] = varint(payload, position);
    position = next;
    if (type === 0) values.push(null);
    else if (type === 8 || type === 9) values.push(type - 8);
    else if (type >= 13 && type % 2) {
      const length = (type - 13) / 2;
      values.push(payload.toString('utf8', at, at + length));
      at += length;
    } else {
      const length = type === 5 ? 6 : type === 6 ? 8 : type;
      values.push(payload.readIntBE(at, length));
      at += length;
    }
  }
  return values;
}

function varint(data: Buffer, at: number): [value: number, next: number] {
  let value = 0;
  for (let i = 0; i < 8; i++) {
    const byte = data.readUInt8(at + i);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + i + 1];
  }
  throw new Error('a varint of nine bytes');
}

/** The first page of each table of a file that no one writes to. */
export function rootPages(path: string): Map<string, number> {
  const db = new DatabaseSync(path, { readOnly: true });
  const rows = db.prepare("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'").all();
  db.close();
  return new Map(rows.map((row) => [String(row.name), Number(row.rootpage)]));
}
