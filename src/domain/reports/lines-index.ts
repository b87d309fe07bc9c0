/** What lists say of the sessions, actions, meetings, publications and loans that their lines are about. */
import type { HandoutFact, LoanFact } from './handout-facts';
import type { ActionFact, Facts, SessionFact } from './load-facts';
import type { MeetingFact } from './meeting-facts';

const sessionNames = [
  'code',
  'title',
  'actionId',
  'startsAt',
  'standing',
  'mode',
  'venueId',
  'venue',
  'town',
  'territory',
  'occurrences',
] as const;
const actionNames = ['title', 'type', 'audience', 'networks', 'carriers', 'carrierIds'] as const;
const meetingNames = ['kind', 'heldOn', 'subject', 'actionIds', 'occurrences', 'excused'] as const;
const handoutNames = ['title', 'givenOn', 'actionId', 'organisationId'] as const;
const loanNames = [
  'item',
  'borrower',
  'lentOn',
  'dueOn',
  'standing',
  'actionId',
  'organisationId',
] as const;

type ById<T, Names extends readonly (keyof T)[]> = Record<number, Pick<T, Names[number]>>;

/** By id. A frozen copy keeps it as it is here. */
export type Index = {
  timeZone: string;
  sessions: ById<SessionFact, typeof sessionNames>;
  actions: ById<ActionFact, typeof actionNames>;
  meetings: ById<MeetingFact, typeof meetingNames>;
  handouts: ById<HandoutFact, typeof handoutNames>;
  loans: ById<LoanFact, typeof loanNames>;
};

export const indexOf = (facts: Facts): Index => ({
  timeZone: facts.scope.timeZone,
  sessions: byId(facts.sessions, sessionNames),
  actions: byId(facts.actions, actionNames),
  meetings: byId(facts.meetings, meetingNames),
  handouts: byId(facts.handouts, handoutNames),
  loans: byId(facts.loans, loanNames),
});

const byId = <T extends { id: number }, K extends keyof T>(
  items: readonly T[],
  names: readonly K[],
) =>
  Object.fromEntries(
    items.map((item) => [item.id, Object.fromEntries(names.map((name) => [name, item[name]]))]),
  ) as Record<number, Pick<T, K>>;
