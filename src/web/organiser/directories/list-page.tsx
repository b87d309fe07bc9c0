/** One directory: its names, searched and page by page, and those that may stand in it twice. */
import { type Directory, directories } from '../../../domain/catalogue/schema';
import type { Pair } from '../../../domain/directories/likely-doubles';
import { type Entry, type Uses, useKinds } from '../../../domain/directories/list-entries';
import { mayAdminister } from '../../../domain/organisers/permissions';
import type { Texts } from '../../../i18n';
import { links } from '../../../links';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/fields';
import { LangField } from '../../ui/lang-field';
import { Pagination } from '../../ui/pagination';
import { type Column, Table } from '../../ui/table';
import { Tabs } from '../../ui/tabs';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';
import { slugs } from './slugs';

export type DirectoryProps = {
  shell: Shell;
  directory: Directory;
  entries: Entry[];
  search: string;
  isFirstPage: boolean;
  next: string | null;
  /** Empty for those who can't merge. */
  doubles: Pair[];
};

export function DirectoryPage(props: DirectoryProps) {
  const { shell, directory, entries, search, isFirstPage, next, doubles } = props;
  const { t, href } = shell.reader;
  const text = t.directories;
  const to = (query: Record<string, string>) =>
    href(links.directory(slugs[directory], `?${new URLSearchParams(query)}`));
  return (
    <OrganiserLayout
      shell={shell}
      title={`${text.names[directory]} – ${text.title}`}
      here="directories"
    >
      <h1>{text.title}</h1>
      <p>{text.intro}</p>
      <Tabs
        label={text.which}
        items={directories.map((one) => ({
          href: href(links.directory(slugs[one])),
          label: text.names[one],
          here: one === directory,
        }))}
      />
      {directory === 'venues' && mayAdminister(shell.account) && (
        <p>
          <a href={href(links.territories())}>{text.territories.link}</a>
        </p>
      )}
      <Doubles {...props} doubles={doubles} />
      <form method="get" action={links.directory(slugs[directory])} class="narrow">
        <LangField reader={shell.reader} />
        <TextField
          t={t}
          name="q"
          type="search"
          label={text.search}
          value={search}
          optional="unmarked"
        />
        <Button kind="secondary">{text.find}</Button>
      </form>
      {entries.length ? (
        <Table
          stacks
          caption={text.names[directory]}
          rows={entries}
          columns={columnsOf(shell, directory)}
        />
      ) : (
        <p>{text.none}</p>
      )}
      <Pagination
        t={t}
        previous={isFirstPage ? null : to({ q: search })}
        previousLabel={t.common.firstPage}
        next={next === null ? null : to({ q: search, apres: next })}
      />
    </OrganiserLayout>
  );
}

function Doubles({ shell, directory, doubles }: DirectoryProps) {
  const { t, href } = shell.reader;
  const text = t.directories;
  if (!doubles.length) return null;
  return (
    <details>
      <summary>{`${text.doublesTitle} (${doubles.length})`}</summary>
      <p>{text.doublesIntro}</p>
      <ul>
        {doubles.map(([one, other]) => {
          const query = new URLSearchParams({ avec: other.name });
          const path = `${links.directoryMerge(slugs[directory], one.id)}?${query}`;
          return (
            <li>
              <a href={href(path)}>{text.compare(one.name, other.name)}</a>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function columnsOf({ reader }: Shell, directory: Directory): Column<Entry>[] {
  const { t, href } = reader;
  const text = t.directories;
  const name: Column<Entry> = {
    head: text.name,
    cell: (one) => <a href={href(links.directoryEntry(slugs[directory], one.id))}>{one.name}</a>,
  };
  const used: Column<Entry> = { head: text.uses, cell: (one) => sayUses(t, one.uses) };
  if (directory === 'professions') return [name];
  if (directory === 'organisations')
    return [name, { head: text.kind, cell: (one) => one.kind }, used];
  return [name, { head: text.town, cell: (one) => one.town }, used];
}

/** « 3 actions, 1 compte »; empty when nothing is tied to it. */
export function sayUses(t: Texts, uses: Uses): string {
  return useKinds
    .flatMap((what) => {
      const count = uses[what];
      return count ? t.directories.used[what](count) : [];
    })
    .join(', ');
}
