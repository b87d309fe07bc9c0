/**
 * One certificate, drawn on an A4 sheet: who carried the action at its head, its words in the largest of
 * some settings in which all of them have room, and at its foot the way to verify it, the signature and
 * who paid. What stands at the head and at the foot is placed first.
 */
import { a4, type Ink, mm, type Pdf, type PdfSheet, type TextStyle } from '../../../lib/pdf';
import { drawRows, logoRows, type PictureRows } from '../../../lib/pdf-pictures';
import { type FilePicture, inOneRow } from '../../../lib/picture';
import type { SaidCertificate } from './say-certificate';

export type DrawnSignature = { name: string; role: string; pictures: FilePicture[] };
export type CertificateSheet = {
  said: SaidCertificate;
  carriers: FilePicture[];
  funders: FilePicture[];
  signature: DrawnSignature | null;
};

export const accent: Ink = [0.05, 0.39, 0.34];
export const soft: Ink = [0.4, 0.35, 0.4];
const line: Ink = [0.85, 0.82, 0.78];
const margin = mm(22);
const width = a4.width - 2 * margin;
const column = { x: margin, width };
const edge = mm(10);
const scales = [1, 0.93, 0.86, 0.79, 0.72, 0.66];

/** All that is said on it. */
export const wordsOf = ({ said, signature }: CertificateSheet): string =>
  [
    said.name,
    said.title,
    said.network,
    ...said.facts.flatMap(([, lines]) => lines),
    signature?.name,
    signature?.role,
  ].join(' ');

export async function drawCertificate(pdf: Pdf, certificate: CertificateSheet): Promise<void> {
  const { said } = certificate;
  const sheet = framed(pdf);
  const carriers = await logoRows(pdf, certificate.carriers, width, mm(0.9));
  const funders = await logoRows(pdf, certificate.funders, width, mm(0.7));
  const top = carriers.rows.length
    ? drawRows(sheet, carriers, { ...column, y: mm(17) }) + mm(1)
    : mm(22);
  const foot = footTop(funders);
  const scale = scales.find((one) => top + heightOf(pdf, said, one) <= foot);
  const free = scale ? foot - top - heightOf(pdf, said, scale) : 0;
  drawWords(sheet, said, scale ?? 0.66, top + Math.min(free * 0.25, mm(12)));
  // More half-days than a sheet has room for: the foot goes to a second one.
  await drawFoot(pdf, scale ? sheet : framed(pdf), certificate, funders);
}

function framed(pdf: Pdf): PdfSheet {
  const sheet = pdf.addSheet();
  const inner = { x: edge, y: edge, width: a4.width - 2 * edge, height: a4.height - 2 * edge };
  sheet.frame(inner, { ink: accent, thickness: 1.2 });
  return sheet;
}

type Part = { text: string; style: TextStyle; before: number };

/** What stands in the middle of the sheet; lengths at full size. */
function partsOf({ texts, ...said }: SaidCertificate): Part[] {
  const part = (text: string, size: number, before: number, style: Partial<TextStyle> = {}) => ({
    text,
    before: mm(before),
    style: { size, align: 'center' as const, leading: 1.25, ...style },
  });
  const bold = { weight: 'bold' as const };
  return [
    part(said.network, 12, 0, { ink: soft }),
    part(texts.title, 30, 6, { ...bold, ink: accent }),
    part(said.number, 11, 0, { ink: soft }),
    ...(said.isRevoked ? [part(texts.revoked, 12, 1, bold)] : []),
    part(texts.attests(said.network), 12.5, 9),
    part(said.name, 25, 3, bold),
    part(texts.attended, 12.5, 3),
    part(said.title, 15, 2, bold),
  ];
}

const scaled = (style: TextStyle, scale: number): TextStyle => ({
  ...style,
  size: style.size * scale,
});
const terms = { x: margin, width: mm(40) };
const values = { x: margin + mm(42), width: width - mm(42) };
const term: TextStyle = { size: 11, weight: 'bold' };
const value: TextStyle = { size: 11 };
const gaps = { facts: mm(8), fact: mm(2.5), issued: mm(4) };

function heightOf(pdf: Pdf, said: SaidCertificate, scale: number): number {
  const tall = (text: string, style: TextStyle, wide: number) =>
    pdf.heightOf(text, wide, scaled(style, scale));
  const parts = partsOf(said).map(
    ({ text, style, before }) => before * scale + tall(text, style, width),
  );
  const facts = said.facts.map(
    ([name, lines]) =>
      Math.max(tall(name, term, terms.width), tall(lines.join('\n'), value, values.width)) +
      gaps.fact * scale,
  );
  const rest = (gaps.facts + gaps.issued) * scale + tall(said.issuedOn, value, width);
  return [...parts, ...facts].reduce((sum, height) => sum + height, rest);
}

function drawWords(sheet: PdfSheet, said: SaidCertificate, scale: number, from: number): void {
  let y = from;
  for (const { text, style, before } of partsOf(said))
    y = sheet.text(text, { ...column, y: y + before * scale }, scaled(style, scale));
  y += gaps.facts * scale;
  for (const [name, lines] of said.facts) {
    sheet.rule({ ...column, y: y - mm(1) * scale }, { ink: line, thickness: 0.6 });
    const below = sheet.text(name, { ...terms, y }, scaled(term, scale));
    y = sheet.text(lines.join('\n'), { ...values, y }, scaled(value, scale));
    y = Math.max(y, below) + gaps.fact * scale;
  }
  sheet.text(said.issuedOn, { ...column, y: y + gaps.issued * scale }, scaled(value, scale));
}

const box = { width: mm(84), height: mm(43) };
const caption: TextStyle = { size: 9, ink: soft };

const footTop = (funders: PictureRows) =>
  a4.height - edge - mm(6) - box.height - (funders.rows.length ? funders.height + mm(9) : mm(4));

async function drawFoot(
  pdf: Pdf,
  sheet: PdfSheet,
  { said, signature }: CertificateSheet,
  funders: PictureRows,
): Promise<void> {
  const { texts, verifyUrl } = said;
  const top = footTop(funders);
  const qr = mm(30);
  sheet.qr(verifyUrl, { x: margin - mm(3), y: top - mm(2), size: qr });
  const address = `${texts.verify}\n${verifyUrl.replace(/^https?:\/\//, '')}`;
  sheet.text(
    address,
    { x: margin, y: top + qr - mm(1), width: width - box.width - mm(4) },
    { size: 9.5 },
  );
  await drawSignature(
    pdf,
    sheet,
    signature,
    { ...box, x: a4.width - margin - box.width, y: top },
    said,
  );
  if (!funders.rows.length) return;
  const below = sheet.text(
    texts.funders,
    { ...column, y: top + box.height + mm(4) },
    {
      ...caption,
      align: 'center',
    },
  );
  drawRows(sheet, funders, { ...column, y: below + mm(1) });
}

type Frame = { x: number; y: number; width: number; height: number };

/** The box to sign, with who signs and the pictures of it where there are any. */
async function drawSignature(
  pdf: Pdf,
  sheet: PdfSheet,
  signature: DrawnSignature | null,
  frame: Frame,
  { texts }: SaidCertificate,
): Promise<void> {
  sheet.frame(frame, { ink: soft, thickness: 0.6 });
  const inner = { x: frame.x + mm(3), width: frame.width - mm(6) };
  let y = sheet.text(texts.signature, { ...inner, y: frame.y + mm(1.5) }, caption);
  if (!signature) return;
  y = sheet.text(signature.name, { ...inner, y }, { size: 10.5, weight: 'bold', leading: 1.25 });
  y = sheet.text(signature.role, { ...inner, y }, { size: 9.5, leading: 1.25 });
  const tall = Math.min(mm(25), frame.y + frame.height - mm(2.5) - y);
  const pictures = [];
  for (const { bytes, type } of signature.pictures) {
    const picture = await pdf.readPicture(bytes, type);
    if (picture) pictures.push(picture);
  }
  for (const { picture, ...at } of inOneRow(pictures, { width: inner.width, tall, gap: mm(3) }))
    sheet.picture(picture, { ...at, x: inner.x + at.x, y: y + mm(1) + (tall - at.height) / 2 });
}
