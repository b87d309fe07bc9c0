/** QR codes as squares: a path for SVG pages, the same rows for PDF. */
import QRCode from 'qrcode';

/** The dark squares, row by row; without the quiet zone, which is four squares wide (ISO/IEC 18004). */
export function qrSquares(text: string): boolean[][] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => Boolean(modules.get(row, column))),
  );
}

/** The horizontal runs of dark squares: fewer shapes, and no hairlines between squares. */
export const qrRuns = (squares: readonly boolean[][]) =>
  squares.flatMap((row, y) => {
    const runs: { x: number; y: number; length: number }[] = [];
    for (const [x, dark] of row.entries()) {
      const last = runs.at(-1);
      if (dark && last && last.x + last.length === x) last.length += 1;
      else if (dark) runs.push({ x, y, length: 1 });
    }
    return runs;
  });
