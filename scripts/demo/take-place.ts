/** Lets a session of the demo take place: who came, what they thought, and what they take home. */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../src/db/client';
import { mailCertificates } from '../../src/domain/attendance/certificate-mail';
import { issueCertificates } from '../../src/domain/attendance/certify';
import { type Mark, recordAttendance } from '../../src/domain/attendance/record';
import { receiveAnswer } from '../../src/domain/surveys/answer';
import { standardQuestionsOf } from '../../src/domain/surveys/bank';
import { closeSurvey } from '../../src/domain/surveys/close-survey';
import { openSurvey } from '../../src/domain/surveys/open-survey';
import type { Settings } from '../../src/env';
import { day, hour, minute } from '../../src/lib/dates';
import type { Held } from './held';

const actor = 'system';

/** @param session its id, and the key by which marks and answers are made once */
export async function takePlace(
  db: Database,
  settings: Settings,
  session: { id: number; key: string },
  { attendance, survey, settled = false }: Held,
): Promise<void> {
  const slots = await select<{ number: number; endsAt: number }>(
    db,
    sql`SELECT position AS number, ends_at AS endsAt FROM slots
      WHERE session_id = ${session.id} ORDER BY ends_at`,
  );
  const endsAt = slots.at(-1)?.endsAt ?? 0;
  if (attendance) await note(db, session, slots, attendance);
  if (survey) await answer(db, session, survey, { endsAt, settled });
  if (!settled) return;
  const by = { now: endsAt + 2 * day, actor } as const;
  const issuer = { network: settings.networkName, timeZone: settings.timeZone };
  await issueCertificates(db, session.id, issuer, by);
  await mailCertificates(db, session.id, by);
}

async function note(
  db: Database,
  { id, key }: { id: number; key: string },
  slots: readonly { number: number; endsAt: number }[],
  { absent = [], excused = [], leftEarly = {}, walkIns = [] }: NonNullable<Held['attendance']>,
): Promise<void> {
  const guests = await select<{ id: number }>(
    db,
    sql`SELECT id FROM registrations WHERE session_id = ${id} AND state = 'confirmed' ORDER BY id`,
  );
  const stateOf = (guest: number) =>
    absent.includes(guest) ? 'absent' : excused.includes(guest) ? 'excused' : 'present';
  const came = walkIns.map((walkIn, i) => ({ ...walkIn, key: `demo/${key}/${i}` }));
  const marks = slots.flatMap(({ number, endsAt }, i): Mark[] => {
    const last = i === slots.length - 1;
    const mark = { slot: number, at: endsAt } as const;
    return [
      ...guests.map(
        ({ id: registrationId }, guest) =>
          ({
            ...mark,
            id: `demo/${key}/${number}/r${guest}`,
            who: { registrationId },
            state: stateOf(guest),
            leftAt: last && leftEarly[guest] ? endsAt - leftEarly[guest] * minute : null,
          }) as const,
      ),
      ...came.map(({ key: walkInKey }) => ({
        ...mark,
        id: `${walkInKey}/${number}`,
        who: { walkInKey },
        state: 'present' as const,
      })),
    ];
  });
  const now = slots.at(-1)?.endsAt ?? 0;
  await recordAttendance(db, id, { walkIns: came, marks, source: 'tick' }, { now, actor });
}

async function answer(
  db: Database,
  { id: sessionId, key }: { id: number; key: string },
  { levels, deepen, improve }: NonNullable<Held['survey']>,
  { endsAt, settled }: { endsAt: number; settled: boolean },
): Promise<void> {
  const questions = standardQuestionsOf('after');
  const by = { now: endsAt - hour, actor } as const;
  const opened = await openSurvey(
    db,
    { sessionId, moment: 'after', questions, roomOpen: true, expected: 30 },
    by,
  );
  if (!opened.ok) return;
  for (const [i, [welcome, content, duration, ...yesOrNo]] of levels.map(split).entries()) {
    const [freeToSpeak, more] = yesOrNo.map((letter) => (letter === 'y' ? 'yes' : 'no'));
    const choices = { welcome, content, duration, free_to_speak: freeToSpeak, more };
    const said = { deepen: deepen[i], improve: improve[i] };
    const given = await receiveAnswer(
      db,
      opened,
      {
        choices: mapped(choices, (choice) => [choice]),
        texts: mapped(said, (text) => text),
        says: [],
      },
      { hash: `demo/${key}/${i}`, way: 'room' },
    );
    if (!given.ok) throw new Error(`${key}: ${given.reason}`);
  }
  if (settled) await closeSurvey(db, { id: opened.id, sessionId }, { now: endsAt + day, actor });
}

const split = (letters: string) => [...letters];

/** Without what nobody said. */
const mapped = <T>(values: Record<string, string | undefined>, map: (value: string) => T) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value ? [[key, map(value)] as const] : [])),
  );
