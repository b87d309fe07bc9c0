/**
 * Places, drawn as people hand in hand: a dot a seat, those taken in colour. It only repeats what
 * the words beside it say, so it is hidden from screen readers. Drawn with SVG attributes, since
 * the content security policy allows no inline style.
 */

/** Above this many seats a dot stands for several. */
const mostDots = 20;

export function Gauge({ taken, capacity }: { taken: number; capacity: number }) {
  if (capacity < 1) return null;
  const dots = Math.min(capacity, mostDots);
  const share = Math.min(1, taken / capacity);
  // One place left must show: only a full session has every dot in colour.
  const filled = share === 1 ? dots : Math.min(dots - 1, Math.ceil(share * dots));
  const upTo = (n: number) => `M5 5H${n * 10 - 5}.01`;
  return (
    <svg
      class={share === 1 ? 'gauge full' : 'gauge'}
      viewBox={`0 0 ${dots * 10} 10`}
      aria-hidden="true"
      preserveAspectRatio="xMinYMid meet"
    >
      <path class="hands" d={upTo(dots)} />
      <path class="free" d={upTo(dots)} />
      {filled > 0 && <path class="taken" d={upTo(filled)} />}
    </svg>
  );
}
