/**
 * The list of connections that a video tool gives: names or addresses with the time connected, in
 * whatever order the tool puts its columns. Several connections of one person add up. Nobody is noted
 * by this alone: the organiser sees what was recognised, and decides.
 */
import { emailKey, nameKey } from '../../lib/text';
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
  const found = new Map<string, Connection>();
  const unread: string[] = [];
  for (const line of text.split(/\r?\n/).slice(0, 4 * mostConnections)) {
    if (!line.trim()) continue;
    const read = readLine(line);
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

function readLine(line: string): Connection | null {
  const fields = splitFields(line);
  // The duration stands after the name; a tool may put the hours of joining and leaving between.
  const durations = fields.map(readMinutes);
  const last = durations.findLastIndex((minutes) => minutes !== null);
  const minutes = durations[last];
  if (minutes == null || last === 0) return null;
  const email = fields.find((field) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(field)) ?? null;
  const name =
    fields.find(
      (field, i) => field !== email && durations[i] === null && /\p{L}{2}/u.test(field),
    ) ?? email;
  return name ? { name: name.slice(0, 160), email, minutes } : null;
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

/** « 112 », « 112 min », « 1:52 », « 1:52:10 », « 1 h 52 », « 1h 52m 10s »: whole minutes; null for anything else. */
export function readMinutes(text: string): number | null {
  const plain = /^(\d{1,4})(?:[.,]\d+)?\s*(?:m|min|mn|minutes?)?\.?$/i.exec(text);
  if (plain) return Number(plain[1]);
  const clock = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const spoken =
    /^(?:(\d{1,2})\s*h(?:eures?|ours?)?)?\s*(?:(\d{1,2})\s*(?:m(?:in(?:utes?)?|n)?)?)?\s*(?:\d{1,2}\s*s(?:ec)?)?$/i.exec(
      text,
    );
  if (spoken && (spoken[1] || spoken[2]))
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
  const words = (text: string) => nameKey(text).split(' ').sort().join(' ');
  // « Zoé Arnaud (RPE Alès) »: what stands in brackets is the tool's or the person's remark.
  const wanted = words(name.replace(/\(.*?\)/g, ' '));
  const same = entries.filter((entry) => words(entry.name) === wanted);
  return same.length === 1 ? (same[0] ?? null) : null;
}
