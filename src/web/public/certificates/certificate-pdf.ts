/** The certificate as PDF, one A4 sheet; and all those of a person as one document. */
import type { YearOfCertificates } from '../../../domain/attendance/certificates';
import { numberOf } from '../../../domain/attendance/certificates';
import type { Texts } from '../../../i18n';
import { sayDay } from '../../../lib/dates';
import { a4, type Ink, mm, newPdf, type Pdf, type PdfFonts, type PdfSheet } from '../../../lib/pdf';
import type { SaidCertificate } from './say-certificate';

const accent: Ink = [0.05, 0.39, 0.34];
const soft: Ink = [0.4, 0.35, 0.4];
const margin = mm(24);
const width = a4.width - 2 * margin;
const column = { x: margin, width };

type Made = Uint8Array<ArrayBuffer> | null;

/** Null when the fonts can't draw a name or a title: the page that prints takes over. */
export async function certificatePdf(
  said: SaidCertificate,
  fonts: PdfFonts,
  now: number,
): Promise<Made> {
  const { texts } = said;
  const title = `${texts.title} ${said.number}`;
  const pdf = await newPdf(fonts, { title, author: said.network, language: said.locale, now });
  const all = [said.name, said.title, said.network, ...said.facts.flatMap(([, lines]) => lines)];
  if (!pdf.canDraw(all.join(' '))) return null;
  drawCertificate(pdf, said);
  return pdf.save();
}

function drawCertificate(pdf: Pdf, said: SaidCertificate): void {
  const sheet = pdf.addSheet();
  const { texts } = said;
  const edge = mm(10);
  const inner = { x: edge, y: edge, width: a4.width - 2 * edge, height: a4.height - 2 * edge };
  sheet.frame(inner, { ink: accent, thickness: 1.2 });
  const centred = (size: number) => ({ size, align: 'center' as const });
  let y = mm(26);
  y = sheet.text(said.network, { ...column, y }, { ...centred(12), ink: soft });
  y = sheet.text(
    texts.title,
    { ...column, y: y + mm(10) },
    { ...centred(30), weight: 'bold', ink: accent },
  );
  y = sheet.text(said.number, { ...column, y }, { ...centred(11), ink: soft });
  if (said.isRevoked)
    y = sheet.text(texts.revoked, { ...column, y }, { ...centred(12), weight: 'bold' });
  y = sheet.text(texts.attests(said.network), { ...column, y: y + mm(11) }, centred(12.5));
  y = sheet.text(said.name, { ...column, y: y + mm(4) }, { ...centred(25), weight: 'bold' });
  y = sheet.text(texts.attended, { ...column, y: y + mm(4) }, centred(12.5));
  y = sheet.text(said.title, { ...column, y: y + mm(3) }, { ...centred(15), weight: 'bold' });
  y = drawFacts(sheet, said.facts, y + mm(9));
  y = sheet.text(said.issuedOn, { ...column, y: y + mm(6) }, { size: 11 });
  // A long programme of half-days leaves no room for the stamp: it goes to a second sheet.
  drawFoot(y > footTop ? pdf.addSheet() : sheet, said);
}

function drawFacts(sheet: PdfSheet, facts: SaidCertificate['facts'], from: number): number {
  const terms = mm(42);
  let y = from;
  for (const [term, lines] of facts) {
    sheet.rule({ ...column, y: y - mm(1) }, { ink: [0.85, 0.82, 0.78], thickness: 0.6 });
    sheet.text(term, { x: margin, y, width: terms }, { size: 11, weight: 'bold' });
    y = sheet.text(lines.join('\n'), { x: margin + terms, y, width: width - terms }, { size: 11 });
    y += mm(2.5);
  }
  return y;
}

const footTop = a4.height - mm(66);

function drawFoot(sheet: PdfSheet, { texts, verifyUrl }: SaidCertificate): void {
  const top = footTop;
  const qr = mm(30);
  sheet.qr(verifyUrl, { x: margin - mm(3), y: top, size: qr });
  const address = `${texts.verify}\n${verifyUrl.replace(/^https?:\/\//, '')}`;
  sheet.text(address, { x: margin, y: top + qr + mm(1), width: mm(78) }, { size: 9.5 });
  const stamp = { x: a4.width - margin - mm(72), y: top + mm(2), width: mm(72), height: mm(36) };
  sheet.frame(stamp, { ink: soft, thickness: 0.6 });
  sheet.text(
    texts.signature,
    { x: stamp.x + mm(3), y: stamp.y + mm(2), width: stamp.width - mm(6) },
    { size: 9, ink: soft },
  );
}

type Summary = {
  name: string;
  network: string;
  timeZone: string;
  locale: 'fr' | 'en';
  t: Texts['certificates'];
  now: number;
};

/** Titles, dates, hours, and the total of each year. Null where the fonts can't draw it. */
export async function summaryPdf(
  years: readonly YearOfCertificates[],
  about: Summary,
  fonts: PdfFonts,
): Promise<Made> {
  const { t, name, network, now } = about;
  const title = t.own.allTitle(name);
  const pdf = await newPdf(fonts, { title, author: network, language: about.locale, now });
  const titles = years.flatMap((year) => year.certificates.map((each) => each.facts.title));
  if (!pdf.canDraw([title, network, ...titles].join(' '))) return null;
  const bottom = a4.height - mm(20);
  let sheet = pdf.addSheet();
  let y = sheet.text(network, { ...column, y: mm(20) }, { size: 11, ink: soft });
  y = sheet.text(title, { ...column, y }, { size: 20, weight: 'bold', ink: accent });
  /** A line that does not fit begins the next sheet. */
  const room = (height: number) => {
    if (y + height <= bottom) return;
    sheet = pdf.addSheet();
    y = mm(20);
  };
  for (const year of years) {
    room(mm(30));
    y = sheet.text(
      t.own.year(year.year),
      { ...column, y: y + mm(7) },
      { size: 15, weight: 'bold' },
    );
    for (const certificate of year.certificates) {
      room(heightOf(pdf, certificate.facts.title));
      y = drawLine(sheet, certificate, about, y + mm(1.5));
    }
    const total = [
      t.own.total(t.minutes(year.minutes)),
      year.withoutHours > 0 && t.own.withoutHours(year.withoutHours),
    ];
    sheet.rule({ ...column, y: y + mm(1) });
    y = sheet.text(
      total.filter(Boolean).join(' '),
      { ...column, y: y + mm(2) },
      { size: 11, weight: 'bold', align: 'right' },
    );
  }
  room(mm(16));
  sheet.text(t.own.verify, { ...column, y: y + mm(8) }, { size: 9.5, ink: soft });
  return pdf.save();
}

const titleWidth = width - mm(34);

const heightOf = (pdf: Pdf, title: string) =>
  pdf.heightOf(title, titleWidth, { size: 11, weight: 'bold' }) + mm(8);

function drawLine(
  sheet: PdfSheet,
  certificate: YearOfCertificates['certificates'][number],
  { t, locale, timeZone }: Summary,
  y: number,
): number {
  const { heldOn, minutes, facts, code } = certificate;
  sheet.rule({ ...column, y }, { ink: [0.85, 0.82, 0.78], thickness: 0.6 });
  sheet.text(
    minutes === null ? t.document.hoursUnknown : t.minutes(minutes),
    { ...column, y: y + mm(1) },
    { size: 11, align: 'right' },
  );
  const below = sheet.text(
    facts.title,
    { x: margin, y: y + mm(1), width: titleWidth },
    { size: 11, weight: 'bold' },
  );
  const day = heldOn === null ? t.document.noDate : sayDay(heldOn, locale, timeZone);
  const detail = `${day} · ${t.document.number(numberOf(certificate))} · ${t.own.code} ${code}`;
  return sheet.text(detail, { ...column, y: below }, { size: 9.5, ink: soft });
}
