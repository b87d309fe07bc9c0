/** Previous and next page; nothing when there is only one. */
import type { Texts } from '../../i18n';

export function Pagination({
  t,
  previous,
  next,
}: {
  t: Texts;
  previous?: string | null;
  next?: string | null;
}) {
  if (!previous && !next) return null;
  return (
    <nav class="pagination" aria-label={t.common.pages}>
      {previous && (
        <a class="button secondary" rel="prev" href={previous}>
          {t.common.previousPage}
        </a>
      )}
      {next && (
        <a class="button secondary" rel="next" href={next}>
          {t.common.nextPage}
        </a>
      )}
    </nav>
  );
}
