/** A link in a mail only shows this page; its button unsubscribes. */
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Button } from '../../ui/button';
import { Layout } from '../../ui/layout';
import { Panel } from '../../ui/notice';

export function UnsubscribePage({ reader, token }: { reader: Reader; token: string }) {
  const text = reader.t.contacts.leaving;
  return (
    <Layout reader={reader} head={{ title: text.title, noIndex: true }}>
      <h1>{text.title}</h1>
      <p class="lede">{text.text}</p>
      <form method="post" action={reader.href(links.unsubscribe(token))}>
        <Button>{text.button}</Button>
      </form>
    </Layout>
  );
}

export function UnsubscribedPage({ reader }: { reader: Reader }) {
  const text = reader.t.contacts.leaving;
  return (
    <Layout reader={reader} head={{ title: text.doneTitle, noIndex: true }}>
      <Panel title={text.doneTitle}>
        <p>{text.doneText}</p>
      </Panel>
    </Layout>
  );
}
