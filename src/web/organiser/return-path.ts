/** Where a sign-in leads back to: a page of the organisers' side and nowhere else. */
import { links } from '../../links';

const here = 'http://here.invalid';

/** The path as typed when it stays on the organisers' side; their first page otherwise. */
export function returnPath(typed: string | undefined): string {
  const home = links.organiser();
  const url = typed?.startsWith('/') ? URL.parse(typed, here) : null;
  // Parsed as a browser would: '//elsewhere' and '/\elsewhere' are other sites.
  if (url?.origin !== here) return home;
  const isUnder = (path: string) => url.pathname === path || url.pathname.startsWith(`${path}/`);
  return isUnder(home) && !isUnder(links.login()) ? url.pathname + url.search : home;
}
