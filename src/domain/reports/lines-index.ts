/** What lists say of the sessions, actions, meetings, publications and loans that their lines are about. */
import type { ActionType, Audience, Mode } from '../catalogue/schema';
import type { HandoutFact, LoanFact } from './handout-facts';
import type { Facts, Standing } from './load-facts';
import type { MeetingFact } from './meeting-facts';

/** By id. */
export type Index = {
  timeZone: string;
  sessions: Record<
    number,
    {
      code: string;
      title: string;
      actionId: number;
      startsAt: number | null;
      standing: Standing;
      mode: Mode | null;
      venueId: number | null;
      venue: string | null;
      town: string | null;
      territory: string | null;
      occurrences: number;
    }
  >;
  actions: Record<
    number,
    {
      title: string;
      type: ActionType;
      audience: Audience;
      networks: string[];
      carriers: string[];
      carrierIds: number[];
    }
  >;
  meetings: Record<
    number,
    Pick<MeetingFact, 'kind' | 'heldOn' | 'subject' | 'actionIds' | 'occurrences' | 'excused'>
  >;
  handouts: Record<number, Pick<HandoutFact, 'title' | 'givenOn' | 'actionId' | 'organisationId'>>;
  loans: Record<
    number,
    Pick<
      LoanFact,
      'item' | 'borrower' | 'lentOn' | 'dueOn' | 'standing' | 'actionId' | 'organisationId'
    >
  >;
};

export function indexOf({ scope, sessions, actions, meetings, handouts, loans }: Facts): Index {
  return {
    timeZone: scope.timeZone,
    sessions: byId(
      sessions,
      ({
        code,
        title,
        actionId,
        startsAt,
        standing,
        mode,
        venueId,
        venue,
        town,
        territory,
        occurrences,
      }) => ({
        code,
        title,
        actionId,
        startsAt,
        standing,
        mode,
        venueId,
        venue,
        town,
        territory,
        occurrences,
      }),
    ),
    actions: byId(actions, ({ title, type, audience, networks, carriers, carrierIds }) => ({
      title,
      type,
      audience,
      networks,
      carriers,
      carrierIds,
    })),
    meetings: byId(meetings, ({ kind, heldOn, subject, actionIds, occurrences, excused }) => ({
      kind,
      heldOn,
      subject,
      actionIds,
      occurrences,
      excused,
    })),
    handouts: byId(handouts, ({ title, givenOn, actionId, organisationId }) => ({
      title,
      givenOn,
      actionId,
      organisationId,
    })),
    loans: byId(loans, ({ item, borrower, lentOn, dueOn, standing, actionId, organisationId }) => ({
      item,
      borrower,
      lentOn,
      dueOn,
      standing,
      actionId,
      organisationId,
    })),
  };
}

const byId = <T extends { id: number }, U>(items: readonly T[], pick: (item: T) => U) =>
  Object.fromEntries(items.map((item) => [item.id, pick(item)])) as Record<number, U>;
