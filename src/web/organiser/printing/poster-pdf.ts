/**
 * The poster and the flyer as PDF: the sheet of poster-page.tsx, drawn. Lengths are millimetres of A4
 * (`u`), which a flyer takes smaller; what stands below is placed first, and the words share the rest.
 * Here their height is known and not estimated: they are as large as the sheet allows.
 */
import type { Texts } from '../../../i18n';
import {
  a4,
  a5,
  type Ink,
  mm,
  newPdf,
  type Pdf,
  type PdfFonts,
  type PdfSheet,
  type TextStyle,
} from '../../../lib/pdf';
import { drawRows, logoRows, type PictureRows } from '../../../lib/pdf-pictures';
import type { FilePicture } from '../../../lib/picture';
import { typeset } from '../../../lib/text';
import type { PaperSize, Poster } from './poster';
import { type Density, densities, sizes } from './poster-room';

const accent: Ink = [0.7, 0.23, 0.13];

type About = { t: Texts; locale: 'fr' | 'en'; now: number; size: PaperSize };
type Canvas = {
  pdf: Pdf;
  sheet: PdfSheet;
  u: (n: number) => number;
  column: { x: number; width: number };
};

/** Null when the fonts can't draw a name or a title: the page that prints takes over. */
export async function posterPdf(
  poster: Poster,
  pictures: readonly FilePicture[],
  fonts: PdfFonts,
  { t, locale, now, size }: About,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const title = `${t.outreach.printing.sizes[size]} – ${poster.title}`;
  const pdf = await newPdf(fonts, { title, author: poster.network, language: locale, now });
  const { network, audience, when, where, address, speakers, summary, practical, foot } = poster;
  const said = [network, poster.title, audience, ...when, where, address, speakers, summary];
  if (!pdf.canDraw([...said, ...practical, foot, poster.contact].join(' '))) return null;
  const paper = size === 'a4' ? a4 : a5;
  const u = (n: number) => mm(n) * (paper.width / a4.width);
  const column = { x: u(15), width: u(180) };
  const logos = await logoRows(pdf, pictures, column.width, u(1));
  const draw = (sheet: PdfSheet, density: Density) => {
    const canvas = { pdf, sheet, u, column };
    const said = { ...poster, density };
    const top = drawHead(canvas, said);
    const bottom = drawRegister(canvas, said, t, drawFoot(canvas, said, logos));
    return drawBody(canvas, said, t, { top, bottom });
  };
  const trial = blindSheet(pdf);
  const largest = densities.find((one) => draw(trial, one) >= u(sizes[one].inner)) ?? 'tight';
  draw(pdf.addSheet(paper), largest);
  return pdf.save();
}

/** Takes the words as a sheet does, and keeps nothing: to know before they are drawn where they end. */
const blindSheet = (pdf: Pdf): PdfSheet => ({
  text: (text, { y, width }, style) => y + pdf.heightOf(text, width, style),
  rule: () => {},
  frame: () => {},
  fill: () => {},
  qr: () => {},
  picture: () => {},
});

function drawHead(
  { sheet, u, column }: Canvas,
  { network, kind, title, audience, density }: Poster,
) {
  const size = sizes[density];
  let y = sheet.text(network, { ...column, y: u(13) }, { size: u(5.2), weight: 'bold' });
  sheet.rule({ ...column, y: y + u(3) }, { ink: accent, thickness: u(1.6) });
  y = sheet.text(kind, { ...column, y: y + u(10) }, { size: u(5), weight: 'bold', ink: accent });
  y = sheet.text(
    title,
    { ...column, y: y + u(1) },
    { size: u(size.title), weight: 'bold', leading: 1.12 },
  );
  return audience ? sheet.text(audience, { ...column, y: y + u(3) }, { size: u(size.text) }) : y;
}

/** `joined`: the next part stands close below. */
type Part = { text: string; style: TextStyle; joined?: boolean };

/**
 * The words between the head and the frame of the QR code, with the room that is left between them;
 * returns how much that is between two.
 */
function drawBody(
  { pdf, sheet, u, column }: Canvas,
  poster: Poster,
  t: Texts,
  { top, bottom }: { top: number; bottom: number },
): number {
  const size = sizes[poster.density];
  const plain = { size: u(size.text), leading: 1.25 };
  const bold = { ...plain, weight: 'bold' as const };
  const { when, where, address, speakers, summary, practical } = poster;
  const parts: (Part | false)[] = [
    { text: when.join('\n'), style: { ...bold, size: u(size.when) } },
    { text: where, style: { ...bold, size: u(size.where) }, joined: address !== null },
    address !== null && { text: address, style: plain },
    speakers !== null && { text: `${t.programme.speakers} ${speakers}`, style: plain },
    summary !== null && { text: summary, style: plain },
    practical.length > 0 && { text: practical.map((line) => `• ${line}`).join('   '), style: bold },
  ];
  const shown = parts.filter((part) => part !== false);
  const heights = shown.map(({ text, style }) => pdf.heightOf(text, column.width, style));
  const free = bottom - top - heights.reduce((sum, height) => sum + height, 0);
  const gaps = shown.filter(({ joined }) => !joined).length - 1;
  const gap = Math.max(u(1), free / (gaps + 2));
  let y = top + gap;
  for (const { text, style, joined } of shown)
    y = sheet.text(text, { ...column, y }, style) + (joined ? 0 : gap);
  return free / (gaps + 2);
}

/** The frame with the QR code, above `bottom`, as high as its words need; returns its top. */
function drawRegister(
  { pdf, sheet, u, column }: Canvas,
  { url, typed, code, contact, density }: Poster,
  t: Texts,
  bottom: number,
): number {
  const text = t.outreach.printing.poster;
  const { qr } = sizes[density];
  const plain = { size: u(4.8), leading: 1.25 };
  const lines: Part[] = [
    { text: text.register, style: { size: u(8), weight: 'bold', leading: 1.2 } },
    { text: typeset(text.how), style: plain },
    { text: typed, style: { ...plain, size: u(5), weight: 'bold' } },
    { text: typeset(text.code), style: plain },
    { text: code, style: { size: u(9), weight: 'bold', spacing: u(0.8), leading: 1.15 } },
    ...(contact ? [{ text: typeset(contact), style: plain }] : []),
  ];
  const words = { x: column.x + u(qr + 12), width: column.width - u(qr + 17) };
  const wordsHeight = lines.reduce(
    (sum, line) => sum + pdf.heightOf(line.text, words.width, line.style),
    0,
  );
  const height = Math.max(u(qr + 8), wordsHeight + u(7));
  const y = bottom - height;
  sheet.frame({ ...column, y, height }, { ink: [0, 0, 0], thickness: u(0.8) });
  sheet.qr(url, { x: column.x + u(4), y: y + (height - u(qr)) / 2, size: u(qr) });
  let below = y + (height - wordsHeight) / 2;
  for (const line of lines) below = sheet.text(line.text, { ...words, y: below }, line.style);
  return y - u(3);
}

/** Who carries and who pays, at the foot of the sheet; returns where the rest must end. */
function drawFoot(
  { pdf, sheet, u, column }: Canvas,
  { foot, density }: Poster,
  rows: PictureRows,
): number {
  const style = { size: u(sizes[density].foot), leading: 1.25 };
  const words = foot ? pdf.heightOf(foot, column.width, style) : 0;
  const top = u(285) - words - rows.height;
  const y = foot ? sheet.text(foot, { ...column, y: top }, style) : top;
  drawRows(sheet, rows, { x: column.x, y: y + u(3) });
  return top - u(4);
}
