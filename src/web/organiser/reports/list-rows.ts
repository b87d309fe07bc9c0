/** The lines of a list as its page shows them, each leading to what it is about for those who may go there. */

import { type Member, mayManage } from '../../../domain/organisers/permissions';
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
