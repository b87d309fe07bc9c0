/**
 * PDF pages of text, rules and QR codes, A4, with fonts of our own: the standard ones can't draw
 * « Łukasz », and do not say so. A page costs some 10 ms of CPU, so a setting turns PDF off, and what
 * the fonts can't draw (`canDraw`) goes to the page that prints. Lengths are points, from the top left.
 */
import {
  beginText,
  degrees,
  drawImage,
  endText,
  PDFDocument,
  type PDFPage,
  rgb,
  setCharacterSpacing,
  setFillingColor,
  setFontAndSize,
  setTextMatrix,
  showText,
} from '@cantoo/pdf-lib';
import { openFont, type PdfFont } from './pdf-font';
import { type EmbeddedPicture, embedPng } from './pdf-png';
import { qrRuns, qrSquares } from './qr';

export const a4 = { width: 595.28, height: 841.89 };
export const a5 = { width: 419.53, height: 595.28 };
export const mm = (n: number) => (n * 72) / 25.4;

export type PdfFonts = { regular: Uint8Array; bold: Uint8Array };
export type Weight = keyof PdfFonts;
export type Ink = readonly [red: number, green: number, blue: number];
export const black: Ink = [0, 0, 0];

export type TextStyle = {
  size: number;
  weight?: Weight;
  ink?: Ink;
  align?: 'left' | 'center' | 'right';
  /** Distance from one line to the next, in sizes. */
  leading?: number;
  spacing?: number;
};

type Area = { x: number; y: number; width: number };

export type PdfSheet = {
  /** Writes a text within the width, over as many lines as it takes; returns the y below it. */
  text: (text: string, area: Area, style: TextStyle) => number;
  rule: (area: Area, options?: { ink?: Ink; thickness?: number }) => void;
  frame: (area: Area & { height: number }, options: { ink: Ink; thickness: number }) => void;
  /** A filled rectangle. */
  fill: (area: Area & { height: number }, ink: Ink) => void;
  /** A QR code `size` points wide, its quiet zone included. */
  qr: (text: string, at: { x: number; y: number; size: number }) => void;
  picture: (picture: PdfPicture, at: Area & { height: number }) => void;
};

export type PdfPicture = EmbeddedPicture;

export type Pdf = {
  /** A4 unless told otherwise. */
  addSheet: (size?: { width: number; height: number }) => PdfSheet;
  /**
   * A picture to draw; null when it is broken inside, which its head does not tell. The same bytes,
   * however often they are asked for, are in the file once.
   */
  readPicture: (bytes: Uint8Array, type: 'image/png' | 'image/jpeg') => Promise<PdfPicture | null>;
  canDraw: (text: string) => boolean;
  /** How high a text is within a width: to know before it is drawn whether it fits. */
  heightOf: (text: string, width: number, style: TextStyle) => number;
  /** The lines that it takes there. */
  linesOf: (text: string, width: number, style: TextStyle) => string[];
  save: () => Promise<Uint8Array<ArrayBuffer>>;
};

export async function newPdf(
  fonts: PdfFonts,
  about: { title: string; author: string; language: string; now: number },
): Promise<Pdf> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(about.title, { showInWindowTitleBar: true });
  document.setAuthor(about.author);
  document.setLanguage(about.language);
  document.setProducer('Farandole');
  document.setCreator('Farandole');
  document.setCreationDate(new Date(about.now));
  document.setModificationDate(new Date(about.now));
  const open: Record<Weight, PdfFont> = {
    regular: openFont(document.context, fonts.regular, 'SourceSans3-Regular'),
    bold: openFont(document.context, fonts.bold, 'SourceSans3-SemiBold'),
  };
  const linesOf = (text: string, width: number, style: TextStyle) =>
    wrap(text, width, open[style.weight ?? 'regular'], style.size);
  const pictures = new Map<Uint8Array, Promise<PdfPicture | null>>();
  return {
    addSheet: ({ width, height } = a4) => sheet(document.addPage([width, height]), open),
    readPicture(bytes, type) {
      const picture = pictures.get(bytes) ?? embed(document, bytes, type);
      pictures.set(bytes, picture);
      return picture;
    },
    canDraw: (text) => open.regular.canDraw(text) && open.bold.canDraw(text),
    heightOf: (text, width, style) => linesOf(text, width, style).length * lineHeight(style),
    linesOf,
    save: async () => {
      for (const font of Object.values(open)) font.embed();
      return new Uint8Array(await document.save());
    },
  };
}

/** pdf-lib knows every kind of PNG, and takes more time and memory. */
async function embed(document: PDFDocument, bytes: Uint8Array, type: 'image/png' | 'image/jpeg') {
  if (type === 'image/jpeg') return document.embedJpg(bytes).catch(() => null);
  const quickly = await embedPng(document.context, bytes).catch(() => null);
  return quickly ?? document.embedPng(bytes).catch(() => null);
}

export const lineHeight = ({ size, leading = 1.35 }: TextStyle) => size * leading;

/** The lines of a text that fit a width; a word that is wider by itself is cut at the edge. */
function wrap(text: string, width: number, font: PdfFont, size: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    // Ordinary spaces only: a no-break space keeps « 20 h » together.
    for (const word of paragraph.split(/ +/).flatMap((word) => cut(word, width, font, size))) {
      const longer = line ? `${line} ${word}` : word;
      if (line && font.widthOf(longer, size) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}

function cut(word: string, width: number, font: PdfFont, size: number): string[] {
  if (font.widthOf(word, size) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word.normalize('NFC')) {
    if (piece && font.widthOf(piece + character, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

function sheet(page: PDFPage, fonts: Record<Weight, PdfFont>): PdfSheet {
  const { height } = page.getSize();
  const names = {
    regular: page.node.newFontDictionary('Regular', fonts.regular.ref),
    bold: page.node.newFontDictionary('Bold', fonts.bold.ref),
  };
  return {
    text(text, { x, y, width }, style) {
      const { size, weight = 'regular', ink = black, align = 'left', spacing = 0 } = style;
      const font = fonts[weight];
      let below = y;
      for (const line of wrap(text, width, font, size)) {
        const free = width - font.widthOf(line, size) - spacing * line.length;
        const left = x + (align === 'left' ? 0 : align === 'right' ? free : free / 2);
        page.pushOperators(
          beginText(),
          setFillingColor(rgb(...ink)),
          setCharacterSpacing(spacing),
          setFontAndSize(names[weight], size),
          setTextMatrix(1, 0, 0, 1, left, height - below - size),
          showText(font.encode(line)),
          endText(),
        );
        below += lineHeight(style);
      }
      return below;
    },
    rule({ x, y, width }, { ink = black, thickness = 0.75 } = {}) {
      const at = height - y;
      const color = rgb(...ink);
      page.drawLine({ start: { x, y: at }, end: { x: x + width, y: at }, thickness, color });
    },
    frame({ x, y, width, height: tall }, { ink, thickness }) {
      page.drawRectangle({
        x,
        y: height - y - tall,
        width,
        height: tall,
        borderColor: rgb(...ink),
        borderWidth: thickness,
      });
    },
    fill({ x, y, width, height: tall }, ink) {
      page.drawRectangle({ x, y: height - y - tall, width, height: tall, color: rgb(...ink) });
    },
    picture(picture, { x, y, width, height: tall }) {
      const name = page.node.newXObject('Image', picture.ref);
      const straight = { rotate: degrees(0), xSkew: degrees(0), ySkew: degrees(0) };
      const at = { x, y: height - y - tall, width, height: tall };
      page.pushOperators(...drawImage(name, { ...at, ...straight }));
    },
    qr(text, { x, y, size }) {
      const squares = qrSquares(text);
      const side = size / (squares.length + 8);
      const [left, top] = [x + 4 * side, y + 4 * side];
      for (const run of qrRuns(squares)) {
        page.drawRectangle({
          x: left + run.x * side,
          y: height - top - (run.y + 1) * side,
          width: run.length * side,
          height: side,
          color: rgb(...black),
        });
      }
    },
  };
}
