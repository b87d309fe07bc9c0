/** The lines of a list as its page shows them, each leading to what it is about for those who may go there. */

import { type Member, mayAdminister, mayManage } from '../../../domain/organisers/permissions';
import type { About, Line } from '../../../domain/reports/figure';
import type { Index } from '../../../domain/reports/lines-index';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { sayAbout } from './say';

export type ListRow = {
  text: string;
  href: string | null;
  date: string;
  action: string;
  /** Where a session takes place, and where what is not known of it can be filled in. */
  place?: { text: string; href: string | null };
  value: number;
  whole?: number;
  about: About;
};

type Who = { reader: Reader; account: Member };

export const rowsOf = (lines: readonly Line[], index: Index, who: Who): ListRow[] =>
  lines.map(({ about, ...figures }) => ({
    ...sayAbout(about, index, who.reader),
    href: hrefOf(about, index, who.account),
    about,
    ...figures,
  }));

/** Sessions of a place whose town nobody noted: it is filled in once, in the directory of venues. */
export const rowsByPlace = (lines: readonly Line[], index: Index, who: Who): ListRow[] =>
  rowsOf(lines, index, who).map((row) => {
    const session = row.about.of === 'session' ? index.sessions[row.about.id] : undefined;
    if (!session) return row;
    const { venueId, venue, code, actionId } = session;
    const mayWork = mayManage(who.account, index.actions[actionId]?.carrierIds ?? []);
    // Whoever can't correct the directory can say it with the session.
    const href =
      venueId && mayAdminister(who.account)
        ? links.directoryEntry('lieux', venueId)
        : mayWork
          ? links.sessionEdit(code)
          : null;
    return { ...row, place: { text: venue ?? who.reader.t.reports.lists.noPlace, href } };
  });

const mayChange = (account: Member, item: { organisationId: number | null } | undefined) =>
  item !== undefined &&
  mayManage(account, item.organisationId === null ? [] : [item.organisationId]);

/** Attendance and meetings are for those who work on the action; a reader has the counts. */
export function hrefOf(about: About, index: Index, account: Member): string | null {
  const mayWork = (ids: readonly number[]) =>
    mayManage(
      account,
      ids.flatMap((id) => index.actions[id]?.carrierIds ?? []),
    );
  switch (about.of) {
    case 'session': {
      const session = index.sessions[about.id];
      return session && mayWork([session.actionId]) ? links.attendance(session.code) : null;
    }
    case 'meeting':
      return mayWork(index.meetings[about.id]?.actionIds ?? []) ? links.meeting(about.id) : null;
    case 'handout':
      return mayChange(account, index.handouts[about.id]) ? links.handout(about.id) : null;
    case 'loan':
      return mayChange(account, index.loans[about.id]) ? links.loan(about.id) : null;
    case 'action':
      return links.action(about.id);
    default:
      return null;
  }
}
