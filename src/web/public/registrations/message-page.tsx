/**
 * What anyone sees who asked for a mail to an address: the same whoever has that address, since it
 * must not tell who is registered.
 */
import { links } from '../../../links';
import type { Reader } from '../../context';
import { ButtonLink } from '../../ui/button';
import { Layout } from '../../ui/layout';
import { Panel } from '../../ui/notice';

export function MessagePage({ reader, kind }: { reader: Reader; kind: 'neutral' | 'lost' }) {
  const { neutral, lost } = reader.t.registration;
  const [title, text] =
    kind === 'neutral' ? [neutral.title, neutral.text] : [lost.sentTitle, lost.sentText];
  return (
    <Layout reader={reader} head={{ title, noIndex: true }}>
      <Panel tone="info" title={title}>
        <p>{text}</p>
        <p>{neutral.nothing}</p>
      </Panel>
      <p>
        <ButtonLink href={reader.href(links.programme())} kind="secondary">
          {neutral.back}
        </ButtonLink>
      </p>
    </Layout>
  );
}
