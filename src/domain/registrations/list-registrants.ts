/**
 * The people of one session, for its organisers: searched without accents, sorted as French sorts
 * names, filtered and paged. Everything here reads the registrations of that session and no other.
 */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { nameKey, searchWords } from '../../lib/text';
import { findCanonicalNames } from '../catalogue/directories';
import type { Ending, RegistrationState } from './schema';

export const registrantSorts = ['arrival', 'name', 'organisation', 'profession'] as const;
export const registrantFilters = [
  'live',
  'confirmed',
  'pending',
  'waitlisted',
  'offered',
  'cancelled',
] as const;
export type RegistrantSort = (typeof registrantSorts)[number];
export type RegistrantFilter = (typeof registrantFilters)[number];
export type RegistrantQuery = {
  search: string;
  filter: RegistrantFilter;
  /** The key of a name as the directory has it (`Tally`), `unsaid` for those who said none; empty for all. */
  profession: string;
  organisation: string;
  sort: RegistrantSort;
  page: number;
};
export const unsaid = '-';

export type Registrant = {
  id: number;
  partyId: number;
  state: RegistrationState;
  endedBy: Ending | null;
  kind: 'person' | 'group';
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  profession: string | null;
  organisation: string | null;
  town: string | null;
  note: string | null;
  seats: number;
  companions: string;
  groupLabel: string | null;
  overCapacityReason: string | null;
  createdAt: number;
};

export const registrantsPerPage = 50;

const columns = sql`r.id, r.party_id AS partyId, r.state, r.ended_by AS endedBy, r.kind,
  r.first_name AS firstName, r.last_name AS lastName, r.email, r.phone, r.profession, r.organisation,
  r.town, r.note, r.seats, r.companions, r.group_label AS groupLabel,
  r.over_capacity_reason AS overCapacityReason, r.created_at AS createdAt`;

const filtered = (filter: RegistrantFilter) =>
  filter === 'live' ? sql`r.state <> 'cancelled'` : sql`r.state = ${filter}`;

/** One page, and how many there are in all. Pages count from 1; one past the end is empty. */
export async function listRegistrants(
  db: Database,
  sessionId: number,
  query: RegistrantQuery,
): Promise<{ rows: Registrant[]; total: number }> {
  const { search, filter, profession, organisation, sort, page } = query;
  const offset = (page - 1) * registrantsPerPage;
  if (`${search}${profession}${organisation}` === '' && sort === 'arrival') {
    const [rows, [count]] = await Promise.all([
      select<Registrant>(
        db,
        sql`SELECT ${columns} FROM registrations r
          WHERE r.session_id = ${sessionId} AND ${filtered(filter)}
          ORDER BY r.id LIMIT ${registrantsPerPage} OFFSET ${offset}`,
      ),
      select<{ n: number }>(
        db,
        sql`SELECT count(*) AS n FROM registrations r WHERE r.session_id = ${sessionId} AND ${filtered(filter)}`,
      ),
    ]);
    return { rows, total: count?.n ?? 0 };
  }
  // SQLite knows neither accents nor French order: the session's rows are sorted here.
  const found = await exportRegistrants(db, sessionId, query);
  return { rows: found.slice(offset, offset + registrantsPerPage), total: found.length };
}

/** All of them, in the order of the list: for exports. */
export async function exportRegistrants(
  db: Database,
  sessionId: number,
  { search, filter, profession, organisation, sort }: Omit<RegistrantQuery, 'page'>,
): Promise<Registrant[]> {
  const [rows, isOfProfession, isOfOrganisation] = await Promise.all([
    select<Registrant>(
      db,
      sql`SELECT ${columns} FROM registrations r WHERE r.session_id = ${sessionId} AND ${filtered(filter)}`,
    ),
    named(db, 'professions', profession),
    named(db, 'organisations', organisation),
  ]);
  return matching(rows, search)
    .filter((r) => isOfProfession(r.profession) && isOfOrganisation(r.organisation))
    .sort(orders[sort]);
}

/** Whether what was typed is counted under the key of a tally. */
async function named(db: Database, directory: 'professions' | 'organisations', key: string) {
  if (key === '') return () => true;
  const canonical = await findCanonicalNames(db, directory);
  const wanted = key === unsaid ? '' : key;
  return (typed: string | null) => nameKey(canonical(typed) ?? '') === wanted;
}

function matching(rows: Registrant[], search: string): Registrant[] {
  if (!search) return rows;
  const words = searchWords(search);
  if (!words.length) return [];
  return rows.filter((r) => {
    const text = nameKey(
      [
        r.firstName,
        r.lastName,
        r.email,
        r.phone,
        r.organisation,
        r.profession,
        r.town,
        r.groupLabel,
        r.companions,
      ].join(' '),
    );
    return words.every((spellings) => spellings.some((word) => text.includes(word)));
  });
}

const collator = new Intl.Collator('fr', { sensitivity: 'base', ignorePunctuation: true });
const byText = (read: (r: Registrant) => string | null) => (a: Registrant, b: Registrant) =>
  Number(read(a) === null) - Number(read(b) === null) ||
  collator.compare(read(a) ?? '', read(b) ?? '') ||
  a.id - b.id;
const orders: Record<RegistrantSort, (a: Registrant, b: Registrant) => number> = {
  arrival: (a, b) => a.id - b.id,
  name: (a, b) =>
    collator.compare(a.lastName, b.lastName) ||
    collator.compare(a.firstName, b.firstName) ||
    a.id - b.id,
  organisation: byText((r) => r.organisation),
  profession: byText((r) => r.profession),
};

export type HistoryLine = {
  at: number;
  actor: string;
  event: string;
  detail: string;
  name: string | null;
};

/** Who did what with one registration, latest last; the organisers by name. */
export const listHistory = (db: Database, registrationId: number): Promise<HistoryLine[]> =>
  select<HistoryLine>(
    db,
    sql`SELECT h.at, h.actor, h.event, h.detail, a.name FROM history h
      LEFT JOIN accounts a ON a.id = CAST(substr(h.actor, 11) AS INTEGER) AND h.actor LIKE 'organiser:%'
      WHERE h.registration_id = ${registrationId} ORDER BY h.id LIMIT 200`,
  );

export type SentMail = {
  id: number;
  kind: string;
  state: string;
  recipient: string;
  lastError: string | null;
  createdAt: number;
  sentAt: number | null;
};

/** The mails of one registration, latest first. */
export const listMails = (db: Database, registrationId: number): Promise<SentMail[]> =>
  select<SentMail>(
    db,
    sql`SELECT id, kind, state, recipient, last_error AS lastError, created_at AS createdAt, sent_at AS sentAt
      FROM outbox WHERE registration_id = ${registrationId} ORDER BY id DESC LIMIT 100`,
  );
