/** People who were there, and their certificates; what a PDF says, read back. */
import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { listSessionCertificates } from '../../src/domain/attendance/certificates';
import { issueCertificates } from '../../src/domain/attendance/certify';
import { recordAttendance } from '../../src/domain/attendance/record';
import type { Session } from '../../src/domain/catalogue/schema';
import { hour } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { db } from './db';
import { evening } from './fixtures';

/** When all is over that stands on the usual evening. */
const afterwards = evening.endsAt + hour;

/** Someone who came without a place, at the first half-day. */
export async function present(
  session: Pick<Session, 'id'>,
  name: string,
  more: { email?: string; at?: number } = {},
) {
  const { at = afterwards, email } = more;
  const walkIn = { key: newToken(), name, ...(email && { email }) };
  const marks = [
    { id: newToken(), slot: 0, who: { walkInKey: walkIn.key }, state: 'present' as const, at },
  ];
  const sending = { walkIns: [walkIn], marks, source: 'tick' as const };
  await recordAttendance(db, session.id, sending, { now: at, actor: 'system' });
}

/** Issues the certificates of a session, and returns the valid ones. */
export async function certified(session: Pick<Session, 'id'>, at = afterwards) {
  const issuer = {
    network: 'Réseau Périnatalité – Petite Enfance Alès-Cévennes',
    timeZone: 'Europe/Paris',
  };
  await issueCertificates(db, session.id, issuer, { now: at, actor: 'system' });
  return (await listSessionCertificates(db, session.id)).filter((c) => c.revokedAt === null);
}

/** What a reader copies out of a PDF: each text in order, by the table that the file itself carries. */
export async function readPdf(file: ArrayBuffer) {
  const document = await PDFDocument.load(file);
  const { context } = document;
  const stream = (object: unknown) => {
    const found = object instanceof PDFRef ? context.lookup(object) : object;
    if (!(found instanceof PDFRawStream)) throw new Error('no stream');
    return decodePDFRawStream(found).decode();
  };
  const latin = (bytes: Uint8Array) => Array.from(bytes, (b) => String.fromCharCode(b)).join('');
  const pages = document.getPages().map((page) => {
    const fonts = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
    const tables = new Map(
      (fonts?.entries() ?? []).map(([name, ref]) => {
        const font = context.lookup(ref, PDFDict);
        const table = latin(stream(font.get(PDFName.of('ToUnicode'))));
        const characters = new Map(
          [...table.matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>/g)].map(([, glyph, text]) => [
            glyph,
            PDFHexString.of(`feff${text}`).decodeText(),
          ]),
        );
        return [name.asString(), characters];
      }),
    );
    const contents = page.node.Contents();
    if (!contents) throw new Error('no contents');
    const streams = 'asArray' in contents ? contents.asArray() : [contents];
    const drawn = streams.map((each) => latin(stream(each))).join('\n');
    let font = '';
    const texts: string[] = [];
    for (const [, named, shown] of drawn.matchAll(/(\/\S+) [\d.]+ Tf|<([0-9a-f]*)> Tj/g)) {
      if (named) font = named;
      else {
        const glyphs = shown?.match(/.{4}/g) ?? [];
        texts.push(glyphs.map((glyph) => tables.get(font)?.get(glyph) ?? '\uFFFD').join(''));
      }
    }
    return texts;
  });
  /** The pictures drawn on each page, by the object that holds them: one that is shared is one. */
  const pictures = document.getPages().map((page) => {
    const objects = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict);
    return (objects?.values() ?? []).map(String);
  });
  return { document, pages, pictures };
}
