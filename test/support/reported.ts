/** An action with everything that a report can say of one, in a year that is over. */
import * as v from 'valibot';
import { recordAttendance } from '../../src/domain/attendance/record';
import { HandoutInput, LoanInput } from '../../src/domain/handouts/inputs';
import { recordHandout } from '../../src/domain/handouts/save-handout';
import { recordLoan } from '../../src/domain/handouts/save-loan';
import { MeetingInput } from '../../src/domain/meetings/inputs';
import { recordMeeting } from '../../src/domain/meetings/save-meeting';
import { writeActionReport } from '../../src/domain/reports/action-report';
import { closeSurvey } from '../../src/domain/surveys/close-survey';
import { listComments, noteComment } from '../../src/domain/surveys/comments';
import { hour, toInstant } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { db } from './db';
import { anAction, aSession, now } from './fixtures';
import { carries } from './organisers';
import { registered } from './people';
import { aSurvey, someoneAnswers } from './surveys';

const by = { now, actor: 'system' } as const;

/** Nobody's name may stand in a report for readers; these are all that are used. */
export const names = /Arnaud|Benali|Petitjean|@exemple\.fr/;

export async function aReportedAction(
  year: number,
  organisationId: number,
): Promise<{ actionId: number; sessionId: number }> {
  const actionId = await anAction({ title: 'Petits pots : « faire simple » ?', networks: ['CLS'] });
  await carries(organisationId, actionId);
  const session = await heldSession(actionId, year);
  await aSession({ actionId, state: 'cancelled', slots: [eveningOf(year, '06-10')] });
  await thought(session);
  const own = { ...by, organisationId };
  const given = { sessionId: null, actionId, note: 'Caution' };
  for (const [title, count, day] of [
    ['Livret des petits pots', 30, '03-12'],
    ['livret des petits pots', 12, '06-01'],
    ['Affiche du marché', 5, '06-01'],
  ] as const)
    await recordHandout(
      db,
      v.parse(HandoutInput, { ...given, title, count, givenOn: `${year}-${day}` }),
      own,
    );
  for (const loan of [
    { item: 'Mallette goût', borrowerOrganisation: 'Crèche Les Lutins', returnedOn: null },
    { item: 'Exposition', borrowerPerson: 'Fatima Benali', returnedOn: `${year}-04-01` },
  ])
    await recordLoan(
      db,
      v.parse(LoanInput, { ...loan, actionId, lentOn: `${year}-03-13`, dueOn: `${year}-04-13` }),
      own,
    );
  const meeting = {
    kind: 'preparation',
    year,
    heldOn: `${year}-02-03`,
    subject: 'Choisir les recettes',
    durationMinutes: 90,
    present: 6,
    excused: 2,
    hasMinutes: true,
    functions: [{ name: 'Diététicienne', present: 1 }],
    actionIds: [actionId],
  };
  await recordMeeting(db, v.parse(MeetingInput, meeting), own);
  const written = { analysis: 'Peu de monde en juin.\n\nÀ revoir.', perspectives: 'Deux dates.' };
  await writeActionReport(db, { actionId, year, ...written }, 0, by);
  return { actionId, sessionId: session.id };
}

const eveningOf = (year: number, day: string) => {
  const startsAt = toInstant(`${year}-${day}T20:00`, 'Europe/Paris');
  return { startsAt, endsAt: startsAt + 2 * hour };
};

/** Eight came, two of them twice a midwife's seats; one did not, one was ill, one waited in vain. */
async function heldSession(actionId: number, year: number) {
  const session = await aSession({
    actionId,
    slots: [eveningOf(year, '03-12')],
    capacity: 9,
    maxCapacity: 9,
    seatsPerRegistration: 2,
    publishedAt: toInstant(`${year}-01-05T09:00`, 'Europe/Paris'),
  });
  const at = session.publishedAt ?? now;
  const who = { lastName: 'Arnaud', profession: 'Sage-femme', organisation: 'PMI d’Alès' };
  const midwives = await registered(
    session,
    { ...who, seats: 2, companions: ['Max Petitjean'] },
    { now: at },
  );
  const others = [];
  for (let n = 0; n < 5; n++)
    others.push(
      await registered(
        session,
        { ...who, profession: n ? 'Puéricultrice' : 'sage femme' },
        { now: at },
      ),
    );
  const absent = await registered(session, who, { now: at });
  const ill = await registered(session, who, { now: at });
  const inVain = await registered(session, who, { now: at });
  if (inVain.state !== 'waitlisted') throw new Error('a seat too many');
  const walkIns = [{ key: newToken(), name: 'Ali Petitjean' }];
  const mark = (id: number, state: 'present' | 'absent' | 'excused') => ({
    id: newToken(),
    slot: 0,
    who: { registrationId: id },
    state,
    at,
  });
  const marks = [
    ...[midwives, ...others].map(({ id }) => mark(id, 'present')),
    mark(absent.id, 'absent'),
    mark(ill.id, 'excused'),
    {
      ...mark(0, 'present'),
      who: { walkInKey: walkIns[0]?.key ?? '' },
    },
  ];
  await recordAttendance(db, session.id, { walkIns, marks, source: 'tick' }, by);
  return session;
}

/** Six answers, of which one may be quoted. */
async function thought({ id: sessionId }: { id: number }) {
  const survey = await aSurvey({ sessionId });
  for (let n = 0; n < 6; n++)
    await someoneAnswers(survey, {
      q_content: n ? '4' : '1',
      q_improve: n ? '' : 'Plus de recettes d’hiver',
    });
  await closeSurvey(db, survey, by);
  const [comment] = await listComments(db, survey);
  if (!comment) throw new Error('no comment');
  await noteComment(db, survey, comment, { ...comment, tags: [], publishable: true });
}
