/**
 * The list of connections that a video tool gives: names or addresses with the time connected, in
 * whatever order the tool puts its columns. Several connections of one person add up. Nobody is noted
 * by this alone: the organiser sees what was recognised, and decides.
 */
import { emailKey, nameKey, nameWords } from '../../lib/text';
import type { RollEntry } from './roll';

export type Connection = {
  name: string;
  email: string | null;
  /** Connected, over all connections of the person. */
  minutes: number;
};
export type ReadConnections = {
  connections: Connection[];
  /** Lines without a duration: a header, or what can't be read. */
  unread: string[];
};

/** At most this many people of a pasted list. */
export const mostConnections = 500;

export function readConnections(text: string): ReadConnections {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .slice(0, 4 * mostConnections);
  const head = lines.findIndex((line) => readHeader(line) !== null);
  const columns = readHeader(lines[head] ?? '');
  const found = new Map<string, Connection>();
  const unread: string[] = [];
  for (const line of columns ? participantsAfter(lines, head) : lines) {
    if (!line.trim()) continue;
    const read = columns ? readRow(line, columns) : readLine(line);
    if (!read) {
      unread.push(line.trim().slice(0, 120));
      continue;
    }
    const key = read.email ? emailKey(read.email) : nameKey(read.name);
    const known = found.get(key);
    if (known) known.minutes += read.minutes;
    else if (found.size < mostConnections) found.set(key, read);
  }
  return { connections: [...found.values()], unread };
}

/** What each column holds, of a list that says it itself. */
type Columns = Record<keyof typeof headings, number>;

const headings = {
  name: /^(nom|name|participant(?!s)|full name|display name|user ?name|prénom et nom)/i,
  first: /^(first name|prénom)$/i,
  last: /^(last name|nom( de famille)?)$/i,
  email: /mail|courriel/i,
  minutes: /dur[ée]+e|duration|minutes|temps (de|en)|time (in|connected|spent)|online/i,
  joined: /join|arriv|entr[ée]e|connexion|^début|^start/i,
  left: /leave|left|départ|sortie|déconnexion|^fin\b|^end/i,
};

function readHeader(line: string): Columns | null {
  const fields = splitFields(line);
  const at = (heading: RegExp) => fields.findIndex((field) => heading.test(field));
  const columns = {
    name: at(headings.name),
    first: at(headings.first),
    last: at(headings.last),
    email: at(headings.email),
    minutes: at(headings.minutes),
    joined: at(headings.joined),
    left: at(headings.left),
  };
  const timed = columns.minutes >= 0 || (columns.joined >= 0 && columns.left >= 0);
  const named = columns.name >= 0 || columns.last >= 0;
  return named && timed ? columns : null;
}

/** The rows under the header; a tool that numbers its parts tells each connection again in a later one. */
function participantsAfter(lines: readonly string[], head: number): readonly string[] {
  const rows = lines.slice(head + 1);
  const next = rows.findIndex((line) => /^\s*\d+\.\s+\p{L}/u.test(line));
  return next < 0 ? rows : rows.slice(0, next);
}

function readRow(line: string, columns: Columns): Connection | null {
  const fields = splitFields(line);
  const minutes =
    readMinutes(fields[columns.minutes] ?? '') ??
    minutesBetween(fields[columns.joined] ?? '', fields[columns.left] ?? '');
  const { first, last } = columns;
  const names = first >= 0 && last >= 0 ? [fields[first], fields[last]] : [fields[columns.name]];
  const name = names.filter(Boolean).join(' ').slice(0, 160);
  const email = fields.find(isAddress) ?? null;
  return minutes !== null && (name || email)
    ? { name: name || (email ?? ''), email, minutes }
    : null;
}

const isAddress = (field: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(field);

/** A list without a header: the only field that is a duration, or the hours of joining and leaving. */
function readLine(line: string): Connection | null {
  const fields = splitFields(line);
  const clocks = fields.filter((field) => hourOf(field) !== null);
  const durations = fields.map(readMinutes);
  const others = fields.filter((field, i) => durations[i] !== null && hourOf(field) === null);
  const [joined = '', left = ''] = clocks;
  // Of several bare numbers nobody can tell which one is the time connected.
  const only =
    others.length === 1 ? others[0] : clocks.length === 1 && !others.length ? joined : '';
  const minutes = readMinutes(only ?? '') ?? minutesBetween(joined, left);
  if (minutes === null) return null;
  const email = fields.find(isAddress) ?? null;
  const name =
    fields.find(
      (field, i) =>
        field !== email &&
        durations[i] === null &&
        hourOf(field) === null &&
        /\p{L}{2}/u.test(field) &&
        !isTotal(field),
    ) ?? email;
  return name ? { name: name.slice(0, 160), email, minutes } : null;
}

/** « Nombre de participants 4 » is of the meeting, not a person. */
const isTotal = (field: string) =>
  /^(nombre|number|total|durée|duration|résumé|summary|titre|meeting|réunion|attended)\b/i.test(
    field,
  );

/** Minutes from midnight of « 20:01:05 », « 8:01 PM », « 25/05/2023 20:01 »; null for anything else. */
function hourOf(text: string): number | null {
  const clock = /(?:^|[\s,T])(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap]\.?m\.?)?$/i.exec(text.trim());
  if (!clock) return null;
  const hours = Number(clock[1]);
  const late = clock[3]?.toLowerCase().startsWith('p');
  const early = clock[3]?.toLowerCase().startsWith('a');
  const of24 = late ? (hours % 12) + 12 : early ? hours % 12 : hours;
  return of24 < 24 ? 60 * of24 + Number(clock[2]) : null;
}

/** Past midnight too: a connection lasts less than a day. */
function minutesBetween(joined: string, left: string): number | null {
  const [from, to] = [hourOf(joined), hourOf(left)];
  return from === null || to === null ? null : (to - from + 24 * 60) % (24 * 60);
}

/** By tabs, else by semicolons, else by commas; a field in quotes may hold the separator. */
function splitFields(line: string): string[] {
  const separator = ['\t', ';', ','].find((each) => line.includes(each)) ?? '\t';
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) {
      fields.push(field.trim());
      field = '';
    } else field += character;
  }
  return [...fields, field.trim()];
}

/**
 * « 112 », « 112 min », « 1:52 », « 1:52:10 », « 1 h 52 », « 1h 52m 10s », « 50 s »: whole minutes, those
 * begun left out; null for anything else.
 */
export function readMinutes(text: string): number | null {
  const plain = /^(\d{1,4})(?:[.,]\d+)?\s*(?:m|min|mn|minutes?)?\.?$/i.exec(text);
  if (plain) return Number(plain[1]);
  const clock = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const spoken =
    /^(?:(\d{1,2})\s*h(?:eures?|ours?|rs?)?)?\s*(?:(\d{1,3})(?:\s*m(?:in(?:utes?)?|n)?)?(?!\d|\s*s))?\s*(?:(\d{1,2})\s*s(?:ec(?:ond[es]*)?)?)?$/i.exec(
      text,
    );
  if (spoken && (spoken[1] || spoken[2] || spoken[3]))
    return Number(spoken[1] ?? 0) * 60 + Number(spoken[2] ?? 0);
  return null;
}

/** Whom of the roll a connection is: by the address, else by a name that only one person has. */
export function findConnected(
  entries: readonly RollEntry[],
  { name, email }: Connection,
): RollEntry | null {
  const key = email && emailKey(email);
  const byAddress = key ? entries.find((entry) => entry.emailKey === key) : undefined;
  if (byAddress) return byAddress;
  // « Zoé Arnaud (RPE Alès) »: what stands in brackets is the tool's or the person's remark.
  const wanted = nameWords(name.replace(/\(.*?\)/g, ' '));
  const same = entries.filter((entry) => nameWords(entry.name) === wanted);
  return same.length === 1 ? (same[0] ?? null) : null;
}
