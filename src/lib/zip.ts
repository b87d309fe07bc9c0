/** A ZIP file of a few texts and pictures, stored and not compressed (APPNOTE 4.3): what an OpenDocument is. */
const encoder = new TextEncoder();

export function toZip(
  files: readonly (readonly [name: string, content: string | Uint8Array])[],
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const path = encoder.encode(name);
    const data = typeof content === 'string' ? encoder.encode(content) : content;
    // Version 2.0, names in UTF-8, stored; the date is the format's first, so that equal texts are equal files.
    const common = [20, 0x0800, 0, 0, 0x21] as const;
    const facts = { crc: crc32(data), size: data.length, path: path.length };
    const local = header(0x04034b50, [...common], facts, []);
    const central = header(0x02014b50, [20, ...common], facts, [
      0,
      0,
      0,
      0,
      0,
      offset & 0xffff,
      offset >>> 16,
    ]);
    parts.push(local, path, data);
    directory.push(central, path);
    offset += local.length + path.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, files.length, true);
  view.setUint16(10, files.length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return joined([...parts, ...directory, end]);
}

function header(
  signature: number,
  before: number[],
  { crc, size, path }: { crc: number; size: number; path: number },
  after: number[],
): Uint8Array {
  const sizes = [crc & 0xffff, crc >>> 16, size & 0xffff, size >>> 16, size & 0xffff, size >>> 16];
  const words = [signature & 0xffff, signature >>> 16, ...before, ...sizes, path, 0, ...after];
  const bytes = new Uint8Array(2 * words.length);
  const view = new DataView(bytes.buffer);
  for (const [index, word] of words.entries()) view.setUint16(2 * index, word, true);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The remainder of each byte, so that a picture is not gone through bit by bit. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

/** The check sum of ISO 3309, as ZIP and PNG use it. */
function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) crc = (crc >>> 8) ^ (remainders[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
