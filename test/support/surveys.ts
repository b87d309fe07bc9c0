/** Surveys for tests, and people who answer them. */

import { type Ballot, receiveAnswer } from '../../src/domain/surveys/answer';
import { type AnswerFields, type Answers, readAnswers } from '../../src/domain/surveys/answers';
import { standardQuestionsOf } from '../../src/domain/surveys/bank';
import { findSurvey } from '../../src/domain/surveys/find-survey';
import {
  addSlips,
  listSlipCodes,
  type OpenInput,
  openSurvey,
} from '../../src/domain/surveys/open-survey';
import type { Survey } from '../../src/domain/surveys/schema';
import { ballotHash } from '../../src/domain/surveys/tokens';
import { newToken } from '../../src/lib/tokens';
import { bindings, db } from './db';
import { aSession, now } from './fixtures';

export const secret = String(bindings.SIGNING_SECRET);
export const by = { now, actor: 'system' as const };

export async function aSurvey({
  slips = 0,
  ...values
}: Partial<OpenInput> & { slips?: number } = {}): Promise<Survey> {
  const outcome = await openSurvey(
    db,
    {
      sessionId: values.sessionId ?? (await aSession()).id,
      moment: 'after',
      questions: standardQuestionsOf('after'),
      roomOpen: true,
      expected: 30,
      ...values,
    },
    by,
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  const survey = await reread(outcome);
  if (!slips) return survey;
  await addSlips(db, survey, slips, { ...by, secret });
  return reread(outcome);
}

export async function reread({ id }: { id: number }): Promise<Survey> {
  const survey = await findSurvey(db, id);
  if (!survey) throw new Error(`no survey ${id}`);
  return survey;
}

export const slipsOf = (survey: Survey) => listSlipCodes(secret, survey);

/** What someone who was content answers, unless told otherwise. */
export function answersTo(survey: Survey, fields: AnswerFields = {}): Answers {
  const read = readAnswers(survey, {
    q_welcome: '4',
    q_content: '4',
    q_duration: '3',
    q_free_to_speak: 'yes',
    q_more: 'yes',
    ...fields,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.answers;
}

/** One answer by the room's code, or by the ballot given. */
export async function someoneAnswers(survey: Survey, fields: AnswerFields = {}, ballot?: Ballot) {
  const own: Ballot = ballot ?? {
    hash: await ballotHash(secret, `room:${newToken()}`),
    way: 'room',
  };
  return receiveAnswer(db, survey, answersTo(survey, fields), own);
}

export const slipBallot = async (code: string): Promise<Ballot> => ({
  hash: await ballotHash(secret, code),
  way: 'slip',
});
