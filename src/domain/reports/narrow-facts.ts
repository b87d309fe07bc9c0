import type { Facts } from './load-facts';

/** The same facts, of one action alone: its fiche beside the year's report reads nothing twice. */
export function narrow(facts: Facts, actionId: number): Facts {
  const sessions = facts.sessions.filter((session) => session.actionId === actionId);
  const ids = new Set(sessions.map((session) => session.id));
  const isOwn = ({ sessionId }: { sessionId: number }) => ids.has(sessionId);
  return {
    ...facts,
    scope: { ...facts.scope, actionId },
    sessions,
    meetings: facts.meetings.filter((meeting) => meeting.actionIds.includes(actionId)),
    handouts: facts.handouts.filter((fact) => fact.actionId === actionId),
    loans: facts.loans.filter((fact) => fact.actionId === actionId),
    people: facts.people.filter(isOwn),
    surveys: facts.surveys.filter(isOwn),
    reported: facts.reported.filter((fact) => fact.actionId === actionId),
  };
}
