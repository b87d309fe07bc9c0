/** PNG in a PDF: every pixel as it was, whatever filters its rows were written with. */
import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { embedPng } from '../../src/lib/pdf-png';
import { aPng, encodePng } from '../support/pictures';

async function embedded(png: Uint8Array) {
  const { context } = await PDFDocument.create();
  const picture = await embedPng(context, png);
  const read = (ref: PDFRef) => {
    const stream = context.lookup(ref);
    if (!(stream instanceof PDFRawStream)) throw new Error('no stream');
    const of = (name: string) => stream.dict.get(PDFName.of(name));
    const inflated = PDFRawStream.of(
      PDFDict.fromMapWithContext(
        new Map([[PDFName.of('Filter'), PDFName.of('FlateDecode')]]),
        context,
      ),
      stream.contents,
    );
    return { of, bytes: decodePDFRawStream(inflated).decode(), dict: String(stream.dict) };
  };
  return { picture, read };
}

/** What the five filters make of a row (ISO/IEC 15948, 9.2). */
function filtered(kind: number, row: readonly number[], above: readonly number[], step: number) {
  return row.map((value, x) => {
    const left = row[x - step] ?? 0;
    const up = above[x] ?? 0;
    const corner = x >= step ? (above[x - step] ?? 0) : 0;
    const p = left + up - corner;
    const near = [left, up, corner].sort((a, b) => Math.abs(p - a) - Math.abs(p - b))[0] ?? 0;
    const tie = [left, up, corner].find((one) => Math.abs(p - one) === Math.abs(p - near)) ?? 0;
    return (value - ([0, left, up, (left + up) >> 1, tie][kind] ?? 0)) & 255;
  });
}

it.each([
  ['colours and alpha', 6, 4],
  ['grey and alpha', 4, 2],
])('parts %s, each pixel as it was', async (_, colours, count) => {
  const byte = fc.integer({ min: 0, max: 255 });
  const picture = fc.integer({ min: 1, max: 6 }).chain((width) =>
    fc.array(
      fc.record({
        kind: fc.integer({ min: 0, max: 4 }),
        row: fc.array(byte, { minLength: width * count, maxLength: width * count }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  );
  await fc.assert(
    fc.asyncProperty(picture, async (lines) => {
      const width = (lines[0]?.row.length ?? 0) / count;
      const rows = lines.flatMap(({ kind, row }, y) => [
        kind,
        ...filtered(kind, row, lines[y - 1]?.row ?? [], count),
      ]);
      const size = { width, height: lines.length };
      const png = encodePng({ ...size, colours }, Uint8Array.from(rows));
      const { picture, read } = await embedded(png);
      expect(picture).toMatchObject(size);
      if (!picture) throw new Error('not embedded');
      const pixels = lines.flatMap(({ row }) => row);
      const { bytes, of } = read(picture.ref);
      expect([...bytes]).toEqual(pixels.filter((__, i) => i % count !== count - 1));
      expect([...read(of('SMask') as PDFRef).bytes]).toEqual(
        pixels.filter((__, i) => i % count === count - 1),
      );
    }),
    { numRuns: 60 },
  );
});

it.each([
  ['colours', { colours: 2, depth: 8 }, 3, '/DeviceRGB', 3],
  ['grey of four bits', { colours: 0, depth: 4 }, 1, '/DeviceGray', 1],
  ['colours of sixteen bits', { colours: 2, depth: 16 }, 6, '/DeviceRGB', 3],
])('takes %s in as they are', async (_, head, bytesAPixel, space, count) => {
  const width = head.depth === 4 ? 2 : 1;
  const rows = Uint8Array.from([
    2,
    ...Array(bytesAPixel).fill(7),
    1,
    ...Array(bytesAPixel).fill(9),
  ]);
  const { picture, read } = await embedded(encodePng({ width, height: 2, ...head }, rows));
  if (!picture) throw new Error('not embedded');
  const { bytes, dict } = read(picture.ref);
  expect(bytes).toEqual(rows);
  expect(dict).toContain(`/ColorSpace ${space}`);
  expect(dict).toMatch(
    new RegExp(`/Predictor 15\\s*/Colors ${count}\\s*/BitsPerComponent ${head.depth}`),
  );
});

it('takes a palette in with its colours', async () => {
  const palette = Uint8Array.from([255, 0, 0, 0, 0, 255]);
  const png = encodePng(
    { width: 8, height: 1, colours: 3, depth: 1 },
    Uint8Array.from([0, 0b10100000]),
    palette,
  );
  const { picture, read } = await embedded(png);
  expect(picture && read(picture.ref).dict).toContain(
    '/ColorSpace [ /Indexed /DeviceRGB 1 <ff00000000ff> ]',
  );
});

it('leaves the rest to others, and takes nothing that is broken for a picture', async () => {
  const rows = new Uint8Array(4 * 4);
  const interlaced = encodePng({ width: 1, height: 4, interlaced: true }, rows);
  expect((await embedded(interlaced)).picture).toBeNull();
  const short = encodePng({ width: 1, height: 5 }, rows);
  await expect(embedded(short)).rejects.toThrow('rows are missing');
  const broken = aPng(40, 40);
  broken.fill(0, 41, 60);
  await expect(embedded(broken)).rejects.toThrow();
});
