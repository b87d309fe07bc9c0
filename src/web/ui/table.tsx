/** Tables and lists of facts. */
import type { Child } from 'hono/jsx';

export type Column<R> = {
  head: Child;
  cell: (row: R) => Child;
  /** Numbers are aligned to the right. */
  number?: boolean;
};

/** A table that scrolls by itself on a narrow screen, by touch and by keyboard; the first column names the row. */
export function Table<R>({
  caption,
  columns,
  rows,
  captionUnseen = false,
}: {
  caption: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  /** When a heading just above says the same. */
  captionUnseen?: boolean;
}) {
  const look = (column: Column<R>) => (column.number ? 'number' : undefined);
  return (
    // Focusable: a region that scrolls must be reached by keyboard (WCAG 2.1.1).
    <section class="table-scroll" aria-label={caption} tabindex={0}>
      <table>
        <caption class={captionUnseen ? 'unseen' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={look(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map((column, index) =>
                index ? (
                  <td class={look(column)}>{column.cell(row)}</td>
                ) : (
                  <th scope="row" class={look(column)}>
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
