/** Previous and next page; nothing when there is only one. */
import type { Texts } from '../../i18n';

export function Pagination({
  t,
  previous,
  next,
  previousLabel,
}: {
  t: Texts;
  previous?: string | null;
  next?: string | null;
  /** Lists paged by cursor lead back to their first page only. */
  previousLabel?: string;
}) {
  if (!previous && !next) return null;
  return (
    <nav class="pagination" aria-label={t.common.pages}>
      {previous && (
        <a class="button secondary" rel="prev" href={previous}>
          {previousLabel ?? t.common.previousPage}
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
