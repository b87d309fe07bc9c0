/** Pictures in rows on a sheet of a PDF. */
import type { Pdf, PdfPicture, PdfSheet } from './pdf';
import { type FilePicture, inRows, logoBox, type Placed } from './picture';

export type PictureRows = {
  rows: Placed<PdfPicture>[][];
  /** The height of all of them, and of one with the room below it. */
  height: number;
  row: number;
  tall: number;
};

/**
 * Logos in rows within a width, ready to be drawn; those that are broken inside are left out.
 * @param scale the points of what is a millimetre on a poster
 */
export async function logoRows(
  pdf: Pdf,
  pictures: readonly FilePicture[],
  width: number,
  scale: number,
): Promise<PictureRows> {
  const whole: PdfPicture[] = [];
  for (const { bytes, type } of pictures) {
    const picture = await pdf.readPicture(bytes, type);
    if (picture) whole.push(picture);
  }
  const { tall, ...box } = logoBox(pictures.length, scale);
  const rows = inRows(whole, { ...box, tall, width });
  const row = tall + 4 * scale;
  return { rows, row, tall, height: rows.length * row };
}

/** Rows begin at the left, or stand in the middle of `width`; returns the y below them. */
export function drawRows(
  sheet: PdfSheet,
  { rows, row, tall }: PictureRows,
  at: { x: number; y: number; width?: number },
): number {
  for (const [index, pictures] of rows.entries()) {
    const last = pictures.at(-1);
    const free = at.width && last ? at.width - last.x - last.width : 0;
    for (const { picture, x, width, height } of pictures) {
      const y = at.y + index * row + (tall - height) / 2;
      sheet.picture(picture, { x: at.x + free / 2 + x, y, width, height });
    }
  }
  return at.y + rows.length * row;
}
