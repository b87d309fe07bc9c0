import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { select } from '../../src/db/client';
import { recordAttendance } from '../../src/domain/attendance/record';
import { readAnswers } from '../../src/domain/surveys/answers';
import { standardQuestion, standardQuestionsOf } from '../../src/domain/surveys/bank';
import { smallestGroup, tellableGroups } from '../../src/domain/surveys/breakdown';
import { closeEndedSurveys, closeSurvey } from '../../src/domain/surveys/close-survey';
import { listComments, noteComment } from '../../src/domain/surveys/comments';
import { comparePools } from '../../src/domain/surveys/compare';
import { enterSurvey, findShared } from '../../src/domain/surveys/find-survey';
import { importTallies } from '../../src/domain/surveys/import-tallies';
import { askBreakdowns } from '../../src/domain/surveys/offer-breakdowns';
import {
  addSlips,
  discardSurvey,
  openSurvey,
  setRoomOpen,
} from '../../src/domain/surveys/open-survey';
import { takeSheetBack, typeInSheet } from '../../src/domain/surveys/paper';
import {
  findBrokenDown,
  findPaperTotals,
  findResults,
  type Results,
} from '../../src/domain/surveys/results';
import { ballots, type Survey, surveys } from '../../src/domain/surveys/schema';
import { revokeResults, shareResults } from '../../src/domain/surveys/share-results';
import { resultsToken } from '../../src/domain/surveys/tokens';
import { day, hour, toInstant } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { db } from '../support/db';
import { anAction, aSession, now } from '../support/fixtures';
import { metered } from '../support/meter';
import { registered } from '../support/people';
import {
  answersTo,
  aSurvey,
  by,
  reread,
  secret,
  slipBallot,
  slipsOf,
  someoneAnswers,
} from '../support/surveys';

const figures = (results: Results) =>
  Object.fromEntries(
    results.questions.map(({ question, favourable: f }) => [
      question.key,
      f && `${f.count}/${f.n} ${f.percent} %`,
    ]),
  );

const sheet = (survey: Survey, fields = {}, code = '') => ({
  answers: answersTo(survey, fields),
  code,
  submissionKey: newToken(),
});
const typeIn = (survey: Survey, fields = {}, code = '') =>
  typeInSheet(db, survey, sheet(survey, fields, code), { secret });

/** What the report of the conference of 25 May 2023 gives. */
const published = {
  welcome: '25/25 100 %',
  content: '24/25 96 %',
  duration: '23/25 92 %',
  free_to_speak: '25/25 100 %',
  more: '25/25 100 %',
};

describe('the conference of 25 May 2023: accueil 25/25 = 100 %, contenu 24/25 = 96 %, durée 23/25 = 92 %', () => {
  it('imported as the tallies that its report gives', async () => {
    const session = await aSession();
    const tallies = Object.entries({
      welcome: 25,
      content: 24,
      duration: 23,
      free_to_speak: 25,
      more: 25,
    });
    const input = {
      sessionId: session.id,
      moment: 'after' as const,
      answers: 25,
      tallies: tallies.flatMap(([key, favourable]) => {
        const question = standardQuestion(key);
        return question ? [{ question, n: 25, favourable }] : [];
      }),
    };
    const outcome = await importTallies(db, input, by);
    expect(outcome.ok).toBe(true);
    if (!outcome.ok) return;
    const results = await findResults(db, await reread(outcome));
    expect(results.answers).toBe(25);
    expect(figures(results)).toEqual(published);
    // The levels that the report does not give are not made up.
    expect(results.questions[1]?.options.filter((option) => option.count)).toEqual([
      { option: 'satisfied', count: 24 },
      { option: 'unsatisfied', count: 1 },
    ]);
    expect(await importTallies(db, input, by)).toEqual({ ok: false, reason: 'exists' });
    expect(await importTallies(db, { ...input, answers: 24, moment: 'later' }, by)).toEqual({
      ok: false,
      reason: 'do_not_add_up',
    });
  });

  it('typed in from 25 sheets of paper', async () => {
    const survey = await aSurvey();
    for (let n = 0; n < 25; n++) {
      const fields = { q_content: n ? '4' : '2', q_duration: n > 1 ? '3' : '1' };
      expect(await typeIn(survey, fields)).toEqual({ ok: true });
    }
    await closeSurvey(db, survey, by);
    const results = await findResults(db, await reread(survey));
    expect(results.answers).toBe(25);
    expect(results.byWay.paper).toBe(25);
    expect(figures(results)).toEqual(published);
  });
});

describe('each slip or link answers once', () => {
  it('whatever is sent again, and says that it was received', async () => {
    const survey = await aSurvey({ slips: 3 });
    const [code = ''] = await slipsOf(survey);
    const ballot = await slipBallot(code);
    expect(await someoneAnswers(survey, {}, ballot)).toEqual({ ok: true });
    for (let again = 0; again < 3; again++)
      expect(await someoneAnswers(survey, {}, ballot)).toEqual({
        ok: false,
        reason: 'already_received',
      });
    expect(await enterSurvey(db, secret, code)).toMatchObject({ way: 'slip', used: true });
    await closeSurvey(db, survey, by);
    expect((await findResults(db, survey)).byWay.slip).toBe(1);
  });

  it('of a hundred sendings of one slip at once, one counts', async () => {
    // Deleting « AND ${unspent} » from the UPDATE of survey_counts makes it a hundred.
    const survey = await aSurvey({ slips: 1 });
    const [code = ''] = await slipsOf(survey);
    const ballot = await slipBallot(code);
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, () => someoneAnswers(survey, { q_improve: 'Le son' }, ballot)),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    await closeSurvey(db, survey, by);
    const results = await findResults(db, survey);
    expect([results.answers, figures(results).welcome]).toEqual([1, '1/1 100 %']);
    expect(await listComments(db, survey)).toHaveLength(1);
  });

  it('a form of the open room code that is sent twice counts once', async () => {
    const survey = await aSurvey();
    const ballot = { hash: newToken(), way: 'room' as const };
    expect(await someoneAnswers(survey, {}, ballot)).toEqual({ ok: true });
    expect(await someoneAnswers(survey, {}, ballot)).toMatchObject({ reason: 'already_received' });
    await closeSurvey(db, survey, by);
    expect((await findResults(db, survey)).byWay.room).toBe(1);
  });

  it('a sheet that carries the code of a slip spends it, and the other way round', async () => {
    const survey = await aSurvey({ slips: 2 });
    const [first = '', second = ''] = await slipsOf(survey);
    expect(
      await typeIn(survey, {}, `${first.slice(0, 4)} ${first.slice(4)}`.toLowerCase()),
    ).toEqual({
      ok: true,
    });
    expect(await someoneAnswers(survey, {}, await slipBallot(first))).toMatchObject({ ok: false });
    expect(await someoneAnswers(survey, {}, await slipBallot(second))).toEqual({ ok: true });
    expect(await typeIn(survey, {}, second)).toEqual({ ok: false, reason: 'already_received' });
    expect(await typeIn(survey, {}, 'ZZZZ9999')).toEqual({ ok: false, reason: 'unknown_code' });
    const other = await aSurvey({ slips: 1 });
    const [foreign = ''] = await slipsOf(other);
    expect(await typeIn(survey, {}, foreign)).toEqual({ ok: false, reason: 'unknown_code' });
  });

  it('makes a slip’s code once however many make them at the same time', async () => {
    const survey = await aSurvey();
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => addSlips(db, survey, 40, { ...by, secret })),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toEqual([{ ok: true }]);
    const made = await slipsOf(await reread(survey));
    expect(new Set(made).size).toBe(40);
    expect(made.every((code) => /^[2-9A-HJKMNP-Z]{8}$/.test(code))).toBe(true);
    expect(await db.$count(ballots, eq(ballots.surveyId, survey.id))).toBe(40);
  });
});

describe('unknown, forged and ended entrances look the same', () => {
  it.each(['ZZZZZZ', 'ZZZZ9999', 'A'.repeat(24), 'not a code', ''])('%j', async (typed) => {
    expect(await enterSurvey(db, secret, typed)).toBeNull();
  });

  it('a slip of a closed survey, and a room whose code is shut', async () => {
    const survey = await aSurvey({ slips: 1 });
    const [code = ''] = await slipsOf(survey);
    await setRoomOpen(db, survey, false);
    expect(await enterSurvey(db, secret, survey.roomCode)).toBeNull();
    const ballot = { hash: newToken(), way: 'room' as const };
    expect(await someoneAnswers(survey, {}, ballot)).toMatchObject({ ok: false });
    await closeSurvey(db, survey, by);
    expect(await enterSurvey(db, secret, code)).toBeNull();
    expect(await someoneAnswers(survey, {}, await slipBallot(code))).toEqual({
      ok: false,
      reason: 'closed',
    });
    // The room's code is no secret: who comes too late is told so.
    expect(await enterSurvey(db, secret, survey.roomCode)).toMatchObject({ way: 'room' });
  });
});

describe('live results move in steps of five', () => {
  it('in their counts, their comments and their number', async () => {
    const survey = await aSurvey();
    const seen: number[][] = [];
    for (let n = 1; n <= 11; n++) {
      await someoneAnswers(survey, { q_improve: `nº ${n}` });
      const results = await findResults(db, survey);
      const welcome = results.questions[0]?.n ?? -1;
      seen.push([results.answers, welcome, (await listComments(db, survey)).length]);
    }
    const steps = [0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10];
    expect(seen).toEqual(steps.map((n) => [n, n, n]));
    await closeSurvey(db, survey, by);
    expect((await findResults(db, survey)).answers).toBe(11);
    expect(await listComments(db, survey)).toHaveLength(11);
  });

  it('and paper, which its typist has in hand, adds at once and lets no phone be told apart', async () => {
    const survey = await aSurvey();
    for (let n = 0; n < 4; n++) await someoneAnswers(survey);
    await typeIn(survey, { q_welcome: '1' });
    const results = await findResults(db, survey);
    expect([results.answers, figures(results).welcome]).toEqual([1, '0/1 0 %']);
    await someoneAnswers(survey);
    expect((await findResults(db, survey)).answers).toBe(6);
  });
});

describe('paper', () => {
  it('shows its typist the running totals, and takes back a sheet that was typed wrong', async () => {
    const survey = await aSurvey({ slips: 1 });
    const [code = ''] = await slipsOf(survey);
    await typeIn(survey);
    await typeIn(survey, { q_welcome: '1' }, code);
    expect((await findPaperTotals(db, survey)).sheets).toBe(2);
    const wrong = sheet(survey, { q_welcome: '1' }, code);
    expect(await takeSheetBack(db, survey, wrong, { secret })).toEqual({ ok: true });
    const totals = await findPaperTotals(db, survey);
    expect([totals.sheets, totals.questions[0]?.n]).toEqual([1, 1]);
    expect(totals.questions[0]?.favourable).toEqual({ count: 1, n: 1, percent: 100 });
    // Its slip can be used again; what was never typed can't be taken back.
    expect(await enterSurvey(db, secret, code)).toMatchObject({ used: false });
    const another = { ...wrong, submissionKey: newToken() };
    expect(await takeSheetBack(db, survey, another, { secret })).toEqual({
      ok: false,
      reason: 'no_such_sheet',
    });
    expect((await findPaperTotals(db, survey)).sheets).toBe(1);
  });

  it('takes one sheet back, of several alike, however often the button is pressed', async () => {
    const survey = await aSurvey();
    for (let n = 0; n < 3; n++) await typeIn(survey);
    const wrong = sheet(survey);
    for (let press = 0; press < 2; press++)
      expect(await takeSheetBack(db, survey, wrong, { secret })).toEqual({ ok: true });
    expect((await findPaperTotals(db, survey)).sheets).toBe(2);
  });

  it('never takes back what came by phone', async () => {
    const survey = await aSurvey();
    for (let n = 0; n < 5; n++) await someoneAnswers(survey);
    expect(await takeSheetBack(db, survey, sheet(survey), { secret })).toMatchObject({ ok: false });
    expect((await findResults(db, survey)).answers).toBe(5);
  });
});

describe('changing a questionnaire never rewrites answers given', () => {
  it('a survey keeps the questions that it was opened with', async () => {
    const survey = await aSurvey();
    await expect(
      db.update(surveys).set({ questions: [] }).where(eq(surveys.id, survey.id)),
    ).rejects.toThrow();
  });

  it('and is taken away only while nobody has answered', async () => {
    const survey = await aSurvey({ slips: 5 });
    expect(await discardSurvey(db, survey, by)).toEqual({ ok: true });
    const answered = await aSurvey({ sessionId: survey.sessionId });
    await someoneAnswers(answered);
    expect(await discardSurvey(db, answered, by)).toEqual({ ok: false, reason: 'answered' });
    expect(await reread(answered)).toEqual(answered);
  });

  it('a session has one survey for each of its three moments', async () => {
    const { sessionId } = await aSurvey();
    const again = {
      sessionId,
      questions: standardQuestionsOf('after'),
      roomOpen: true,
      expected: 10,
    };
    expect(await openSurvey(db, { ...again, moment: 'after' }, by)).toEqual({
      ok: false,
      reason: 'exists',
    });
    for (const moment of ['before', 'later'] as const)
      expect(await openSurvey(db, { ...again, moment }, by)).toMatchObject({ ok: true });
  });
});

describe('forms', () => {
  const asked = { questions: standardQuestionsOf('after'), breakdowns: [] };

  it('refuse what was not offered, and an empty one, before a slip is spent', () => {
    expect(readAnswers(asked, {})).toEqual({ ok: false, errors: { form: 'empty' } });
    expect(readAnswers(asked, { q_welcome: '5', q_more: ['yes', 'no'] })).toEqual({
      ok: false,
      errors: { q_welcome: 'unknown_choice', q_more: 'unknown_choice' },
    });
    expect(readAnswers(asked, { q_unknown: 'x', q_welcome: '' })).toMatchObject({ ok: false });
  });

  it('refuse oversized texts, and keep hostile ones as they are', () => {
    for (const text of ['a'.repeat(1001), '🎈'.repeat(600)])
      expect(readAnswers(asked, { q_improve: text })).toEqual({
        ok: false,
        errors: { q_improve: 'too_long' },
      });
    const hostile = '<script>alert(1)</script> =HYPERLINK("x") \u202ecod\u0000 😀 « ça »';
    const read = readAnswers(asked, { q_improve: hostile });
    expect(read.ok && read.answers.texts.improve).toBe(
      '<script>alert(1)</script> =HYPERLINK("x") cod 😀 « ça »',
    );
  });

  it('keep any text that they accept, byte for byte', async () => {
    const survey = await aSurvey();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (typed) => {
        const read = readAnswers(survey, { q_improve: typed });
        if (!read.ok) return;
        await typeInSheet(
          db,
          survey,
          { answers: read.answers, code: '', submissionKey: newToken() },
          { secret },
        );
        const kept = (await listComments(db, survey)).map((comment) => comment.text);
        expect(kept).toContain(read.answers.texts.improve);
      }),
      { numRuns: 25 },
    );
  });
});

describe('comments', () => {
  it('are tagged, redacted (nothing of what stood there stays), and marked publishable', async () => {
    const survey = await aSurvey();
    await typeIn(survey, { q_improve: 'Mme Durand parle trop vite' });
    const [comment] = await listComments(db, survey);
    if (!comment) throw new Error('no comment');
    expect(await listComments(db, survey, { publishable: true })).toEqual([]);
    await noteComment(db, survey, comment, {
      text: '[…] parle trop vite',
      tags: ['animation'],
      publishable: true,
    });
    expect(await listComments(db, survey, { publishable: true })).toEqual([
      {
        ...comment,
        text: '[…] parle trop vite',
        tags: ['animation'],
        redacted: true,
        publishable: true,
      },
    ]);
    const left = await select(db, sql`SELECT 1 FROM survey_comments WHERE body LIKE '%Durand%'`);
    expect(left).toEqual([]);
    const nowhere = { question: 'improve', place: 999 };
    const change = { text: 'x', tags: [], publishable: true };
    expect(await noteComment(db, survey, nowhere, change)).toMatchObject({ reason: 'unknown' });
  });

  it('find a place even when more people write than were expected', async () => {
    const survey = await aSurvey({ expected: 1 });
    for (let n = 0; n < 60; n++) await someoneAnswers(survey, { q_improve: `nº ${n}` });
    const texts = (await listComments(db, survey)).map((comment) => comment.text);
    expect(texts.sort()).toEqual(Array.from({ length: 60 }, (_, n) => `nº ${n}`).sort());
  });
});

describe('below five answers nothing is broken down, nor where the rest would be below five', () => {
  it('for any groups', () => {
    const sizes = fc.array(fc.nat({ max: 12 }), { maxLength: 8 });
    fc.assert(
      fc.property(sizes, fc.nat({ max: 9 }), (counts, without) => {
        const groups = counts.map((n) => ({ n }));
        const total = counts.reduce((sum, n) => sum + n, without);
        const told = tellableGroups(groups, total);
        const rest = total - told.reduce((sum, group) => sum + group.n, 0);
        expect(told.every((group) => group.n >= smallestGroup)).toBe(true);
        if (told.length) expect(rest === 0 || rest >= smallestGroup).toBe(true);
      }),
    );
    expect(tellableGroups([{ n: 8 }, { n: 6 }, { n: 4 }], 18)).toEqual([{ n: 8 }]);
    expect(tellableGroups([{ n: 8 }, { n: 6 }], 14)).toEqual([{ n: 8 }, { n: 6 }]);
    expect(tellableGroups([{ n: 20 }, { n: 3 }], 23)).toEqual([]);
  });
});

describe('side by side', () => {
  it('pools raw counts of closed surveys, never averages percentages, and leaves out small pools', async () => {
    const actionId = await anAction();
    // A year of its own, since the year is pooled over the whole network.
    const start = toInstant('2031-05-25T20:00', 'Europe/Paris');
    const at = (days: number) => ({
      slots: [{ startsAt: start + days * day, endsAt: start + days * day + 2 * hour }],
    });
    const [before, last, own, other] = await Promise.all([
      aSession({ actionId, ...at(-20) }),
      aSession({ actionId, ...at(-10) }),
      aSession({ actionId, ...at(0) }),
      aSession({ ...at(30) }),
    ]);
    const fill = async (sessionId: number, good: number, bad: number, close = true) => {
      const survey = await aSurvey({ sessionId });
      for (let n = 0; n < good + bad; n++)
        await typeIn(survey, { q_welcome: n < good ? '4' : '1' });
      if (close) await closeSurvey(db, survey, by);
      return reread(survey);
    };
    await fill(before.id, 9, 1);
    await fill(last.id, 1, 5);
    await fill(other.id, 3, 0, false);
    const survey = await fill(own.id, 6, 0);
    const pools = await comparePools(db, survey, own, 'Europe/Paris');
    const welcome = Object.fromEntries(
      Object.entries(pools).map(([pool, pooled]) => [pool, pooled.questions[0]?.favourable]),
    );
    expect(welcome).toEqual({
      others: { count: 10, n: 16, percent: 63 },
      last: { count: 1, n: 6, percent: 17 },
      year: { count: 16, n: 22, percent: 73 },
    });
  });
});

it('a shared link shows results until it is revoked, for good', async () => {
  const survey = await aSurvey();
  const link = async () => resultsToken(secret, await reread(survey));
  const first = await link();
  expect(await findShared(db, secret, first)).toBeNull();
  await shareResults(db, survey, by);
  expect((await findShared(db, secret, first))?.id).toBe(survey.id);
  expect(
    await findShared(db, secret, `${first.slice(0, -1)}${first.endsWith('A') ? 'B' : 'A'}`),
  ).toBeNull();
  await revokeResults(db, survey, by);
  await shareResults(db, survey, by);
  expect(await findShared(db, secret, first)).toBeNull();
  expect((await findShared(db, secret, await link()))?.id).toBe(survey.id);
});

it('closes when its time has come, and forgets who may still have answered', async () => {
  const survey = await aSurvey({ slips: 4, closesAt: now + day });
  expect(await closeEndedSurveys(db, now + day - 1)).toBe(0);
  expect(await closeEndedSurveys(db, now + day)).toBe(1);
  expect((await reread(survey)).state).toBe('closed');
  expect(await db.$count(ballots, eq(ballots.surveyId, survey.id))).toBe(0);
  expect(
    await select(db, sql`SELECT 1 FROM survey_comments WHERE survey_id = ${survey.id}`),
  ).toEqual([]);
});

it('an answer costs what it says, not what the survey holds', async () => {
  const survey = await aSurvey({ slips: 200, expected: 200 });
  const codes = await slipsOf(survey);
  const bill = async (i: number) => {
    const ballot = await slipBallot(codes[i] ?? '');
    const { receiveAnswer } = await import('../../src/domain/surveys/answer');
    const { bill } = await metered((db) => receiveAnswer(db, survey, answersTo(survey), ballot));
    return bill;
  };
  const first = await bill(0);
  for (let i = 1; i < 150; i++) await someoneAnswers(survey, {}, await slipBallot(codes[i] ?? ''));
  const later = await bill(150);
  expect(later).toEqual(first);
  expect(first.rowsWritten).toBeLessThan(20);
});

describe('profession is asked only where at least 5 people present share each choice offered', () => {
  /** The people present by profession; each is asked to answer. */
  async function room(present: Record<string, number>) {
    const session = await aSession({ capacity: 100, maxCapacity: 100 });
    const names = Object.entries(present).flatMap(([name, n]) => Array<string>(n).fill(name));
    const people = await Promise.all(
      names.map((profession) => registered(session, { profession })),
    );
    const marks = people.map(({ id }) => ({
      id: newToken(),
      slot: 0,
      who: { registrationId: id },
      state: 'present' as const,
      at: now,
    }));
    const over = { ...by, now: session.endsAt ?? now };
    await recordAttendance(db, session.id, { marks, source: 'tick' }, over);
    return aSurvey({ sessionId: session.id });
  }

  it('and told after closing only, never a group or a rest below five', async () => {
    const survey = await room({
      'Assistante maternelle': 8,
      'assistante  Maternelle': 1,
      Puéricultrice: 6,
      Médecin: 4,
    });
    expect(await askBreakdowns(db, survey)).toEqual({ ok: true });
    const asked = await reread(survey);
    expect(asked.breakdowns).toEqual([
      {
        dimension: 'profession',
        choices: [
          { key: 'assistante-maternelle', label: 'Assistante maternelle' },
          { key: 'puericultrice', label: 'Puéricultrice' },
        ],
      },
    ]);
    const answer = async (times: number, de_profession: string, q_welcome: string) => {
      for (let n = 0; n < times; n++) await someoneAnswers(asked, { de_profession, q_welcome });
    };
    await answer(6, 'assistante-maternelle', '4');
    await answer(5, 'puericultrice', '1');
    await answer(5, '', '4');
    expect(await findBrokenDown(db, asked, await findResults(db, asked))).toEqual([]);
    await closeSurvey(db, asked, by);
    const closed = await reread(survey);
    const [told] = await findBrokenDown(db, closed, await findResults(db, closed));
    expect(told?.rows[0]?.groups).toEqual([
      {
        key: 'assistante-maternelle',
        label: 'Assistante maternelle',
        favourable: { count: 6, n: 6, percent: 100 },
      },
      { key: 'puericultrice', label: 'Puéricultrice', favourable: { count: 0, n: 5, percent: 0 } },
    ]);
  });

  it('not where one choice only would be offered, nor once someone has answered', async () => {
    expect(await askBreakdowns(db, await room({ Médecin: 9, Puéricultrice: 4 }))).toMatchObject({
      reason: 'too_few',
    });
    const answered = await room({ Médecin: 5, Puéricultrice: 5 });
    await someoneAnswers(answered);
    expect(await askBreakdowns(db, answered)).toMatchObject({ reason: 'answered' });
    expect((await reread(answered)).breakdowns).toEqual([]);
  });
});
