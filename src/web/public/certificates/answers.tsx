/** Answers with certificates: as a page that prints, as a PDF of one, as a PDF of several. */
import type { Context } from 'hono';
import type { Database } from '../../../db/client';
import { withPapers } from '../../../domain/attendance/certificate-papers';
import type { Certificate } from '../../../domain/attendance/schema';
import { readPictures } from '../../../domain/printing/logos';
import type { AppEnv } from '../../context';
import { pdfAnswer } from '../../pdf-answer';
import { CertificatesPrintPage } from './certificate-page';
import type { CertificateDocument } from './certificate-pdf';
import type { CertificateSheet } from './certificate-sheet';
import { sayCertificate } from './say-certificate';

export async function printPage<E extends AppEnv>(
  c: Context<E>,
  certificates: readonly Certificate[],
): Promise<Response> {
  const { reader, db }: AppEnv['Variables'] = c.var;
  const withoutPdf = c.req.query('pdf') === 'non';
  const printed = await withPapers(db, certificates);
  return c.html(<CertificatesPrintPage {...{ reader, printed, withoutPdf }} />);
}

/** @param base the page that prints stands below it, at the certificate's code */
export function oneCertificate<E extends AppEnv>(
  c: Context<E>,
  certificate: Certificate,
  base: string,
): Promise<Response> {
  const { baseUrl }: AppEnv['Variables']['settings'] = c.var.settings;
  const said = sayCertificate(certificate, baseUrl);
  const where = { file: `attestation-${certificate.code}`, page: `${base}/${certificate.code}` };
  const title = `${said.texts.title} ${said.number}`;
  const about = { title, author: said.network, language: said.locale };
  return severalCertificates(c, [certificate], where, about);
}

/** @param page where the same is a page that prints; file: its name */
export function severalCertificates<E extends AppEnv>(
  c: Context<E>,
  certificates: readonly Certificate[],
  { file, page }: { file: string; page: string },
  about: Omit<CertificateDocument, 'certificates' | 'now'>,
): Promise<Response> {
  const { settings, db, now }: AppEnv['Variables'] = c.var;
  return pdfAnswer(c, { file, instead: `${page}?pdf=non` }, async (fonts) => {
    const { certificatesPdf } = await import('./certificate-pdf');
    const sheets = await sheetsOf(db, settings.baseUrl, certificates);
    return certificatesPdf({ ...about, now, certificates: sheets }, fonts);
  });
}

/** Pictures that certificates share are read once, and stand for themselves in all of them. */
async function sheetsOf(
  db: Database,
  baseUrl: string,
  certificates: readonly Certificate[],
): Promise<CertificateSheet[]> {
  const printed = await withPapers(db, certificates);
  const logos = printed.flatMap(({ papers }) => [...papers.carriers, ...papers.funders]);
  const distinct = new Map(logos.map((logo) => [logo.id, logo]));
  const pictures = await readPictures(db, [...distinct.values()]);
  const filesOf = (list: readonly { id: number }[]) =>
    list.flatMap(({ id }) => pictures.get(id) ?? []);
  return printed.map(({ certificate, papers: { carriers, funders, signature } }) => ({
    said: sayCertificate(certificate, baseUrl),
    carriers: filesOf(carriers),
    funders: filesOf(funders),
    signature: signature && {
      ...signature,
      pictures: [signature.signature, signature.stamp].flatMap((picture) => picture ?? []),
    },
  }));
}
