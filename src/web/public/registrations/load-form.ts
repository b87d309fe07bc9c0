/** What the form needs beside its session: suggestions for free entry, bounded, and a key of its own. */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../../db/client';
import { type FormFields, mostColleagues } from '../../../domain/registrations/inputs';
import { newToken } from '../../../lib/tokens';
import type { Reader } from '../../context';
import type { FieldErrors } from '../../ui/fields';
import type { SessionPageProps } from '../catalogue/session-page';
import type { FormProps } from './form-props';

/** A phone on a bad line loads them with the page. */
const mostSuggestions = 60;

export type Typed = {
  values?: FormFields;
  errors?: FieldErrors;
  colleagues?: string | undefined;
  /** The token that came with the link or with the form. */
  invitation?: string | undefined;
};

/** The form's props: empty, or as it was sent. `colleagues` is how many rows were asked for. */
export async function loadForm(
  db: Database,
  reader: Reader,
  { session, carriers }: SessionPageProps['view'],
  { values = {}, errors = {}, colleagues, invitation }: Typed = {},
): Promise<FormProps> {
  const { profession, organisation } = session.asks;
  const [professions, organisations] = await Promise.all([
    profession ? listNames(db, sql`professions`) : [],
    organisation ? listNames(db, sql`organisations`) : [],
  ]);
  return {
    reader,
    session,
    carriers: carriers.map((carrier) => carrier.name),
    suggestions: { professions, organisations },
    values,
    errors,
    submissionKey: values.submissionKey ?? newToken(),
    invitation: session.visibility === 'invitation' ? invitation : undefined,
    colleagueRows: rowsOf(values, colleagues),
  };
}

async function listNames(db: Database, table: ReturnType<typeof sql>): Promise<string[]> {
  const rows = await select<{ name: string }>(
    db,
    sql`SELECT name FROM ${table} ORDER BY name_key LIMIT ${mostSuggestions}`,
  );
  return rows.map((row) => row.name);
}

/** As many rows as were sent, or as many as the link asks for. */
function rowsOf(values: FormFields, asked: string | undefined): number {
  const sent = Object.keys(values).flatMap(
    (name) => /^colleague(?:FirstName|LastName|Email)([1-9])$/.exec(name)?.[1] ?? [],
  );
  return Math.min(mostColleagues, Math.max(0, Number(asked) || 0, ...sent.map(Number)));
}
