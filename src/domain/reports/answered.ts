import { sum } from './figure';
import { participationsOf } from './figures';
import type { Facts } from './load-facts';

/** How many answered the closed questionnaires, of how many who were there. */
export type Answered = {
  surveys: number;
  answers: number;
  /** Null: at one of them nobody noted how many were there. */
  present: number | null;
};

export function countAnswered({
  surveys,
  sessions,
}: Pick<Facts, 'surveys' | 'sessions'>): Answered {
  const closed = surveys.filter(({ state }) => state === 'closed');
  const there = closed.map(({ sessionId }) => {
    const session = sessions.find(({ id }) => id === sessionId);
    return session ? participationsOf(session) : null;
  });
  return {
    surveys: closed.length,
    answers: sum(closed.map(({ answers }) => answers)),
    present: there.includes(null) ? null : sum(there.map((count) => count ?? 0)),
  };
}
