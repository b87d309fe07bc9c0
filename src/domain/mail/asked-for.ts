/**
 * Mails that anyone can ask for by typing an address: whoever asks over and over is not to fill a
 * stranger's mailbox, so the same request is answered at most once in two minutes.
 */
import { type SQL, sql } from 'drizzle-orm';
import { minute } from '../../lib/dates';

const pause = 2 * minute;

// SQLite uses a partial index only where the statement says the index's own condition, word for word.
const onRequest = sql`x.kind IN ('lost_link', 'already_registered')`;
const indexed = {
  lost_link: onRequest,
  already_registered: onRequest,
  certificates_link: sql`x.kind = 'certificates_link'`,
};

/** Whether no mail of this kind went to the address in the last two minutes, about this registration if given. */
export const notAskedLately = (
  kind: keyof typeof indexed,
  { recipient, registration }: { recipient: SQL; registration?: SQL },
  now: number,
): SQL => sql`NOT EXISTS (SELECT 1 FROM outbox x WHERE ${indexed[kind]} AND x.kind = ${kind}
  AND x.recipient = ${recipient} AND x.created_at > ${now - pause}
  ${registration ? sql`AND x.registration_id = ${registration}` : sql``})`;
