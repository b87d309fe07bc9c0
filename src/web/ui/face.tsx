/**
 * The four faces of satisfaction, drawn so that they differ by their mouth and not by colour alone.
 * They only repeat the words that stand beside them, so they are hidden from screen readers.
 */
const mouths: Record<string, string> = {
  '4': 'M8 18q8 10 16 0z',
  '3': 'M10 19q6 6 12 0',
  '2': 'M10 21h12',
  '1': 'M10 23q6-7 12 0',
};

export function Face({ level }: { level: string }) {
  const mouth = mouths[level];
  if (!mouth) return null;
  return (
    <svg class={`smile s${level}`} viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="16" r="14" />
      <path d={`M11 11v2m10-2v2${mouth}`} />
    </svg>
  );
}
