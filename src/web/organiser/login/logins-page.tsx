/** « Mes connexions » : the devices on which the account is open, a button to close each, and passkeys. */
import type { Login, Passkey } from '../../../domain/organisers/schema';
import { sayDay } from '../../../lib/dates';
import { links } from '../../../links';
import { sayInstant } from '../../public/catalogue/say';
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/fields';
import { Badge } from '../../ui/notice';
import { Table } from '../../ui/table';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';
import { type NameProblem, nameField, PasskeyList } from '../passkeys/passkey-list';

export function LoginsPage({
  shell,
  now,
  logins,
  current,
  passkeys,
  problem,
}: {
  shell: Shell;
  now: number;
  logins: Login[];
  current: Login;
  passkeys: Passkey[];
  problem?: NameProblem;
}) {
  const { t, locale, timeZone, href } = shell.reader;
  const text = t.organiser.logins;
  const device = (login: Login) => login.browser || text.unknownDevice;
  const say = (at: number) => sayDay(at, locale, timeZone);
  // With the hour, by which two of one day are told apart; the last use is noted once a day.
  const since = ({ createdAt }: Login) => sayInstant(createdAt, shell.reader, now);
  return (
    <OrganiserLayout shell={shell} title={text.title} hasErrors={problem !== undefined}>
      <ErrorSummary t={t} errors={problem && { [nameField(problem.id)]: problem.error }} />
      <h1>{text.title}</h1>
      <p>{text.intro}</p>
      <Table
        stacks
        caption={text.title}
        captionUnseen
        rows={logins}
        columns={[
          {
            head: text.device,
            cell: (login) => (
              <>
                {device(login)}{' '}
                {login.id === current.id && <Badge tone="info">{text.current}</Badge>}
              </>
            ),
          },
          { head: text.since, named: true, cell: (login) => since(login) },
          { head: text.lastSeen, named: true, cell: (login) => say(login.lastSeenAt) },
          {
            head: <span class="unseen">{text.end}</span>,
            cell: (login) => (
              <form method="post" action={href(links.loginEnd(login.id))}>
                <Button kind="secondary">
                  {text.end}
                  <span class="unseen"> {text.endWhich(device(login), since(login))}</span>
                </Button>
              </form>
            ),
          },
        ]}
      />
      <PasskeyList reader={shell.reader} passkeys={passkeys} problem={problem} />
    </OrganiserLayout>
  );
}
