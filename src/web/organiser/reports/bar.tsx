/**
 * A bar in the table whose number it draws, so that the table is always behind the chart. It repeats
 * the number beside it and is hidden from screen readers; SVG attributes, since the content policy
 * allows no inline style.
 */
export function Bar({ value, most }: { value: number; most: number }) {
  const width = most > 0 ? Math.max(value > 0 ? 1 : 0, (100 * value) / most) : 0;
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-rest" width="100" height="8" />
      <rect class="bar-value" width={width.toFixed(1)} height="8" />
    </svg>
  );
}
