/** Recording, changing, returning and deleting a loan: the second of two who edit is told. */
import { sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import type { By } from '../catalogue/by';
import { noted, type Saved, type Seen, savedBy } from '../catalogue/saved';
import { makeOnce } from '../forms/make-once';
import type { LoanInput } from './inputs';

/** @param organisationId the organisation that recorded it, and may change it */
export async function recordLoan(
  db: Database,
  input: LoanInput,
  { now, actor, formKey, organisationId }: By & { organisationId: number | null },
): Promise<{ id: number }> {
  // The row just made has the highest id: nothing comes between the statements of a batch.
  const made = sql`(SELECT max(id) FROM loans)`;
  const { id } = await makeOnce(db, { formKey }, { table: sql`loans`, id: made }, [
    sql`
      INSERT INTO loans (item, borrower_organisation, borrower_person, lent_on, due_on, returned_on,
        action_id, note, organisation_id, created_at, updated_at)
      VALUES (${input.item}, ${input.borrowerOrganisation}, ${input.borrowerPerson}, ${input.lentOn},
        ${input.dueOn}, ${input.returnedOn}, ${input.actionId}, ${input.note}, ${organisationId},
        ${now}, ${now})`,
    noted({ now, actor }, 'loan_recorded', 'loan', made),
  ]);
  return { id: Number(id) };
}

const held = ({ id, version }: Seen) =>
  sql`(SELECT id FROM loans WHERE id = ${id} AND version = ${version})`;

/** @param seen with the version that the organiser looked at */
export async function updateLoan(
  db: Database,
  seen: Seen,
  input: LoanInput,
  by: By,
): Promise<Saved> {
  return savedBy(
    await transact(db, [
      noted(by, 'loan_changed', 'loan', held(seen)),
      sql`
        UPDATE loans SET item = ${input.item}, borrower_organisation = ${input.borrowerOrganisation},
          borrower_person = ${input.borrowerPerson}, lent_on = ${input.lentOn},
          due_on = ${input.dueOn}, returned_on = ${input.returnedOn}, action_id = ${input.actionId},
          note = ${input.note}, version = version + 1, updated_at = ${by.now}
        WHERE id = ${seen.id} AND version = ${seen.version} RETURNING id`,
    ]),
  );
}

/**
 * It came back today. Said twice, the first day stays: the button can be pressed again without harm.
 * What was noted as lent on a day to come can't have come back before it.
 */
export async function returnLoan(db: Database, id: number, today: string, by: By): Promise<void> {
  const out = sql`(SELECT id FROM loans WHERE id = ${id} AND returned_on IS NULL)`;
  await transact(db, [
    noted(by, 'loan_returned', 'loan', out),
    sql`
      UPDATE loans SET returned_on = max(lent_on, ${today}), version = version + 1,
        updated_at = ${by.now}
      WHERE id = ${out}`,
  ]);
}

export async function deleteLoan(db: Database, seen: Seen, by: By): Promise<Saved> {
  return savedBy(
    await transact(db, [
      noted(by, 'loan_deleted', 'loan', held(seen)),
      sql`DELETE FROM loans WHERE id = ${held(seen)} RETURNING id`,
    ]),
  );
}
