/** The reads behind the catalogue's pages. */
import type { Database } from '../../../db/client';
import { findSession } from '../../../domain/catalogue/find-session';
import { isKnown } from '../../../domain/catalogue/known';
import { listFilterOptions } from '../../../domain/catalogue/list-filter-options';
import { listSessions, maxPage } from '../../../domain/catalogue/list-sessions';
import { relatedSessions } from '../../../domain/catalogue/related-sessions';
import { localMonth } from '../../../lib/dates';
import { NotFound } from '../../../lib/errors';
import type { Reader } from '../../context';
import type { CalendarProps } from './calendar-page';
import { filtersOf, type ProgrammeQuery } from './filters';
import type { ProgrammeProps } from './programme-page';
import type { SessionPageProps } from './session-page';

/** A page of the list: what a phone loads at once, within the 14 KB of a first page. */
const pageSize = 20;

type At = { reader: Reader; now: number };

/**
 * All that the page of a session says, from its canonical code.
 * @throws {NotFound} for an unknown code, and for a draft, which must look unknown.
 */
export async function loadSession(
  db: Database,
  code: string,
  { reader, now }: At,
): Promise<SessionPageProps> {
  const found = await findSession(db, code);
  if (!found || !isKnown(found)) throw new NotFound();
  const { videoUrl: _, ...session } = found.session;
  const related = await relatedSessions(db, session, now);
  return { reader, now, view: { ...found, session }, related };
}

/** A page of the list. A cursor that is none of ours gives the first page. */
export async function loadProgramme(
  db: Database,
  asked: ProgrammeQuery,
  { reader, now }: At,
): Promise<ProgrammeProps> {
  const status = asked.vue === 'passees' ? 'past' : 'coming';
  const filters = filtersOf(asked, reader.timeZone);
  const read = (cursor?: string) =>
    listSessions(db, { ...filters, status }, { now, limit: pageSize, cursor });
  const showsUndated = status === 'coming' && !asked.suite && !asked.mois && !asked.places;
  const [page, undated, options] = await Promise.all([
    read(asked.suite),
    showsUndated
      ? listSessions(db, { ...filters, status: 'undated' }, { now, limit: pageSize })
      : null,
    listFilterOptions(db, { now, timeZone: reader.timeZone }),
  ]);
  if (!page.ok) return loadProgramme(db, { ...asked, suite: undefined }, { reader, now });
  return {
    reader,
    now,
    query: asked,
    options,
    sessions: page.sessions,
    undated: undated?.ok ? undated.sessions : [],
    next: page.next,
  };
}

export async function loadCalendar(
  db: Database,
  asked: ProgrammeQuery,
  { reader, now }: At,
): Promise<CalendarProps> {
  const { timeZone } = reader;
  const query = { ...asked, mois: asked.mois ?? localMonth(now, timeZone) };
  const [page, options] = await Promise.all([
    listSessions(db, filtersOf(query, timeZone), { now, limit: maxPage }),
    listFilterOptions(db, { now, timeZone }),
  ]);
  const sessions = page.ok ? page.sessions : [];
  return { reader, now, query, options, sessions, more: page.ok && page.next !== null };
}
