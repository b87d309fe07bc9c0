/** Surveys by what opens them, and by their session. */
import { and, asc, eq, max } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { sameText } from '../../lib/tokens';
import { ballots, markBase, type Survey, surveyCounts, surveys } from './schema';
import { ballotHash, type Entrance, readEntrance, resultsToken } from './tokens';

export type Entered = {
  survey: Survey;
  way: Entrance['way'];
  /** The hash of the slip or of the link; null for the room, whose forms bring a key of their own. */
  hash: string | null;
  used: boolean;
  muted: boolean;
};

/**
 * What a code or a link opens, or null: unknown, forged and ended ones look the same. A slip or a link
 * that was used is found, so that its page can say « déjà reçu, merci ».
 */
export async function enterSurvey(
  db: Database,
  secret: string,
  typed: string,
): Promise<Entered | null> {
  const entrance = readEntrance(typed);
  if (!entrance) return null;
  const { way, token } = entrance;
  if (way === 'room') {
    const [survey] = await db.select().from(surveys).where(eq(surveys.roomCode, token));
    const mayEnter = survey && (survey.roomOpen || survey.state === 'closed') && !survey.imported;
    return mayEnter ? { survey, way, hash: null, used: false, muted: false } : null;
  }
  const hash = await ballotHash(secret, token);
  const [found] = await db
    .select({ survey: surveys, state: ballots.state })
    .from(ballots)
    .innerJoin(surveys, eq(surveys.id, ballots.surveyId))
    .where(eq(ballots.hash, hash));
  if (!found) return null;
  const { survey, state } = found;
  return { survey, way, hash, used: state === 'used', muted: state === 'mute' };
}

export async function findSurvey(db: Database, id: number): Promise<Survey | null> {
  const [survey] = await db.select().from(surveys).where(eq(surveys.id, id));
  return survey ?? null;
}

/** The survey whose results a link shares, or null: unknown, forged and revoked look the same. */
export async function findShared(
  db: Database,
  secret: string,
  token: string,
): Promise<Survey | null> {
  const match = /^([0-9a-z]{1,10})-[\w-]{24}$/.exec(token);
  if (!match?.[1]) return null;
  const [survey] = await db
    .select()
    .from(surveys)
    .where(and(eq(surveys.id, Number.parseInt(match[1], 36)), eq(surveys.shared, true)));
  if (!survey) return null;
  return sameText(token, await resultsToken(secret, survey)) ? survey : null;
}

export const listSurveysOf = (db: Database, sessionId: number): Promise<Survey[]> =>
  db.select().from(surveys).where(eq(surveys.sessionId, sessionId)).orderBy(asc(surveys.id));

/** Whether anyone has answered, which no one can take back. */
export async function isAnswered(db: Database, survey: Pick<Survey, 'id'>): Promise<boolean> {
  const [row] = await db
    .select({ marks: max(surveyCounts.marks) })
    .from(surveyCounts)
    .where(eq(surveyCounts.surveyId, survey.id));
  return (row?.marks ?? markBase) > markBase;
}
