/** What follows a questionnaire: thanks, « already received, thank you », over, full. */
import type { Reader } from '../../context';
import { Layout } from '../../ui/layout';
import { Panel } from '../../ui/notice';

export type Received = 'thanks' | 'already' | 'closed' | 'full';

export function ReceivedPage({ reader, kind }: { reader: Reader; kind: Received }) {
  const t = reader.t.surveys.received;
  const [title, text] = {
    thanks: [t.title, t.text],
    already: [t.alreadyTitle, t.alreadyText],
    closed: [t.closedTitle, t.closedText],
    full: [t.fullTitle, t.fullText],
  }[kind] as [string, string];
  const good = kind === 'thanks' || kind === 'already';
  return (
    <Layout reader={reader} head={{ title, noIndex: true }}>
      <div class="narrow" data-received={good ? kind : undefined}>
        <Panel title={title} tone={good ? 'success' : 'care'}>
          <p>{text}</p>
        </Panel>
      </div>
    </Layout>
  );
}
