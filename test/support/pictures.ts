/** A real PNG of one colour, of any size: what is uploaded as a logo, a signature or a stamp. */
import { deflateSync } from 'node:zlib';

const table = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc32 = (bytes: Uint8Array) => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
};

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
}

/** @param rows each with its filter before it, as they are compressed */
export function encodePng(
  { width, height, colours = 2, depth = 8, interlaced = false }: PngHead,
  rows: Uint8Array,
  palette?: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colours, 0, 0, Number(interlaced)], 8);
  return Uint8Array.from(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      ...(palette ? [chunk('PLTE', palette)] : []),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}
type PngHead = {
  width: number;
  height: number;
  /** 0 grey, 2 colours, 3 palette, 4 grey and alpha, 6 colours and alpha. */
  colours?: number;
  depth?: number;
  interlaced?: boolean;
};

/** A fourth number of the colour is how much of it covers what is behind. */
export function aPng(
  width: number,
  height: number,
  colour: readonly number[] = [12, 100, 86],
): Uint8Array<ArrayBuffer> {
  const row = Buffer.alloc(1 + width * colour.length);
  for (let x = 0; x < width; x++) row.set(colour, 1 + x * colour.length);
  const colours = colour.length === 4 ? 6 : 2;
  return encodePng({ width, height, colours }, Buffer.concat(Array(height).fill(row)));
}
