/**
 * The shares of a question as one bar, best first. It repeats the table that stands below it, so it is
 * hidden from screen readers; the segments differ by lightness and order, and say their share.
 */
import { percentOf } from '../../lib/percent';

export type Segment = { look: string; count: number };

const width = 600;
const height = 44;

export function StackedBar({ segments }: { segments: readonly Segment[] }) {
  const total = segments.reduce((sum, { count }) => sum + count, 0);
  if (!total) return null;
  let from = 0;
  const drawn = segments
    .filter(({ count }) => count)
    .map(({ look, count }) => {
      const start = from;
      const share = count / total;
      from += share * width;
      return { look, start, size: share * width, percent: percentOf(count, total) };
    });
  return (
    <svg class="stacked" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {drawn.map(({ look, start, size, percent }) => (
        <g class={look}>
          <rect x={start + 1} width={Math.max(1, size - 2)} height={height} rx="4" />
          {size > 60 && (
            <text x={start + size / 2} y={height / 2 + 6} text-anchor="middle">
              {`${percent} %`}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

/** The colour of a segment, beside its name in the table. */
export const Swatch = ({ look }: { look: string }) => (
  <svg class={`swatch ${look}`} viewBox="0 0 12 12" aria-hidden="true">
    <rect width="12" height="12" rx="3" />
  </svg>
);
