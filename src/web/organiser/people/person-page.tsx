/** One account: changed, closed or opened again by an administrator. */
import type { ListedAccount } from '../../../domain/organisers/accounts';
import { links } from '../../../links';
import { Button, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/table';
import type { Shell } from '../context';
import type { Values } from '../form';
import { OrganiserLayout } from '../layout';
import { MemberFields } from './people-page';

export function PersonPage({
  shell,
  person: { account, organisation },
  organisations,
  values = { name: account.name, role: account.role, organisation: organisation ?? '' },
  errors,
}: {
  shell: Shell;
  person: ListedAccount;
  organisations: string[];
  values?: Values;
  errors?: FieldErrors;
}) {
  const { t, href } = shell.reader;
  const text = t.organiser.people;
  const version = <input type="hidden" name="version" value={String(account.version)} />;
  return (
    <OrganiserLayout
      shell={shell}
      title={account.name}
      here="people"
      hasErrors={errors !== undefined}
    >
      <div class="narrow">
        <ErrorSummary t={t} errors={errors} />
        <h1>{account.name}</h1>
        <Facts
          items={[
            [text.email, account.email],
            [text.role, t.organiser.roles[account.role]],
            [text.organisation, organisation],
          ]}
        />
        <form method="post" action={href(links.person(account.id))} novalidate>
          {version}
          <MemberFields
            shell={shell}
            organisations={organisations}
            values={values}
            errors={errors ?? {}}
          />
          <Buttons>
            <Button>{text.save}</Button>
          </Buttons>
        </form>
        {account.disabledAt === null ? (
          <form method="post" action={href(links.personDisabling(account.id))}>
            <h2>{text.disableTitle}</h2>
            <p>{text.disableText(account.name)}</p>
            {version}
            <Button kind="warning">{text.disable}</Button>
          </form>
        ) : (
          <form method="post" action={href(links.personEnabling(account.id))}>
            <Notice tone="care">
              <p>{text.enableText}</p>
            </Notice>
            {version}
            <Button kind="secondary">{text.enable}</Button>
          </form>
        )}
      </div>
    </OrganiserLayout>
  );
}
