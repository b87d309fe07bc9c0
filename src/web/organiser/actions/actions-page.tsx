/** The actions, a page at a time, searched by title. */
import type { ListedAction } from '../../../domain/catalogue/find-action';
import { mayOrganise } from '../../../domain/organisers/permissions';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { LangField } from '../../ui/lang-field';
import { Pagination } from '../../ui/pagination';
import { Table } from '../../ui/table';
import { Tabs } from '../../ui/tabs';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';

export type ActionsProps = {
  shell: Shell;
  actions: ListedAction[];
  search: string;
  /** Only those of the account's own organisation; null when it has none to choose. */
  mine: boolean | null;
  next: number | null;
};

const query = (values: Record<string, string | null>) => {
  const given = Object.entries(values).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  const text = new URLSearchParams(given).toString();
  return text ? `${links.actions()}?${text}` : links.actions();
};

export function ActionsPage({ shell, actions, search, mine, next }: ActionsProps) {
  const { t, href } = shell.reader;
  const text = t.actions;
  const all = mine === false ? '1' : null;
  return (
    <OrganiserLayout shell={shell} title={text.title} here="actions">
      <h1>{text.title}</h1>
      {mayOrganise(shell.account) && (
        <Buttons>
          <ButtonLink href={href(links.newAction())}>{text.create}</ButtonLink>
        </Buttons>
      )}
      <form method="get" action={links.actions()} class="search">
        <div class="field">
          <label for="q">{text.search}</label>
          <input id="q" name="q" type="search" value={search} />
        </div>
        {all && <input type="hidden" name="toutes" value={all} />}
        <LangField reader={shell.reader} />
        <Button kind="secondary">{text.find}</Button>
      </form>
      {mine !== null && (
        <Tabs
          label={text.which}
          items={[true, false].map((own) => ({
            href: href(query({ q: search, toutes: own ? null : '1' })),
            label: own ? text.mine : text.all,
            here: own === mine,
          }))}
        />
      )}
      {actions.length === 0 ? (
        <p>{search ? text.noneFound : text.none}</p>
      ) : (
        <Table
          stacks
          caption={text.title}
          captionUnseen
          rows={actions}
          columns={[
            {
              head: text.name,
              cell: (action) => <a href={href(links.action(action.id))}>{action.title}</a>,
            },
            { head: text.type, cell: ({ type }) => t.programme.types[type] },
            { head: text.audience, cell: ({ audience }) => t.programme.audiences[audience] },
            { head: text.carriers, cell: ({ carriers }) => carriers.join(', ') },
            { head: text.sessions, number: true, cell: ({ sessions }) => sessions },
          ]}
        />
      )}
      <Pagination
        t={t}
        next={next === null ? null : href(query({ q: search, toutes: all, apres: String(next) }))}
      />
    </OrganiserLayout>
  );
}
