/**
 * The certificate as a page that prints on one A4 sheet: it says what the PDF says, in whatever script
 * the name is written. Several certificates are several sheets. The signature is at no address of its
 * own: it stands in the page, once, and each sheet shows it from there.
 */
import { raw } from 'hono/html';
import type { Papers, PrintedCertificate } from '../../../domain/attendance/certificate-papers';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Logos } from '../../ui/logos';
import { QrCode } from '../../ui/qr';
import { settingFor } from './certificate-room';
import { type SaidCertificate, sayCertificate } from './say-certificate';
import { SignatureBox, SignatureDrawings } from './signature-box';

export function CertificatesPrintPage({
  reader,
  printed,
  withoutPdf = false,
}: {
  reader: Reader;
  printed: readonly PrintedCertificate[];
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
            <SignatureDrawings signatures={printed.map(({ papers }) => papers.signature)} />
            {printed.map(({ certificate, papers }) => (
              <Sheet said={sayCertificate(certificate, reader.baseUrl)} papers={papers} />
            ))}
          </main>
        </body>
      </html>
    </>
  );
}

function Sheet({ said, papers }: { said: SaidCertificate; papers: Papers }) {
  const { texts } = said;
  return (
    <article class={`certificate ${settingFor(said, papers)}`.trim()} lang={said.locale}>
      <Logos logos={papers.carriers} />
      <p class="network">{said.network}</p>
      <h1>{texts.title}</h1>
      <p class="certificate-number">{said.number}</p>
      {said.isRevoked && <p class="revoked">{texts.revoked}</p>}
      <p class="certificate-says">{texts.attests(said.network)}</p>
      <p class="certificate-name" dir="auto">
        {said.name}
      </p>
      <p class="certificate-says">{texts.attended}</p>
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
      <p class="certificate-issued">{said.issuedOn}</p>
      <div class="certificate-foot">
        <div class="certificate-check">
          <QrCode text={said.verifyUrl} label={texts.verify} />
          <p>
            {texts.verify}
            <br />
            {said.verifyUrl.replace(/^https?:\/\//, '')}
          </p>
        </div>
        <SignatureBox said={said} signature={papers.signature} />
      </div>
      {papers.funders.length > 0 && (
        <div class="certificate-funders">
          <p>{texts.funders}</p>
          <Logos logos={papers.funders} />
        </div>
      )}
    </article>
  );
}
