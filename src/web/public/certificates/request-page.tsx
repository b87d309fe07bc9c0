/** « Retrouver mes attestations » : an address to type; the answer is the same whoever has it. */
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Button } from '../../ui/button';
import { ErrorSummary, TextField } from '../../ui/fields';
import { Layout } from '../../ui/layout';
import { Panel } from '../../ui/notice';

export function CertificatesRequestPage({
  reader,
  email,
  error,
}: {
  reader: Reader;
  email?: string;
  error?: string;
}) {
  const { t, href } = reader;
  const text = t.certificates.request;
  return (
    <Layout reader={reader} head={{ title: text.title, hasErrors: Boolean(error) }}>
      <div class="narrow">
        <ErrorSummary t={t} errors={error ? { email: error } : undefined} />
        <h1>{text.title}</h1>
        <p class="lede">{text.text}</p>
        <form method="post" action={href(links.certificatesRequest())} novalidate>
          <TextField
            t={t}
            name="email"
            label={text.email}
            value={email}
            error={error}
            type="email"
            inputmode="email"
            autocomplete="email"
            maxlength={254}
          />
          <Button>{text.submit}</Button>
        </form>
      </div>
    </Layout>
  );
}

export function CertificatesRequestedPage({ reader }: { reader: Reader }) {
  const text = reader.t.certificates.request;
  return (
    <Layout reader={reader} head={{ title: text.sentTitle, noIndex: true }}>
      <Panel tone="info" title={text.sentTitle}>
        <p>{text.sentText}</p>
        <p>{text.sentHint}</p>
      </Panel>
    </Layout>
  );
}
