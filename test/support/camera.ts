/**
 * What the browser's camera sees: a film of one QR code, as Chromium plays it in place of a camera. It
 * reads the file anew each time the camera is opened.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { qrSquares } from '../../src/lib/qr';

const width = 640;
const height = 480;
/** Light and dark paper under a lamp, not white and black. */
const [paper, ink, neutral] = [205, 40, 128];

export type Camera = {
  /** The command line of a browser that has this camera. */
  args: string[];
  /** Holds a code before it; null is an empty table. */
  show(text: string | null): void;
  /** Holds before it what a page draws: the path of its dark squares (src/web/ui/qr.tsx). */
  showPath(path: string): void;
};

export function openCamera(): Camera {
  const file = join(mkdtempSync(join(tmpdir(), 'farandole-camera-')), 'film.y4m');
  const film = (squares: boolean[][]) => writeFileSync(file, filmOf(squares));
  const show = (text: string | null) => film(text ? qrSquares(text) : []);
  show(null);
  return {
    args: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${file}`,
    ],
    show,
    showPath: (path) => film(readPath(path)),
  };
}

/** « M4 4h7v1h-7z »: seven dark squares from the fourth column of the fourth row. */
function readPath(path: string): boolean[][] {
  const squares: boolean[][] = [];
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    squares[Number(y)] ??= [];
    for (let i = 0; i < Number(length); i++) (squares[Number(y)] ?? [])[Number(x) + i] = true;
  }
  return squares;
}

/** YUV4MPEG2: a line of header, then frames of brightness and two planes of colour. */
function filmOf(squares: boolean[][]): Buffer {
  const light = Buffer.alloc(width * height, paper);
  if (squares.length) draw(light, squares);
  const colour = Buffer.alloc((width * height) / 2, neutral);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`);
  return Buffer.concat([header, frame, frame, frame]);
}

/** Held at arm's length and a little turned. */
function draw(light: Buffer, squares: boolean[][]) {
  const size = 240 / squares.length;
  const [cos, sin] = [Math.cos(0.12), Math.sin(0.12)];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - 300, y - 235];
      const column = Math.floor((dx * cos + dy * sin) / size + squares.length / 2);
      const row = Math.floor((dy * cos - dx * sin) / size + squares.length / 2);
      if (squares[row]?.[column]) light[y * width + x] = ink;
    }
}
