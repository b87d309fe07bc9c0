/** What the two lists, of publications and of loans, have in common: their tabs, years and removal. */
import type { Child } from 'hono/jsx';
import type { ActionChoice } from '../../../domain/catalogue/find-action';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/fields';
import { Tabs } from '../../ui/tabs';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';

type List = 'publications' | 'loans';
const hrefs = { loans: links.loans, publications: links.handouts };

export function ListFrame({
  shell,
  list,
  year,
  years,
  children,
}: {
  shell: Shell;
  list: List;
  year: number;
  years: number[];
  children: Child;
}) {
  const { t, href } = shell.reader;
  const text = t.handouts;
  const tab = (label: string | number, to: string, here: boolean) => ({
    href: href(to),
    label,
    here,
  });
  return (
    <OrganiserLayout shell={shell} title={`${text[list]} ${year}`} here="handouts">
      <h1>
        {text[list]} {year}
      </h1>
      <Tabs
        label={text.which}
        items={(['loans', 'publications'] as const).map((one) =>
          tab(text[one], hrefs[one](year), one === list),
        )}
      />
      <Tabs
        label={text.years}
        items={years.map((one) => tab(one, hrefs[list](one), one === year))}
      />
      {children}
    </OrganiserLayout>
  );
}

export const ActionField = ({
  reader,
  choices,
  value,
  hint,
  error,
}: {
  reader: Reader;
  choices: ActionChoice[];
  value: string;
  hint?: string;
  error: string | undefined;
}) => (
  <SelectField
    t={reader.t}
    name="actionId"
    optional
    label={reader.t.handouts.action}
    hint={hint}
    value={value}
    error={error}
    empty={reader.t.handouts.noAction}
    options={choices.map(({ id, title }) => ({ value: String(id), label: title }))}
  />
);

/** Opened first, pressed second: nothing is deleted by one touch that went astray. */
export const Removal = ({
  reader,
  action,
  version,
}: {
  reader: Reader;
  action: string;
  version: number;
}) => {
  const text = reader.t.handouts;
  return (
    <details>
      <summary>{text.removeOpen}</summary>
      <form method="post" action={reader.href(action)}>
        <p>{text.removeText}</p>
        <input type="hidden" name="version" value={String(version)} />
        <Button kind="warning">{text.remove}</Button>
      </form>
    </details>
  );
};
