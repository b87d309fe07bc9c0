/** What is kept about people, why and for how long, in words that everyone reads. */
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Layout } from '../../ui/layout';

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
);

export function PrivacyPage({ reader, contact }: { reader: Reader; contact: string }) {
  const { privacy } = reader.t;
  return (
    <Layout reader={reader} head={{ title: privacy.title, description: privacy.lede }}>
      <div class="prose">
        <h1>{privacy.title}</h1>
        <p class="lede">{privacy.lede}</p>
        <h2>{privacy.whoTitle}</h2>
        <p>{privacy.who(reader.networkName)}</p>
        <h2>{privacy.whatTitle}</h2>
        <Lines lines={privacy.what} />
        <h2>{privacy.notKeptTitle}</h2>
        <Lines lines={privacy.notKept} />
        <h2>{privacy.whyTitle}</h2>
        <p>{privacy.why}</p>
        <h2>{privacy.howLongTitle}</h2>
        <Lines lines={privacy.howLong} />
        <h2>{privacy.rightsTitle}</h2>
        <Lines lines={privacy.rights} />
        <p>
          <a href={reader.href(links.lostLink())}>{privacy.lostLink}</a>
        </p>
        <h2>{privacy.askTitle}</h2>
        <p>
          {privacy.ask} <a href={`mailto:${contact}`}>{contact}</a>
        </p>
      </div>
    </Layout>
  );
}
