/** One mail: its HTML in a frame without scripts, its text, its invitation, and the whole as a file. */
import type { ReceivedMail } from '../../domain/mail/mailbox';
import { sayDay, sayTime } from '../../lib/dates';
import { links } from '../../links';
import type { Reader } from '../context';
import { ButtonLink, Buttons } from '../ui/button';
import { Layout } from '../ui/layout';
import { Facts } from '../ui/table';

export type ReadMail = { from: string; html: string; text: string; calendar: string | null };

export function MailPage({
  reader,
  mail,
  read,
}: {
  reader: Reader;
  mail: ReceivedMail;
  read: ReadMail;
}) {
  const { t, href, locale, timeZone } = reader;
  const texts = t.mail.mailbox;
  const at = mail.receivedAt;
  return (
    <Layout reader={reader} head={{ title: mail.subject }}>
      <p>
        <a href={href(links.mailbox())}>{texts.all}</a>
      </p>
      <h1>{mail.subject}</h1>
      <Facts
        items={[
          [texts.from, read.from],
          [texts.to, mail.recipient],
          [texts.received, `${sayDay(at, locale, timeZone)}, ${sayTime(at, locale, timeZone)}`],
        ]}
      />
      <h2>{texts.html}</h2>
      <iframe
        title={mail.subject}
        src={links.mailboxPreview(mail.id)}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        width="100%"
        height="720"
      ></iframe>
      <h2>{texts.text}</h2>
      <pre class="mail-source">
        <Linked text={read.text} />
      </pre>
      {read.calendar !== null && (
        <>
          <h2>{texts.calendar}</h2>
          <pre class="mail-source">{read.calendar}</pre>
        </>
      )}
      <Buttons>
        <ButtonLink kind="secondary" href={links.mailboxEml(mail.id)}>
          {texts.download}
        </ButtonLink>
      </Buttons>
    </Layout>
  );
}

/** The text with its addresses as links. */
const Linked = ({ text }: { text: string }) => (
  <>{text.split(/(https?:\/\/\S+)/).map((part, i) => (i % 2 ? <a href={part}>{part}</a> : part))}</>
);
