/** People who register, and what the database holds of them. */
import { eq } from 'drizzle-orm';
import type { Session } from '../../src/domain/catalogue/schema';
import { outbox } from '../../src/domain/mail/schema';
import type { RegisterInput, Registrant } from '../../src/domain/registrations/party';
import { register } from '../../src/domain/registrations/register';
import { type Registration, registrations } from '../../src/domain/registrations/schema';
import { newToken } from '../../src/lib/tokens';
import { db } from './db';
import { now } from './fixtures';

export const paris = 'Europe/Paris';
export const moment = { now, timeZone: paris };
let count = 0;

export const someone = (values: Partial<Registrant> = {}): Registrant => {
  count += 1;
  return {
    firstName: 'Camille',
    lastName: `Nº ${count}`,
    email: `camille.${count}@exemple.fr`,
    locale: 'fr',
    seats: 1,
    ...values,
  };
};

type Overrides = Partial<Omit<RegisterInput, 'registrants'>> & {
  registrants?: Registrant[];
  now?: number;
};

/** Registers one person, or those given, and returns the outcome. */
export async function tryToRegister(
  session: Session,
  who: Partial<Registrant> = {},
  more: Overrides = {},
) {
  const { now: at = now, registrants = [someone(who)], ...input } = more;
  const [first, ...others] = registrants;
  if (!first) throw new Error('nobody');
  return register(
    db,
    {
      sessionId: session.id,
      registrants: [first, ...others],
      together: false,
      submissionKey: newToken(),
      ...input,
    },
    { now: at, timeZone: paris },
  );
}

/** Registers and returns the row; fails the test when refused. */
export async function registered(
  session: Session,
  who: Partial<Registrant> = {},
  more: Overrides = {},
) {
  const outcome = await tryToRegister(session, who, more);
  if (!outcome?.ok) throw new Error(`refused: ${outcome?.reason}`);
  const [first] = outcome.registrations;
  if (!first) throw new Error('no registration');
  return reload(first);
}

export async function reload({ id }: { id: number }): Promise<Registration> {
  const [row] = await db.select().from(registrations).where(eq(registrations.id, id));
  if (!row) throw new Error(`no registration ${id}`);
  return row;
}

/** The mails of a registration, oldest first, as kind and calendar sequence. */
export async function mailsOf({ id }: { id: number }) {
  const rows = await db
    .select()
    .from(outbox)
    .where(eq(outbox.registrationId, id))
    .orderBy(outbox.id);
  return rows.map((row) => ({
    kind: row.kind,
    sequence: row.calendarSequence,
    part: row.part,
    to: row.recipient,
    facts: row.facts,
  }));
}

export const kindsOf = async (registration: { id: number }) =>
  (await mailsOf(registration)).map((m) => m.kind);
