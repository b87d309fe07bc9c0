/** One account: changed, closed or opened again by an administrator. */
import type { ListedAccount } from '../../../domain/organisers/accounts';
import { isInvited } from '../../../domain/organisers/invitation';
import { links } from '../../../links';
import { Button, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors, TextField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/table';
import type { Shell } from '../context';
import type { Values } from '../form';
import { FormKey } from '../form-key';
import { OrganiserLayout } from '../layout';
import { MemberFields } from './people-page';

type PersonProps = {
  shell: Shell;
  person: ListedAccount;
  organisations: string[];
  /** What was typed into one of its forms; the other shows what is stored. */
  values?: Values;
  errors?: FieldErrors;
};

export function PersonPage({
  shell,
  person: { account, organisation },
  organisations,
  values: typed,
  errors,
}: PersonProps) {
  const { t, href } = shell.reader;
  const text = t.organiser.people;
  const stored = { name: account.name, role: account.role, organisation: organisation ?? '' };
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
        {isInvited(account) && (
          <Invited
            shell={shell}
            person={{ account, organisation }}
            values={typed}
            errors={errors}
          />
        )}
        <form method="post" action={href(links.person(account.id))} novalidate>
          {version}
          <MemberFields
            shell={shell}
            organisations={organisations}
            values={{ ...stored, ...typed }}
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

/** Of an account that nobody has signed in to. */
function Invited({
  shell,
  person: { account },
  values,
  errors,
}: Omit<PersonProps, 'organisations'>) {
  const { t, href } = shell.reader;
  const text = t.organiser.people;
  return (
    <>
      <Notice tone="info">
        <p>{text.notTakenUp}</p>
        <form method="post" action={href(links.personInvitation(account.id))}>
          <FormKey shell={shell} />
          <Button kind="secondary">{text.inviteAgain}</Button>
        </form>
      </Notice>
      <form method="post" action={href(links.personAddress(account.id))} novalidate>
        <FormKey shell={shell} />
        <input type="hidden" name="version" value={String(account.version)} />
        <TextField
          t={t}
          name="email"
          type="email"
          inputmode="email"
          autocomplete="off"
          label={text.email}
          hint={text.correctAddressHint}
          value={values?.email ?? account.email}
          error={errors?.email}
        />
        <Buttons>
          <Button kind="secondary">{text.correctAddress}</Button>
        </Buttons>
      </form>
    </>
  );
}
