/**
 * The certificate as a page that prints on one A4 sheet: it says what the PDF says, in whatever script
 * the name is written. Several certificates are several sheets.
 */
import { raw } from 'hono/html';
import type { Certificate } from '../../../domain/attendance/schema';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { QrCode } from '../../ui/qr';
import { type SaidCertificate, sayCertificate } from './say-certificate';

export function CertificatesPrintPage({
  reader,
  certificates,
  withoutPdf = false,
}: {
  reader: Reader;
  certificates: readonly Certificate[];
  /** A PDF was asked for, and its fonts can't draw the name. */
  withoutPdf?: boolean;
}) {
  const text = reader.t.certificates.document;
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={reader.locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{`${text.title} – ${reader.networkName}`}</title>
          <link rel="stylesheet" href={links.paperStylesheet()} />
        </head>
        <body class="paper">
          <main>
            <p class="screen-only">{withoutPdf ? text.noPdf : text.print}</p>
            {certificates.map((certificate) => (
              <CertificateSheet said={sayCertificate(certificate, reader.baseUrl)} />
            ))}
          </main>
        </body>
      </html>
    </>
  );
}

function CertificateSheet({ said }: { said: SaidCertificate }) {
  const { texts } = said;
  return (
    <article class="certificate" lang={said.locale}>
      <p class="network">{said.network}</p>
      <h1>{texts.title}</h1>
      <p class="certificate-number">{said.number}</p>
      {said.isRevoked && <p class="revoked">{texts.revoked}</p>}
      <p>{texts.attests(said.network)}</p>
      <p class="certificate-name" dir="auto">
        {said.name}
      </p>
      <p>{texts.attended}</p>
      <p class="session-title">{said.title}</p>
      <dl>
        {said.facts.map(([term, lines]) => (
          <div>
            <dt>{term}</dt>
            {lines.map((line) => (
              <dd>{line}</dd>
            ))}
          </div>
        ))}
      </dl>
      <p>{said.issuedOn}</p>
      <div class="certificate-foot">
        <div class="certificate-check">
          <QrCode text={said.verifyUrl} label={texts.verify} />
          <p>
            {texts.verify}
            <br />
            {said.verifyUrl.replace(/^https?:\/\//, '')}
          </p>
        </div>
        <div class="stamp">
          <p>{texts.signature}</p>
        </div>
      </div>
    </article>
  );
}
