/**
 * What a form sent, whatever the client: a file is no text, a half of a surrogate pair no character,
 * and a body that is no form (JSON, garbage, a cut multipart, an unknown charset) has no fields at
 * all, so that it comes back as a form with everything still to fill in.
 */
import type { Context } from 'hono';

/** Files included. */
export const readFormData = (c: Context): Promise<FormData> =>
  c.req.formData().catch(() => new FormData());

/** A field of it; a file is no text. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.toWellFormed() : '';
}

/** A file that was chosen: where none was, browsers send an empty one. */
export async function fileOf(
  form: FormData,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const value = form.get(name);
  return value instanceof File && value.size > 0 ? new Uint8Array(await value.arrayBuffer()) : null;
}

/** Name and value of each field, in the form's order. */
export async function readForm(c: Context): Promise<(readonly [name: string, value: string])[]> {
  return [...(await readFormData(c))].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.toWellFormed()] as const] : [],
  );
}

/** All values of each name, in the form's order. */
export async function readLists(c: Context): Promise<Partial<Record<string, string[]>>> {
  const lists = new Map<string, string[]>();
  for (const [name, value] of await readForm(c)) {
    const list = lists.get(name);
    if (list) list.push(value);
    else lists.set(name, [value]);
  }
  return Object.fromEntries(lists);
}
