/** The list to phone through on the evening when a session falls out. */
import type { PhoneLine } from '../../../domain/registrations/phone-list';
import { links } from '../../../links';
import { sayInstant } from '../../public/catalogue/say';
import { Button } from '../../ui/button';
import { Table } from '../../ui/table';
import { SessionFrame, type SessionPage } from '../sessions/session-frame';

export function PhoneListPage({
  lines,
  withoutPhone,
  ...page
}: SessionPage & { lines: PhoneLine[]; withoutPhone: number }) {
  const { reader } = page.shell;
  const text = reader.t.registrants.phones;
  const toCall = lines.filter((line) => line.calledAt === null).length;
  return (
    <SessionFrame {...page} tab="registrants" title={text.title}>
      <h2>{text.title}</h2>
      <p>{text.intro}</p>
      {lines.length === 0 ? (
        <p>{text.noPhone}</p>
      ) : (
        <>
          <p role="status">
            <strong>{text.left(toCall)}</strong>
          </p>
          <Table
            caption={text.title}
            captionUnseen
            rows={lines}
            columns={[
              {
                head: reader.t.registrants.who,
                cell: (line) => `${line.firstName} ${line.lastName}`,
              },
              {
                head: text.phone,
                cell: (line) => (
                  <a href={`tel:${line.phone.replace(/[^+\d]/g, '')}`}>{line.phone}</a>
                ),
              },
              { head: reader.t.registrants.seats, number: true, cell: (line) => line.seats },
              { head: text.call, cell: (line) => <Call line={line} page={page} /> },
            ]}
          />
        </>
      )}
      {withoutPhone > 0 && <p class="muted">{text.withoutPhone(withoutPhone)}</p>}
    </SessionFrame>
  );
}

function Call({ line, page }: { line: PhoneLine; page: SessionPage }) {
  const { reader } = page.shell;
  const text = reader.t.registrants.phones;
  const called = line.calledAt !== null;
  return (
    <form method="post" action={reader.href(links.registrantCall(line.id))}>
      {line.calledAt !== null && (
        <p class="muted">
          {text.calledAt(sayInstant(line.calledAt, reader, page.now), line.calledBy ?? '')}
        </p>
      )}
      <Button kind={called ? 'link' : 'secondary'} name="called" value={called ? '0' : '1'}>
        {called ? text.untick : text.tick}
        <span class="unseen"> {text.for(`${line.firstName} ${line.lastName}`)}</span>
      </Button>
    </form>
  );
}
