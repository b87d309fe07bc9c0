/** « Mes connexions » : the devices on which the account is open, and a button to close each. */
import type { Login } from '../../../domain/organisers/schema';
import { sayDay } from '../../../lib/dates';
import { links } from '../../../links';
import { Button } from '../../ui/button';
import { Badge } from '../../ui/notice';
import { Table } from '../../ui/table';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';

export function LoginsPage({
  shell,
  logins,
  current,
}: {
  shell: Shell;
  logins: Login[];
  current: Login;
}) {
  const { t, locale, timeZone, href } = shell.reader;
  const text = t.organiser.logins;
  const device = (login: Login) => login.browser || text.unknownDevice;
  const say = (at: number) => sayDay(at, locale, timeZone);
  return (
    <OrganiserLayout shell={shell} title={text.title}>
      <h1>{text.title}</h1>
      <p>{text.intro}</p>
      <Table
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
          { head: text.since, cell: (login) => say(login.createdAt) },
          { head: text.lastSeen, cell: (login) => say(login.lastSeenAt) },
          {
            head: <span class="unseen">{text.end}</span>,
            cell: (login) => (
              <form method="post" action={href(links.loginEnd(login.id))}>
                <Button kind="secondary">
                  {text.end}
                  <span class="unseen"> {text.endWhich(device(login), say(login.createdAt))}</span>
                </Button>
              </form>
            ),
          },
        ]}
      />
    </OrganiserLayout>
  );
}
