/** The accounts of the organisers' side, and the form that invites one more. */
import type { ListedAccount } from '../../../domain/organisers/accounts';
import { isInvited } from '../../../domain/organisers/invitation';
import { roles } from '../../../domain/organisers/schema';
import { links } from '../../../links';
import { Button } from '../../ui/button';
import {
  DatalistField,
  ErrorSummary,
  type FieldErrors,
  RadioGroup,
  TextField,
} from '../../ui/fields';
import { Badge } from '../../ui/notice';
import { Table } from '../../ui/table';
import type { Shell } from '../context';
import type { Values } from '../form';
import { FormKey } from '../form-key';
import { OrganiserLayout } from '../layout';

export function PeoplePage({
  shell,
  people,
  organisations,
  values = {},
  errors,
}: {
  shell: Shell;
  people: ListedAccount[];
  organisations: string[];
  values?: Values;
  errors?: FieldErrors;
}) {
  const { t, href } = shell.reader;
  const text = t.organiser.people;
  return (
    <OrganiserLayout
      shell={shell}
      title={text.title}
      here="people"
      hasErrors={errors !== undefined}
    >
      <ErrorSummary t={t} errors={errors} />
      <h1>{text.title}</h1>
      <p>{text.intro}</p>
      <Table
        stacks
        caption={text.title}
        captionUnseen
        rows={people}
        columns={[
          {
            head: text.name,
            cell: ({ account }) => <a href={href(links.person(account.id))}>{account.name}</a>,
          },
          { head: text.email, cell: ({ account }) => account.email },
          { head: text.role, cell: ({ account }) => t.organiser.roles[account.role] },
          { head: text.organisation, cell: ({ organisation }) => organisation },
          {
            head: text.state,
            cell: ({ account }) => {
              if (account.disabledAt !== null) return <Badge>{text.disabled}</Badge>;
              return isInvited(account) ? text.invited : text.active;
            },
          },
        ]}
      />
      <h2>{text.inviteTitle}</h2>
      <form method="post" action={href(links.people())} class="narrow" novalidate>
        <FormKey shell={shell} />
        <TextField
          t={t}
          name="email"
          type="email"
          inputmode="email"
          autocomplete="off"
          label={text.email}
          hint={text.emailHint}
          value={values.email}
          error={errors?.email}
        />
        <MemberFields
          shell={shell}
          organisations={organisations}
          values={values}
          errors={errors ?? {}}
        />
        <Button>{text.invite}</Button>
      </form>
    </OrganiserLayout>
  );
}

/** Name, role and organisation: asked when someone is invited and when their account changes. */
export function MemberFields({
  shell,
  organisations,
  values,
  errors,
}: {
  shell: Shell;
  organisations: string[];
  values: Values;
  errors: FieldErrors;
}) {
  const { t } = shell.reader;
  const text = t.organiser.people;
  return (
    <>
      <TextField
        t={t}
        name="name"
        autocomplete="off"
        maxlength={120}
        label={text.name}
        value={values.name}
        error={errors.name}
      />
      <RadioGroup
        t={t}
        name="role"
        label={text.role}
        value={values.role}
        error={errors.role}
        options={roles.map((role) => ({
          value: role,
          label: t.organiser.roles[role],
          hint: t.organiser.roleHints[role],
        }))}
      />
      <DatalistField
        t={t}
        name="organisation"
        optional
        maxlength={160}
        suggestions={organisations}
        label={text.organisation}
        hint={text.organisationHint}
        value={values.organisation}
        error={errors.organisation}
      />
    </>
  );
}
