/** A QR code drawn in the page: nothing to load, and sharp on paper. The address stands beside it in words. */
import { qrRuns, qrSquares } from '../../lib/qr';

const quiet = 4;

export function QrCode({ text, label }: { text: string; label: string }) {
  const squares = qrSquares(text);
  const size = squares.length + 2 * quiet;
  const path = qrRuns(squares)
    .map(({ x, y, length }) => `M${x + quiet} ${y + quiet}h${length}v1h-${length}z`)
    .join('');
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
