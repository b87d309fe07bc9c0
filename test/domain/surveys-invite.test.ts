import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { select } from '../../src/db/client';
import { recordAttendance } from '../../src/domain/attendance/record';
import type { Registration } from '../../src/domain/registrations/schema';
import { closeSurvey } from '../../src/domain/surveys/close-survey';
import { enterSurvey } from '../../src/domain/surveys/find-survey';
import {
  countInvitees,
  invitePresent,
  sendDueReminders,
  setReminds,
  whomToRemind,
} from '../../src/domain/surveys/invite';
import { muteReminder } from '../../src/domain/surveys/mute-reminder';
import { discardSurvey } from '../../src/domain/surveys/open-survey';
import type { Survey } from '../../src/domain/surveys/schema';
import { ballotHash, linkToken } from '../../src/domain/surveys/tokens';
import { day } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { db } from '../support/db';
import { aSession, evening, now } from '../support/fixtures';
import { kindsOf, registered } from '../support/people';
import { aSurvey, by, reread, secret, someoneAnswers } from '../support/surveys';

/** A survey whose session has `present` people in the room and one who did not come, all invited. */
async function invited(present: number) {
  const session = await aSession({ capacity: 50, maxCapacity: 50 });
  const people: Registration[] = [];
  for (let n = 0; n < present; n++) people.push(await registered(session));
  const absent = await registered(session);
  const withoutAddress = { key: newToken(), name: 'Sans adresse' };
  await recordAttendance(
    db,
    session.id,
    {
      source: 'tick',
      walkIns: [withoutAddress],
      marks: [
        ...people.map(({ id }) => ({ who: { registrationId: id }, state: 'present' as const })),
        { who: { registrationId: absent.id }, state: 'absent' as const },
        { who: { walkInKey: withoutAddress.key }, state: 'present' as const },
      ].map((mark) => ({ ...mark, id: newToken(), slot: 0, at: evening.startsAt })),
    },
    { now: evening.startsAt, actor: 'system' },
  );
  const survey = await aSurvey({ sessionId: session.id, roomOpen: false });
  const outcome = await invitePresent(db, survey, { ...by, secret });
  return { survey: await reread(survey), people, absent, outcome };
}

const token = (survey: Survey, person: Registration) => linkToken(secret, survey, person);
const answerOf = async (survey: Survey, person: Registration) =>
  someoneAnswers(
    survey,
    {},
    {
      way: 'link',
      hash: await ballotHash(secret, await token(survey, person)),
    },
  );
const surveyMails = async (people: readonly Registration[]) =>
  (await Promise.all(people.map(kindsOf))).map((kinds) =>
    kinds.filter((k) => k.startsWith('survey')),
  );

describe('a personal link by mail to those present', () => {
  it('reaches each of them once, answers once, and reaches no one else', async () => {
    const { survey, people, absent, outcome } = await invited(6);
    expect(outcome).toEqual({ ok: true, invited: 6 });
    expect(await countInvitees(db, survey)).toBe(6);
    expect(await invitePresent(db, survey, { ...by, secret })).toEqual({ ok: true, invited: 0 });
    expect(await surveyMails(people)).toEqual(people.map(() => ['survey_invitation']));
    expect(await surveyMails([absent])).toEqual([[]]);
    const [first] = people;
    if (!first) return;
    expect(await enterSurvey(db, secret, await token(survey, first))).toMatchObject({
      way: 'link',
    });
    expect(await enterSurvey(db, secret, await token(survey, absent))).toBeNull();
    expect(await answerOf(survey, first)).toEqual({ ok: true });
    expect(await answerOf(survey, first)).toMatchObject({ reason: 'already_received' });
  });

  it('goes out again when the survey was taken away and opened anew', async () => {
    const { survey, people } = await invited(3);
    expect(await discardSurvey(db, survey, by)).toEqual({ ok: true });
    expect((await surveyMails(people)).flat()).toEqual([]);
    const again = await aSurvey({ sessionId: survey.sessionId });
    expect(await invitePresent(db, again, { ...by, secret })).toEqual({ ok: true, invited: 3 });
  });

  it('goes to those who have a place when it asks what they expect', async () => {
    const session = await aSession();
    const person = await registered(session);
    const survey = await aSurvey({ sessionId: session.id, moment: 'before' });
    expect(await invitePresent(db, survey, { ...by, secret })).toEqual({ ok: true, invited: 1 });
    expect(await surveyMails([person])).toEqual([['survey_invitation']]);
    const empty = await aSurvey();
    expect(await invitePresent(db, empty, { ...by, secret })).toEqual({
      ok: false,
      reason: 'nobody',
    });
  });
});

describe('one reminder, three days later, to those who have not used their link', () => {
  const later = { now: now + 3 * day, secret };

  it('and once only', async () => {
    const { survey, people } = await invited(12);
    for (const person of people.slice(0, 5)) await answerOf(survey, person);
    const muted = people[5];
    if (!muted) return;
    await muteReminder(db, await ballotHash(secret, await token(survey, muted)));
    await sendDueReminders(db, { ...later, now: later.now - 1 });
    expect((await reread(survey)).remindedAt).toBeNull();
    await sendDueReminders(db, later, 20);
    await sendDueReminders(db, { ...later, now: later.now + day }, 20);
    const reminded = (await surveyMails(people)).map((kinds) => kinds.includes('survey_reminder'));
    expect(reminded).toEqual(people.map((_, n) => n > 5));
    expect(await answerOf(survey, muted)).toEqual({ ok: true });
  });

  it('is off by a click', async () => {
    const { survey, people } = await invited(6);
    await setReminds(db, survey, false);
    await sendDueReminders(db, later, 20);
    expect((await surveyMails(people)).flat()).not.toContain('survey_reminder');
  });

  it('names by no list a group of fewer than five, whoever has answered', () => {
    const states = fc.array(fc.constantFrom('open', 'used', 'mute'), { maxLength: 30 });
    fc.assert(
      fc.property(states, (all) => {
        const people = all.map((state, id) => ({ id, state }));
        const reminded = new Set(whomToRemind(people));
        const answered = people.filter(({ state }) => state === 'used');
        const left = people.length - answered.length;
        expect(people.some(({ id, state }) => state === 'mute' && reminded.has(id))).toBe(false);
        if (left < 5) expect(reminded.size).toBe(0);
        else if (answered.length && answered.length < 5)
          expect(answered.every(({ id }) => reminded.has(id))).toBe(true);
        else expect(answered.some(({ id }) => reminded.has(id))).toBe(false);
      }),
    );
  });

  it('leaves the outbox with the invitations when the survey closes', async () => {
    const { survey, people } = await invited(6);
    await sendDueReminders(db, later, 20);
    await closeSurvey(db, survey, by);
    expect((await surveyMails(people)).flat()).toEqual([]);
    const facts = await select(
      db,
      sql`SELECT 1 FROM outbox WHERE facts ->> '$.surveyId' = ${survey.id}`,
    );
    expect(facts).toEqual([]);
  });
});
