/**
 * A PNG as a PDF holds it (ISO 32000-1, 8.9.5): without alpha its data go in as they are, since PDF knows
 * PNG's own compression and filters; with alpha the rows are parted into colours and a soft mask. Only
 * what is compressed is kept: pdf-lib holds every pixel until the file is written, which a dozen large
 * logos have no room for in a Worker.
 */
import { type PDFContext, PDFHexString, type PDFRef } from '@cantoo/pdf-lib';

export type EmbeddedPicture = { ref: PDFRef; width: number; height: number };

type Png = {
  width: number;
  height: number;
  depth: number;
  /** 0 grey, 2 colours, 3 palette, 4 grey and alpha, 6 colours and alpha (ISO/IEC 15948, 11.2.2). */
  colours: number;
  interlaced: boolean;
  palette: Uint8Array;
  isKeyed: boolean;
  data: Uint8Array<ArrayBuffer>[];
};
const channels: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * Null for what is seldom met and left to others: interlaced rows, alpha of 16 bits, a colour or palette
 * entries that stand for transparency.
 * @throws when it is broken inside
 */
export async function embedPng(
  context: PDFContext,
  bytes: Uint8Array,
): Promise<EmbeddedPicture | null> {
  const png = readPng(bytes);
  const { width, height, depth, colours } = png;
  const count = channels[colours];
  const hasAlpha = colours === 4 || colours === 6;
  if (!count || png.interlaced || png.isKeyed || (hasAlpha && depth !== 8)) return null;
  const stride = Math.ceil((width * count * depth) / 8);
  const rows = await through(new DecompressionStream('deflate'), png.data);
  if (rows.length !== height * (stride + 1)) throw new Error('rows are missing');
  const image = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height };
  const stream = (data: Uint8Array, more: Record<string, unknown>) =>
    context.register(
      context.stream(data, { ...image, Filter: 'FlateDecode', ...more } as Parameters<
        PDFContext['stream']
      >[1]),
    );
  if (!hasAlpha) {
    const ref = stream(await joined(png.data), {
      BitsPerComponent: depth,
      ColorSpace: colours === 3 ? indexed(png.palette) : spaceOf(count),
      DecodeParms: { Predictor: 15, Colors: count, BitsPerComponent: depth, Columns: width },
    });
    return { ref, width, height };
  }
  unfilter(rows, stride, count);
  const [colour, alpha] = part(rows, stride, count);
  const deflated = (data: Uint8Array<ArrayBuffer>) =>
    through(new CompressionStream('deflate'), [data]);
  const mask = stream(await deflated(alpha), { BitsPerComponent: 8, ColorSpace: 'DeviceGray' });
  const ref = stream(await deflated(colour), {
    BitsPerComponent: 8,
    ColorSpace: spaceOf(count - 1),
    SMask: mask,
  });
  return { ref, width, height };
}

const spaceOf = (count: number) => (count === 1 ? 'DeviceGray' : 'DeviceRGB');

function indexed(palette: Uint8Array) {
  return ['Indexed', 'DeviceRGB', palette.length / 3 - 1, PDFHexString.of(palette.toHex())];
}

function readPng(bytes: Uint8Array): Png {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const png: Png = {
    width: view.getUint32(16),
    height: view.getUint32(20),
    depth: view.getUint8(24),
    colours: view.getUint8(25),
    interlaced: view.getUint8(28) !== 0,
    palette: new Uint8Array(),
    isKeyed: false,
    data: [],
  };
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const body = bytes.slice(at + 8, at + 8 + length);
    if (type === 'IDAT') png.data.push(body);
    else if (type === 'PLTE') png.palette = body;
    else if (type === 'tRNS') png.isKeyed = true;
    at += 12 + length;
  }
  return png;
}

async function through(
  transform: CompressionStream | DecompressionStream,
  parts: readonly Uint8Array<ArrayBuffer>[],
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Blob([...parts]).stream().pipeThrough(transform);
  return new Uint8Array(await new Response(whole).arrayBuffer());
}

const joined = async (parts: readonly Uint8Array<ArrayBuffer>[]) =>
  new Uint8Array(await new Blob([...parts]).arrayBuffer());

/** In place; each row begins with the filter that it was written with (ISO/IEC 15948, 9.2). */
function unfilter(rows: Uint8Array<ArrayBuffer>, stride: number, step: number): void {
  let before = new Uint8Array(stride + 1);
  for (let start = 0; start < rows.length; start += stride + 1) {
    const row = rows.subarray(start, start + stride + 1);
    const filter = row[0];
    for (let at = 1; filter && at <= stride; at++) {
      const left = at > step ? (row[at - step] ?? 0) : 0;
      const above = before[at] ?? 0;
      const corner = filter === 4 && at > step ? (before[at - step] ?? 0) : 0;
      row[at] = (row[at] ?? 0) + predicted(filter, left, above, corner);
    }
    before = row;
  }
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const a = Math.abs(above - corner);
  const b = Math.abs(left - corner);
  const c = Math.abs(left + above - 2 * corner);
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

function part(rows: Uint8Array, stride: number, count: number) {
  const pixels = (rows.length / (stride + 1)) * (stride / count);
  const colour = new Uint8Array(pixels * (count - 1));
  const alpha = new Uint8Array(pixels);
  let to = 0;
  for (let start = 0; start < rows.length; start += stride + 1)
    for (let at = start + 1; at <= start + stride; at += count) {
      for (let i = 0; i < count - 1; i++) colour[to * (count - 1) + i] = rows[at + i] ?? 0;
      alpha[to++] = rows[at + count - 1] ?? 0;
    }
  return [colour, alpha] as const;
}
