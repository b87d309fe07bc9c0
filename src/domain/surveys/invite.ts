/**
 * A personal link by mail to those present (before the session: to those who have a place), and one
 * reminder three days later to those whose ballot is unspent. The Worker alone knows whose ballot is
 * whose, for as long as it takes to write the reminder, and no reminder ever singles out fewer than five.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { day } from '../../lib/dates';
import { presence } from '../attendance/presence';
import { type By, noted } from '../catalogue/by';
import type { SessionFacts } from '../catalogue/facts';
import { factsOf, findSessionById } from '../catalogue/find-session';
import { mailTo } from '../registrations/statements';
import { smallestGroup } from './breakdown';
import { findSurvey } from './find-survey';
import type { Survey, SurveyMoment } from './schema';
import { ballotHash, linkToken } from './tokens';

type Link = {
  session: SessionFacts;
  person: { firstName: string };
  surveyId: number;
  roomCode: string;
  moment: SurveyMoment;
};
export type SurveyMail = { survey_invitation: Link; survey_reminder: Link };

const reminderAfter = 3 * day;

type Invitee = { id: number; holderVersion: number };

/** Those with an address who were there; before the session, those who have a place. */
function invitees(survey: Pick<Survey, 'sessionId' | 'moment'>): SQL {
  if (survey.moment === 'before')
    return sql`SELECT r.id, r.holder_version AS holderVersion FROM registrations r
      WHERE r.session_id = ${survey.sessionId} AND r.state = 'confirmed'
        AND r.kind = 'person' AND r.email IS NOT NULL`;
  return sql`SELECT r.id, r.holder_version AS holderVersion
    FROM (${presence(sql`s.id = ${survey.sessionId}`)}) p
    JOIN registrations r ON r.id = p.registration_id AND r.session_id = ${survey.sessionId}
    WHERE r.kind = 'person' AND r.email IS NOT NULL`;
}

/** How many would get a link now. */
export async function countInvitees(db: Database, survey: Survey): Promise<number> {
  const [row] = await select<{ n: number }>(
    db,
    sql`SELECT count(*) AS n FROM (${invitees(survey)})`,
  );
  return row?.n ?? 0;
}

export type InviteOutcome =
  | { ok: true; invited: number }
  | { ok: false; reason: 'nobody' | 'closed' };

/** Mails each of them a link; asked again, only those who have none yet. */
export async function invitePresent(
  db: Database,
  survey: Survey,
  { now, actor, secret }: By & { secret: string },
): Promise<InviteOutcome> {
  const [people, view] = await Promise.all([
    select<Invitee>(db, invitees(survey)),
    findSessionById(db, survey.sessionId),
  ]);
  if (survey.state !== 'open') return { ok: false, reason: 'closed' };
  if (!people.length || !view) return { ok: false, reason: 'nobody' };
  const hashes = await hashesOf(secret, survey, people);
  const open = sql`EXISTS (SELECT 1 FROM surveys WHERE id = ${survey.id} AND state = 'open')`;
  const ids = JSON.stringify(people.map((person) => person.id));
  const outcomes = await transact(db, [
    // By the order of the hashes, which is not that of the people.
    sql`INSERT INTO ballots (hash, survey_id) SELECT value, ${survey.id}
      FROM json_each(${JSON.stringify([...hashes.values()].sort())}) WHERE ${open}
      ON CONFLICT DO NOTHING`,
    mailTo(
      sql`r.id IN (SELECT value FROM json_each(${ids})) AND ${open} AND NOT EXISTS (
        SELECT 1 FROM outbox x WHERE x.registration_id = r.id AND x.holder_version = r.holder_version
          AND x.kind = 'survey_invitation' AND x.facts ->> '$.surveyId' = ${survey.id})`,
      { kind: sql`'survey_invitation'`, facts: linkFacts(survey, factsOf(view)), now },
    ),
    sql`UPDATE surveys SET invited_at = coalesce(invited_at, ${now}) WHERE id = ${survey.id} AND ${open}`,
    noted({ now, actor }, 'survey_links_sent', sql`id = ${survey.sessionId} AND ${open}`, {
      people: people.length,
    }),
  ]);
  return { ok: true, invited: outcomes[1]?.changes ?? 0 };
}

const linkFacts = ({ id, roomCode, moment }: Survey, session: SessionFacts) => ({
  session,
  surveyId: id,
  roomCode,
  moment,
});

const hashesOf = async (secret: string, survey: Survey, people: readonly Invitee[]) =>
  new Map(
    await Promise.all(
      people.map(
        async (person) =>
          [person.id, await ballotHash(secret, await linkToken(secret, survey, person))] as const,
      ),
    ),
  );

/** Switches the reminder on or off, while it has not gone. */
export async function setReminds(
  db: Database,
  survey: Pick<Survey, 'id'>,
  reminds: boolean,
): Promise<void> {
  await transact(db, [
    sql`UPDATE surveys SET reminds = ${reminds ? 1 : 0}
      WHERE id = ${survey.id} AND state = 'open' AND reminded_at IS NULL`,
  ]);
}

/** Sends the reminders that are due, a survey or two at a time. */
export async function sendDueReminders(
  db: Database,
  { now, secret }: { now: number; secret: string },
  limit = 2,
): Promise<number> {
  const due = await select<{ id: number }>(
    db,
    sql`SELECT id FROM surveys WHERE state = 'open' AND reminds = 1 AND reminded_at IS NULL
      AND invited_at <= ${now - reminderAfter} ORDER BY invited_at LIMIT ${limit}`,
  );
  for (const { id } of due) {
    const survey = await findSurvey(db, id);
    if (survey) await remind(db, survey, { now, secret });
  }
  return due.length;
}

async function remind(
  db: Database,
  survey: Survey,
  { now, secret }: { now: number; secret: string },
) {
  const [invited, view] = await Promise.all([
    select<Invitee>(
      db,
      sql`SELECT DISTINCT r.id, r.holder_version AS holderVersion
        FROM outbox x JOIN registrations r ON r.id = x.registration_id
        WHERE x.session_id = ${survey.sessionId} AND x.kind = 'survey_invitation'
          AND x.facts ->> '$.surveyId' = ${survey.id} AND r.email IS NOT NULL`,
    ),
    findSessionById(db, survey.sessionId),
  ]);
  const hashes = await hashesOf(secret, survey, invited);
  const states = await select<{ hash: string; state: string }>(
    db,
    sql`SELECT hash, state FROM ballots
      WHERE hash IN (SELECT value FROM json_each(${JSON.stringify([...hashes.values()])}))`,
  );
  const stateOf = new Map(states.map(({ hash, state }) => [hash, state]));
  const ids = whomToRemind(
    invited.map(({ id }) => ({ id, state: stateOf.get(hashes.get(id) ?? '') ?? 'used' })),
  );
  const due = sql`EXISTS (SELECT 1 FROM surveys WHERE id = ${survey.id} AND state = 'open'
    AND reminds = 1 AND reminded_at IS NULL)`;
  await transact(db, [
    ...(view && ids.length
      ? [
          mailTo(sql`r.id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND ${due}`, {
            kind: sql`'survey_reminder'`,
            facts: linkFacts(survey, factsOf(view)),
            now,
          }),
        ]
      : []),
    sql`UPDATE surveys SET reminded_at = ${now} WHERE id = ${survey.id} AND ${due}`,
  ]);
}

/**
 * Those who have not answered and did not ask to be left alone. Where one to four people have answered,
 * the list would name them by leaving them out: then everyone is reminded. Where one to four have not, it
 * would announce whose answers come next: then nobody is.
 */
export function whomToRemind(invited: readonly { id: number; state: string }[]): number[] {
  const answered = invited.filter(({ state }) => state === 'used').length;
  const left = invited.length - answered;
  if (left < smallestGroup) return [];
  const everyone = answered > 0 && answered < smallestGroup;
  return invited
    .filter(({ state }) => state === 'open' || (everyone && state === 'used'))
    .map(({ id }) => id);
}
