/**
 * As much of a TrueType font as a PDF needs (OpenType 1.9): which glyph draws a character, how wide it
 * is, and the font with the glyphs that were used and no others. Glyphs keep their numbers, so that
 * nothing else has to be rewritten.
 */
export type TrueType = {
  unitsPerEm: number;
  ascent: number;
  descent: number;
  box: [number, number, number, number];
  /** The glyph of a character; 0 when the font can't draw it. */
  glyphOf: (codePoint: number) => number;
  /** In thousandths of the font's size, as PDF counts. */
  widthOf: (glyph: number) => number;
  /** The font file with these glyphs, and what they are composed of. */
  subset: (glyphs: Iterable<number>) => Uint8Array<ArrayBuffer>;
};

/** @throws {Error} when the file is no TrueType font with a table of 32-bit characters */
export function readTrueType(file: Uint8Array): TrueType {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = new Map<string, { offset: number; length: number }>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + 16 * i;
    const tag = String.fromCharCode(...file.subarray(entry, entry + 4));
    tables.set(tag, { offset: view.getUint32(entry + 8), length: view.getUint32(entry + 12) });
  }
  const table = (tag: string) => {
    const found = tables.get(tag);
    if (!found) throw new Error(`The font has no ${tag} table`);
    return found;
  };
  const head = table('head').offset;
  const hhea = table('hhea').offset;
  const unitsPerEm = view.getUint16(head + 18);
  const metrics = view.getUint16(hhea + 34);
  const hmtx = table('hmtx').offset;
  const glyphs = readGlyphs(view, table, view.getUint16(table('maxp').offset + 4));
  return {
    unitsPerEm,
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    box: [36, 38, 40, 42].map((at) => view.getInt16(head + at)) as TrueType['box'],
    glyphOf: readCharacters(view, table('cmap').offset),
    widthOf: (glyph) =>
      (view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) * 1000) / unitsPerEm,
    subset: (used) => {
      const { glyf, loca } = glyphs.only(used);
      const kept = ['hhea', 'hmtx', 'maxp', 'cvt ', 'fpgm', 'prep'].filter((tag) =>
        tables.has(tag),
      );
      const copies = kept.map((tag): [string, Uint8Array] => {
        const { offset, length } = table(tag);
        return [tag, file.subarray(offset, offset + length)];
      });
      const longHead = file.slice(head, head + table('head').length);
      // indexToLocFormat: 32-bit offsets.
      new DataView(longHead.buffer).setInt16(50, 1);
      return writeFont([...copies, ['glyf', glyf], ['head', longHead], ['loca', loca]]);
    },
  };
}

type Table = (tag: string) => { offset: number; length: number };

/** cmap, format 12: runs of characters that have runs of glyphs. */
function readCharacters(view: DataView, cmap: number): (codePoint: number) => number {
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    if (view.getUint16(at) !== 12) continue;
    const runs = view.getUint32(at + 12);
    return (codePoint) => {
      let [low, high] = [0, runs - 1];
      while (low <= high) {
        const middle = (low + high) >> 1;
        const run = at + 16 + 12 * middle;
        if (codePoint < view.getUint32(run)) high = middle - 1;
        else if (codePoint > view.getUint32(run + 4)) low = middle + 1;
        else return view.getUint32(run + 8) + codePoint - view.getUint32(run);
      }
      return 0;
    };
  }
  throw new Error('The font has no table of 32-bit characters');
}

function readGlyphs(view: DataView, table: Table, count: number) {
  const { offset: glyf } = table('glyf');
  const { offset: loca } = table('loca');
  const isLong = view.getInt16(table('head').offset + 50) === 1;
  const start = (glyph: number) =>
    glyf + (isLong ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph));
  return {
    only(used: Iterable<number>) {
      const wanted = new Set([0]);
      const add = (glyph: number) => {
        if (wanted.has(glyph) || glyph >= count) return;
        wanted.add(glyph);
        for (const part of partsOf(view, start(glyph), start(glyph + 1))) add(part);
      };
      for (const glyph of used) add(glyph);
      const newLoca = new DataView(new ArrayBuffer(4 * (count + 1)));
      const chunks: Uint8Array[] = [];
      let size = 0;
      for (let glyph = 0; glyph < count; glyph++) {
        newLoca.setUint32(4 * glyph, size);
        if (!wanted.has(glyph)) continue;
        const [from, to] = [start(glyph), start(glyph + 1)];
        chunks.push(new Uint8Array(view.buffer, view.byteOffset + from, to - from));
        size += to - from;
      }
      newLoca.setUint32(4 * count, size);
      return { glyf: joined(chunks, size), loca: new Uint8Array(newLoca.buffer) };
    },
  };
}

/** The glyphs that a composite glyph is made of: « é » is « e » and an accent. */
function partsOf(view: DataView, from: number, to: number): number[] {
  if (to <= from || view.getInt16(from) >= 0) return [];
  const parts: number[] = [];
  let at = from + 10;
  for (let more = true; more; ) {
    const flags = view.getUint16(at);
    parts.push(view.getUint16(at + 2));
    at += flags & 0x0001 ? 8 : 6;
    if (flags & 0x0008) at += 2;
    else if (flags & 0x0040) at += 4;
    else if (flags & 0x0080) at += 8;
    more = (flags & 0x0020) !== 0;
  }
  return parts;
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The directory and the tables, each at a multiple of four; tags in order, as readers search them. */
function writeFont(unsorted: [tag: string, table: Uint8Array][]): Uint8Array<ArrayBuffer> {
  const tables = unsorted.sort(([a], [b]) => (a < b ? -1 : 1));
  const padded = (length: number) => (length + 3) & ~3;
  const directory = 12 + 16 * tables.length;
  const size = tables.reduce((sum, [, { length }]) => sum + padded(length), directory);
  const font = new Uint8Array(size);
  const view = new DataView(font.buffer);
  const log = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * 2 ** log);
  view.setUint16(8, log);
  view.setUint16(10, 16 * (tables.length - 2 ** log));
  let offset = directory;
  for (const [i, [tag, table]] of tables.entries()) {
    const entry = 12 + 16 * i;
    font.set(table, offset);
    for (let c = 0; c < 4; c++) view.setUint8(entry + c, tag.charCodeAt(c));
    view.setUint32(entry + 4, checksum(view, offset, padded(table.length)));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, table.length);
    offset += padded(table.length);
  }
  return font;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
