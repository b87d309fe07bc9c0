/** Certificates as one PDF, a sheet each; those of a person behind a list of them with their hours. */
import type {
  PersonsCertificates,
  YearOfCertificates,
} from '../../../domain/attendance/certificates';
import { numberOf } from '../../../domain/attendance/certificates';
import type { Texts } from '../../../i18n';
import { sayDay } from '../../../lib/dates';
import { a4, mm, newPdf, type Pdf, type PdfFonts, type PdfSheet } from '../../../lib/pdf';
import { typeset } from '../../../lib/text';
import { accent, type CertificateSheet, drawCertificate, soft, wordsOf } from './certificate-sheet';

const margin = mm(24);
const width = a4.width - 2 * margin;
const column = { x: margin, width };

export type CertificateDocument = {
  title: string;
  author: string;
  language: 'fr' | 'en';
  now: number;
  /** Titles, dates and hours, before the certificates. */
  summary?: Summary;
  certificates: readonly CertificateSheet[];
};

/** Null when the fonts can't draw a name or a title: the page that prints takes over. */
export async function certificatesPdf(
  { certificates, summary, ...about }: CertificateDocument,
  fonts: PdfFonts,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const pdf = await newPdf(fonts, about);
  const said = [about.title, about.author, ...certificates.map(wordsOf), ...titlesOf(summary)];
  if (!pdf.canDraw(said.join(' '))) return null;
  if (summary) for (const person of summary.people) drawSummary(pdf, about, summary, person);
  for (const certificate of certificates) await drawCertificate(pdf, certificate);
  return pdf.save();
}

export type Summary = {
  people: readonly PersonsCertificates[];
  /** Where the code of a certificate is typed behind: « exemple.fr/a/ ». */
  verifyAt: string;
  timeZone: string;
  t: Texts['certificates'];
};
type About = Pick<CertificateDocument, 'author' | 'language'>;

const titlesOf = (summary: Summary | undefined) =>
  summary?.people.flatMap(({ name, years }) => [
    name,
    ...years.flatMap((year) => year.certificates.map(({ facts }) => typeset(facts.title))),
  ]) ?? [];

/** A person's own sheet; the total of each year stands below its lines. */
function drawSummary(
  pdf: Pdf,
  { author, language }: About,
  summary: Summary,
  { name, years }: PersonsCertificates,
): void {
  const { t } = summary;
  const title = t.own.allTitle([name]);
  const bottom = a4.height - mm(20);
  let sheet = pdf.addSheet();
  let y = sheet.text(author, { ...column, y: mm(20) }, { size: 11, ink: soft });
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
      room(heightOf(pdf, typeset(certificate.facts.title)));
      y = drawLine(sheet, certificate, { ...summary, locale: language }, y + mm(1.5));
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
  sheet.text(t.own.verify(summary.verifyAt), { ...column, y: y + mm(8) }, { size: 9.5, ink: soft });
}

const titleWidth = width - mm(34);

const heightOf = (pdf: Pdf, title: string) =>
  pdf.heightOf(title, titleWidth, { size: 11, weight: 'bold' }) + mm(8);

function drawLine(
  sheet: PdfSheet,
  certificate: YearOfCertificates['certificates'][number],
  { t, locale, timeZone }: Summary & { locale: 'fr' | 'en' },
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
    typeset(facts.title),
    { x: margin, y: y + mm(1), width: titleWidth },
    { size: 11, weight: 'bold' },
  );
  const day = heldOn === null ? t.document.noDate : sayDay(heldOn, locale, timeZone);
  const detail = `${day} · ${t.document.number(numberOf(certificate))} · ${t.own.code} ${code}`;
  return sheet.text(detail, { ...column, y: below }, { size: 9.5, ink: soft });
}
