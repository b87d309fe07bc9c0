/** The list to phone through on the evening when a session falls out: who was not told comes first. */
import type { PhoneLine } from '../../../domain/registrations/phone-list';
import { links } from '../../../links';
import { sayInstant } from '../../public/catalogue/say';
import { Button } from '../../ui/button';
import { type Column, Table } from '../../ui/table';
import { SessionFrame, type SessionPage } from '../sessions/session-frame';

export function PhoneListPage({ lines, ...page }: SessionPage & { lines: PhoneLine[] }) {
  const { reader } = page.shell;
  const text = reader.t.registrants.phones;
  const withPhone = lines.filter(({ phone }) => phone !== null);
  const without = lines.filter(({ phone }) => phone === null);
  const toCall = withPhone.filter((line) => !isCalled(line)).length;
  const who = whoOf(page);
  const columns: Column<PhoneLine>[] = [
    who,
    {
      head: text.phone,
      cell: ({ phone }) => phone && <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>,
    },
    { head: text.call, cell: (line) => <Call line={line} page={page} /> },
  ];
  return (
    <SessionFrame {...page} tab="registrants" title={text.title}>
      <h2>{text.title}</h2>
      <p>{text.intro}</p>
      {withPhone.length === 0 ? (
        <p>{text.noPhone}</p>
      ) : (
        <>
          <p role="status">
            <strong>{text.left(toCall)}</strong>
          </p>
          <Table caption={text.title} captionUnseen rows={withPhone} columns={columns} />
        </>
      )}
      {without.length > 0 && (
        <>
          <h3>{text.withoutPhone(without.length)}</h3>
          <p>{text.withoutPhoneHint}</p>
          <Table
            stacks
            caption={text.withoutPhone(without.length)}
            captionUnseen
            rows={without}
            columns={[who, { head: text.call, cell: (line) => <Call line={line} page={page} /> }]}
          />
        </>
      )}
    </SessionFrame>
  );
}

const isCalled = ({ calledAt, calledBefore }: PhoneLine) => calledAt !== null && !calledBefore;

/** The name, which leads to the registration, and why no message tells them. */
const whoOf = ({ shell: { reader } }: SessionPage): Column<PhoneLine> => {
  const text = reader.t.registrants;
  return {
    head: text.who,
    cell: (line) => (
      <>
        <a href={reader.href(links.registrant(line.id))}>
          {line.firstName} {line.lastName}
        </a>
        {line.seats > 1 && (
          <div class="muted">
            {text.seats}
            {reader.t.programme.about}
            {line.seats}
          </div>
        )}
        {line.untold && (
          <div>
            <strong>{text.phones.untold[line.untold]}</strong>
          </div>
        )}
      </>
    ),
  };
};

function Call({ line, page }: { line: PhoneLine; page: SessionPage }) {
  const { reader } = page.shell;
  const text = reader.t.registrants.phones;
  const called = isCalled(line);
  const say = line.calledBefore ? text.calledBefore : text.calledAt;
  return (
    <form method="post" action={reader.href(links.registrantCall(line.id))}>
      {line.calledAt !== null && (
        <p class="muted">{say(sayInstant(line.calledAt, reader, page.now), line.calledBy ?? '')}</p>
      )}
      <Button kind={called ? 'link' : 'secondary'} name="called" value={called ? '0' : '1'}>
        {called ? text.untick : text.tick}
        <span class="unseen"> {text.for(`${line.firstName} ${line.lastName}`)}</span>
      </Button>
    </form>
  );
}
