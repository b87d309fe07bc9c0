/** Tables and lists of facts. */
import type { Child } from 'hono/jsx';

export type Column<R> = {
  head: Child;
  cell: (row: R) => Child;
  /** Numbers are aligned to the right. */
  number?: boolean;
  /** Whether a cell needs its head beside it where the table stacks; numbers always do. */
  named?: boolean;
};

/** A table that scrolls by itself on a narrow screen, by touch and by keyboard; the first column names the row. */
export function Table<R>({
  caption,
  columns,
  rows,
  captionUnseen = false,
  stacks = false,
}: {
  caption: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  /** When a heading just above says the same. */
  captionUnseen?: boolean;
  /** On a phone, the cells of a row stand below each other. */
  stacks?: boolean;
}) {
  // What isn't laid out as a table is one only where its roles say so.
  const role = (name: string) => (stacks ? { role: name } : {});
  const label = ({ head, number, named = number }: Column<R>) =>
    stacks && named && typeof head === 'string' ? { 'data-label': head } : {};
  const look = (column: Column<R>) => (column.number ? 'number' : undefined);
  return (
    // Focusable: a region that scrolls must be reached by keyboard (WCAG 2.1.1).
    <section
      class={stacks ? 'table-scroll stacks' : 'table-scroll'}
      aria-label={caption}
      tabindex={0}
    >
      <table {...role('table')}>
        <caption class={captionUnseen ? 'unseen' : undefined}>{caption}</caption>
        <thead {...role('rowgroup')}>
          <tr {...role('row')}>
            {columns.map((column) => (
              <th scope="col" class={look(column)} {...role('columnheader')}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...role('rowgroup')}>
          {rows.map((row) => (
            <tr {...role('row')}>
              {columns.map((column, index) =>
                index ? (
                  <td class={look(column)} {...role('cell')} {...label(column)}>
                    {column.cell(row)}
                  </td>
                ) : (
                  <th scope="row" class={look(column)} {...role('rowheader')}>
                    {column.cell(row)}
                  </th>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What is said of a thing, line by line; a line without details is left out. */
export function Facts({
  items,
}: {
  items: readonly (readonly [term: string, details: Child | Child[]])[];
}) {
  const lines = items
    .map(([term, details]) => [term, [details].flat().filter(Boolean)] as const)
    .filter(([, details]) => details.length);
  if (!lines.length) return null;
  return (
    <dl class="facts">
      {lines.map(([term, details]) => (
        <div>
          <dt>{term}</dt>
          {details.map((detail) => (
            <dd>{detail}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
