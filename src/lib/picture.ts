/**
 * What a file of bytes is, by the bytes themselves: a PNG or a JPEG with its size in pixels, or null for
 * all else. SVG is left out on purpose: it is a document, and can carry scripts.
 */
export type Picture = { type: 'image/png' | 'image/jpeg'; width: number; height: number };
/** A picture with its bytes, and what it shows in words. */
export type FilePicture = Picture & { name: string; bytes: Uint8Array };

export function readPicture(bytes: Uint8Array): Picture | null {
  return readPng(bytes) ?? readJpeg(bytes);
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const startsWith = (bytes: Uint8Array, first: readonly number[], at = 0) =>
  bytes.length >= at + first.length && first.every((byte, i) => bytes[at + i] === byte);
const sized = (type: Picture['type'], width: number, height: number): Picture | null =>
  width > 0 && height > 0 ? { type, width, height } : null;

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const ihdr = [0x49, 0x48, 0x44, 0x52];
const iend = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];

/** PNG (ISO/IEC 15948): the signature, IHDR first, IEND last. */
function readPng(bytes: Uint8Array): Picture | null {
  if (!startsWith(bytes, pngSignature) || !startsWith(bytes, ihdr, 12)) return null;
  if (bytes.length < 45 || !startsWith(bytes, iend, bytes.length - iend.length)) return null;
  return sized('image/png', view(bytes).getUint32(16), view(bytes).getUint32(20));
}

/** JPEG (ITU-T T.81 B.1): the size stands in the first start-of-frame segment. */
function readJpeg(bytes: Uint8Array): Picture | null {
  if (!startsWith(bytes, [0xff, 0xd8, 0xff])) return null;
  const data = view(bytes);
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    // A marker may be led by any number of fill bytes.
    if (marker === 0xff) at += 1;
    else if (isFrame(marker))
      return sized('image/jpeg', data.getUint16(at + 7), data.getUint16(at + 5));
    else if (marker === 0xda) return null;
    else at += 2 + data.getUint16(at + 2);
  }
  return null;
}

/** SOF0 to SOF15, but for DHT, JPG and DAC, which stand among them. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** What pictures side by side have room in; the lengths are of one unit. */
export type PictureBox = { width: number; most: number; tall: number; gap: number };
export type Placed<T> = { picture: T; x: number; width: number; height: number };

/** Each at its own proportions within `most` by `tall`, as many in a row as the box is wide. */
export function inRows<T extends { width: number; height: number }>(
  pictures: readonly T[],
  { width: whole, most, tall, gap }: PictureBox,
): Placed<T>[][] {
  const rows: Placed<T>[][] = [];
  let x = Number.POSITIVE_INFINITY;
  for (const picture of pictures) {
    const scale = Math.min(most / picture.width, tall / picture.height);
    const [width, height] = [picture.width * scale, picture.height * scale];
    if (x + width > whole) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ picture, x, width, height });
    x += width + gap;
  }
  return rows;
}

/** Side by side in one row, equally high, as large as it has room for. */
export function inOneRow<T extends { width: number; height: number }>(
  pictures: readonly T[],
  { width: whole, tall, gap }: Omit<PictureBox, 'most'>,
): Placed<T>[] {
  const wide = pictures.reduce((sum, picture) => sum + picture.width / picture.height, 0);
  const height = Math.min(tall, (whole - gap * (pictures.length - 1)) / wide);
  let x = 0;
  return pictures.map((picture) => {
    const placed = { picture, x, width: (height * picture.width) / picture.height, height };
    x += placed.width + gap;
    return placed;
  });
}

/** More than a row or two: they are set smaller. */
export const areMany = (count: number) => count > 8;

/** For logos in rows: millimetres of A4 on a poster, times `scale` elsewhere. */
export function logoBox(count: number, scale = 1): Omit<PictureBox, 'width'> {
  const [most, tall] = areMany(count) ? [26, 10] : [42, 16];
  return { most: most * scale, tall: tall * scale, gap: 7 * scale };
}

/** The scale of the logos at the head of a document, in millimetres. */
export const documentScale = 0.75;
