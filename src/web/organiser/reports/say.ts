/** Figures and what their lines are about, as people read them. */

import { type Member, mayOrganise } from '../../../domain/organisers/permissions';
import type { Dimension, Filter } from '../../../domain/reports/breakdown';
import { online, unnamed } from '../../../domain/reports/breakdown';
import { type About, type Figure, type FigureKey, isUnknown } from '../../../domain/reports/figure';
import type { Index } from '../../../domain/reports/lines-index';
import type { SnapshotHead } from '../../../domain/reports/snapshots';
import { isDay, localDay, sayDay, sayMonth, sayTime } from '../../../lib/dates';
import { sayPercent } from '../../../lib/percent';
import { nameKey, typeset } from '../../../lib/text';
import type { Reader } from '../../context';

/** Made once: a report says thousands of numbers; a minus is no hyphen. */
const formats = {
  fr: new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
};

export const sayNumber = (n: number, { locale }: Pick<Reader, 'locale'>) =>
  formats[locale].format(n).replace('-', '\u2212');

export function sayValue(key: FigureKey, value: number, reader: Reader): string {
  if (!key.endsWith('_minutes')) return sayNumber(value, reader);
  const minutes = Math.round(value);
  if (!minutes) return '0';
  return reader.t.programme.duration(Math.floor(minutes / 60), minutes % 60);
}

export function sayFigure(figure: Figure, reader: Reader): string {
  const { key, value, whole } = figure;
  if (isUnknown(figure)) return reader.t.reports.noRate;
  return whole ? sayRate(value, whole, reader) : sayValue(key, value, reader);
}

export const sayRate = (value: number, whole: number, reader: Reader) =>
  reader.t.reports.rate(
    sayPercent(value, whole, reader.locale),
    sayNumber(value, reader),
    sayNumber(whole, reader),
  );

/** The name of a group of a breakdown. */
export function sayGroup(
  by: Dimension,
  group: string,
  index: Index,
  { t, locale }: Reader,
): string {
  const text = t.reports.by;
  if (group === unnamed) {
    const texts: Partial<Record<Dimension, string>> = {
      month: text.undated,
      kind: t.reports.lists.noted,
    };
    return texts[by] ?? text.unknown;
  }
  if ((by === 'town' || by === 'territory') && group === online) return text.online;
  if (by === 'month') return isDay(`${group}-01`) ? sayMonth(group, locale) : group;
  const labels: Partial<Record<Dimension, Record<string, string>>> = {
    type: t.programme.types,
    audience: t.programme.audiences,
    kind: t.meetings.kinds,
  };
  if (by === 'title') {
    const titles = Object.values(index.handouts).map(({ title }) => title);
    return typeset(titles.find((title) => nameKey(title) === group) ?? group);
  }
  if (by === 'action') return typeset(index.actions[Number(group)]?.title ?? group);
  const said = labels[by];
  // A group may be anything that an address says: « constructor » is no type.
  return said && Object.hasOwn(said, group) ? (said[group] ?? group) : group;
}

/** What a filter leaves: « Type : Formation ». */
export const sayFilter = (filter: Filter, index: Index, reader: Reader): string[] =>
  Object.entries(filter).flatMap(([by, groups]) =>
    groups.map((group) => sayGroup(by as Dimension, group, index, reader)),
  );

export type Said = { text: string; date: string; action: string };

/** What a line is about: its name, its day, and the actions that it belongs to. */
export function sayAbout(about: About, index: Index, reader: Reader): Said {
  const { t, locale } = reader;
  const titles = (ids: readonly number[]) =>
    ids.map((id) => typeset(index.actions[id]?.title ?? '')).join(' · ');
  switch (about.of) {
    case 'session': {
      const session = index.sessions[about.id];
      return {
        text: typeset(session?.title ?? ''),
        date: saySessionDay(session, index, reader),
        action: titles(session ? [session.actionId] : []),
      };
    }
    case 'meeting': {
      const meeting = index.meetings[about.id];
      return {
        text: [meeting && t.meetings.kinds[meeting.kind], meeting?.subject]
          .filter(Boolean)
          .join(' – '),
        date: meeting?.heldOn
          ? sayDay(Date.parse(`${meeting.heldOn}T12:00Z`), locale, 'UTC')
          : t.reports.by.undated,
        action: titles(meeting?.actionIds ?? []),
      };
    }
    case 'handout': {
      const handout = index.handouts[about.id];
      return {
        text: typeset(handout?.title ?? ''),
        date: sayLocalDay(handout?.givenOn, locale),
        action: titles(handout?.actionId ? [handout.actionId] : []),
      };
    }
    case 'loan': {
      const loan = index.loans[about.id];
      return {
        text: typeset([loan?.item, loan?.borrower].filter(Boolean).join(' – ')),
        date: sayLocalDay(loan?.lentOn, locale),
        action: titles(loan?.actionId ? [loan.actionId] : []),
      };
    }
    case 'publication':
      return { text: typeset(about.title), date: '', action: '' };
    case 'action':
      return { text: titles([about.id]), date: '', action: '' };
    case 'actions':
      return { text: t.reports.lists.noted, date: '', action: titles(about.ids) };
    case 'name':
      return { text: about.name, date: '', action: '' };
    case 'times':
      return { text: t.reports.lists.times(about.times), date: '', action: '' };
  }
}

/** A local day has no hour: it is said in UTC, where it was put. */
export const sayLocalDay = (day: string | undefined, locale: Reader['locale']) =>
  day === undefined ? '' : sayDay(Date.parse(`${day}T12:00Z`), locale, 'UTC');

function saySessionDay(
  session: Index['sessions'][number] | undefined,
  { timeZone }: Index,
  { t, locale }: Reader,
): string {
  if (!session) return '';
  if (session.startsAt !== null) return sayDay(session.startsAt, locale, timeZone);
  return session.standing === 'undated' ? t.actions.dateToCome : t.actions.dateUnrecorded;
}

export const sayTakenAt = (at: number, { locale, timeZone }: Reader) =>
  sayDay(Date.parse(`${localDay(at, timeZone)}T12:00Z`), locale, 'UTC');

/** Who made a copy, and when; readers, who see no names, are told when. */
export function sayFrozen(
  { frozenAt, frozenBy }: SnapshotHead,
  account: Member,
  { t, locale, timeZone }: Reader,
): string {
  const text = t.reports.snapshots;
  const at = typeset(
    text.at(sayDay(frozenAt, locale, timeZone), sayTime(frozenAt, locale, timeZone)),
  );
  return mayOrganise(account) && frozenBy !== null
    ? text.frozenBy(frozenBy, at)
    : text.frozenOn(at);
}
