/** A form as it came in: what was typed is kept, what is wrong is said at its field. */
import type { Context } from 'hono';
import * as v from 'valibot';
import { NotFound } from '../../lib/errors';
import { base64url } from '../../lib/tokens';
import { readForm, readFormData } from '../read-form';
import type { FieldErrors } from '../ui/fields';

export { readLists } from '../read-form';

/** What was typed, by the field's name; a name that stands several times keeps its last value. */
export type Values = Partial<Record<string, string>>;

export async function readValues(c: Context): Promise<Values> {
  return Object.fromEntries(await readForm(c));
}

type Read<T> = { ok: true; input: T } | { ok: false; errors: FieldErrors };

/** Parses what was typed; `texts` says for each field what to type instead. */
export function readInput<S extends v.GenericSchema>(
  schema: S,
  typed: unknown,
  texts: Partial<Record<string, string>>,
): Read<v.InferOutput<S>> {
  const result = v.safeParse(schema, typed);
  if (result.success) return { ok: true, input: result.output };
  const errors: FieldErrors = {};
  for (const issue of result.issues) {
    const field = String(issue.path?.[0]?.key ?? 'form');
    errors[field] ??= texts[field] ?? issue.message;
  }
  return { ok: false, errors };
}

/** The form pressed twice finds its own change stored, which is nobody else's; both were parsed alike. */
export const isSameInput = (one: unknown, other: unknown) =>
  JSON.stringify(one) === JSON.stringify(other);

/** What a list is searched for. Longer than any title, what follows makes no difference. */
export const readSearch = (typed: string | undefined): string => (typed ?? '').trim().slice(0, 300);

/** A row's id in a path; null when it can't be one. */
export function readId(text: string | undefined): number | null {
  return text && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

/** The row of the path. @throws {NotFound} for what is no row's id */
export function requireId(c: Context): number {
  const id = readId(c.req.param('id'));
  if (id === null) throw new NotFound();
  return id;
}

/** The version that a form was shown with; 0, which is no row's, when it is none. */
export const versionOf = (values: Values): number => readId(values.version) ?? 0;

/** The same of a form that holds nothing else. */
export const readVersion = async (c: Context): Promise<number> => versionOf(await readValues(c));

/**
 * The key of a form: the random value that its page held, and all that was sent with it. A double click,
 * a reload and a retry send the same; who goes back and changes a word sends something else. Undefined
 * for what came without one: it is carried out, and nothing tells a second one from it.
 */
export async function readFormKey(c: Context): Promise<string | undefined> {
  const form = await readFormData(c);
  const drawn = form.get('formKey');
  if (typeof drawn !== 'string' || !/^[\w-]{16,64}$/.test(drawn)) return undefined;
  const sent: string[] = [c.req.path];
  for (const [name, value] of form)
    sent.push(name, typeof value === 'string' ? value : await digest(await value.arrayBuffer()));
  return digest(new TextEncoder().encode(JSON.stringify(sent)));
}

const digest = async (bytes: BufferSource) =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
