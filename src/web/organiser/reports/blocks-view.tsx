/** Blocks as a page shows them: figures open their lists, bars are drawn in their tables. */
import type { Child } from 'hono/jsx';
import type { Block, Cell, Item } from '../../../lib/blocks';
import type { Reader } from '../../context';
import { Facts, Table } from '../../ui/table';

type Props = {
  reader: Reader;
  blocks: readonly Block[];
  /** How much deeper its headings stand: an annex is part of a page. */
  deeper?: number;
};

export function BlocksView({ reader, blocks, deeper = 0 }: Props) {
  return (
    <>
      {blocks.map((block) => (
        <BlockView reader={reader} block={block} deeper={deeper} />
      ))}
    </>
  );
}

function BlockView({ reader, block, deeper }: { reader: Reader; block: Block; deeper: number }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level + deeper}` as 'h2' | 'h3' | 'h4';
      return <Heading>{block.text}</Heading>;
    }
    case 'paragraph':
      return (
        <p class={block.muted ? 'narrow muted' : 'narrow'}>
          <Lines text={block.text} />
        </p>
      );
    case 'facts':
      return (
        <Facts items={block.items.map(([term, said]) => [term, <Lines text={said} />] as const)} />
      );
    case 'keys':
      return (
        <ul class="key-figures">
          {block.items.map(({ value, label, note, href }) => (
            <li>
              <a href={reader.href(href)}>
                <strong>{value}</strong>
                <span>{label}</span>
              </a>
              {note && <small>{note}</small>}
            </li>
          ))}
        </ul>
      );
    case 'list':
      return <Items reader={reader} items={block.items} />;
    case 'table':
      return (
        <Table<readonly Cell[]>
          caption={block.caption}
          captionUnseen
          stacks={block.stacks}
          rows={block.rows}
          columns={block.columns.map(({ head, kind }, column) => ({
            head: kind === 'bar' ? <span class="unseen">{head}</span> : head,
            number: kind === 'number',
            named: column > 0,
            cell: (cells) => <CellView reader={reader} cell={cells[column]} />,
          }))}
        />
      );
    // A page has its own, and its own way to its parts.
    case 'logos':
    case 'contents':
      return null;
  }
}

function CellView({ reader, cell }: { reader: Reader; cell: Cell | undefined }) {
  if (!cell) return null;
  if (cell.bar !== undefined) return <Bar share={cell.bar} />;
  const said = <Lines text={cell.text} />;
  const text = cell.strong ? <strong>{said}</strong> : said;
  return (
    <>
      {cell.href ? <a href={reader.href(cell.href)}>{text}</a> : text}
      {cell.note && (
        <small class="definition">
          <Lines text={cell.note} />
        </small>
      )}
    </>
  );
}

/**
 * A bar in the table whose number it draws, so that the table is always behind the chart. It repeats
 * the number beside it and is hidden from screen readers; SVG attributes, since the content policy
 * allows no inline style.
 */
function Bar({ share }: { share: number }) {
  const width = share > 0 ? Math.max(1, 100 * share) : 0;
  return (
    <svg class="chart-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="chart-bar-rest" width="100" height="8" />
      <rect class="chart-bar-value" width={width.toFixed(1)} height="8" />
    </svg>
  );
}

/** What a list can be opened from need not be spelled out as well. */
const Items = ({ reader, items }: { reader: Reader; items: readonly Item[] }) => (
  <ul>
    {items.map(({ text, href, items: below = [] }) => (
      <li>
        {href ? <a href={reader.href(href)}>{text}</a> : <Lines text={text} />}
        {!href && below.length > 0 && <Items reader={reader} items={below} />}
      </li>
    ))}
  </ul>
);

const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map(
      (line, index): Child => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ),
    )}
  </>
);
