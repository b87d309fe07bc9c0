/**
 * GET /a/:code, for whoever is handed a certificate: what it attests and whether it holds. Of the person
 * it shows the initial and the name printed, and nothing after an erasure (docs/decisions/0021).
 */
import { numberOf } from '../../../domain/attendance/certificates';
import type { Certificate } from '../../../domain/attendance/schema';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Layout } from '../../ui/layout';
import { Panel } from '../../ui/notice';
import { Facts } from '../../ui/table';
import { sayCertificate } from './say-certificate';

/** No certificate has the code: a letter misread, or one that was never issued. */
export function UnknownCertificatePage({ reader }: { reader: Reader }) {
  const text = reader.t.certificates.verification;
  return (
    <Layout reader={reader} head={{ title: text.unknown, noIndex: true }}>
      <Panel tone="danger" title={text.unknown}>
        <p>{text.unknownText}</p>
      </Panel>
    </Layout>
  );
}

export function VerificationPage({
  reader,
  certificate,
  replacement,
}: {
  reader: Reader;
  certificate: Certificate;
  replacement: Certificate | null;
}) {
  const { t, href, baseUrl } = reader;
  const text = t.certificates.verification;
  const { revokedBecause, shortName } = certificate;
  // In the reader's language, whatever the document's is.
  const said = sayCertificate({ ...certificate, locale: reader.locale }, baseUrl);
  return (
    <Layout reader={reader} head={{ title: text.title, noIndex: true }}>
      <div class="narrow">
        <Panel
          tone={said.isRevoked ? 'danger' : 'success'}
          title={said.isRevoked ? text.revoked : text.valid}
        >
          {revokedBecause && <p>{text.because[revokedBecause]}</p>}
          {replacement && (
            <p>
              {text.replacedBy}{' '}
              <a href={href(links.certificateVerification(replacement.code))}>
                {numberOf(replacement)}
              </a>
            </p>
          )}
        </Panel>
        <Facts
          items={[
            [text.number, numberOf(certificate)],
            [text.name, shortName ? <span dir="auto">{shortName}</span> : text.erased],
            [text.session, said.title],
            ...said.facts,
          ]}
        />
        <p>{said.network}</p>
        <p class="muted">{text.note}</p>
      </div>
    </Layout>
  );
}
