/** What the import form sent: a file comes before pasted text. */
import type { Context } from 'hono';
import * as v from 'valibot';
import { consentField, tagsField } from '../../../domain/invitations/contacts';
import { type ReadFile, readContacts } from '../../../domain/invitations/import-contacts';
import type { Texts } from '../../../i18n';
import { decodeText } from '../../../lib/read-csv';
import { fileOf, readFormData, textOf } from '../../read-form';
import type { FieldErrors } from '../../ui/fields';
import { readInput } from '../form';
import type { ImportForm } from './import-page';

type Sent = { form: ImportForm; isConfirmed: boolean };

export async function readImportForm(c: Context): Promise<Sent> {
  const body = await readFormData(c);
  const typed = (name: string) => textOf(body, name);
  const chosen = await fileOf(body, 'file');
  const text = chosen ? decodeText(chosen) : typed('text');
  const form = { text, tags: typed('tags'), consentSource: typed('consentSource') };
  return { form, isConfirmed: typed('step') === 'confirm' };
}

const Given = v.object({ tags: tagsField, consentSource: consentField });

type Read =
  | { ok: true; file: ReadFile; consentSource: string }
  | { ok: false; errors: FieldErrors };

/** The lines of the file with what is said of all of them. */
export function readImport(form: ImportForm, { list, importing }: Texts['contacts']): Read {
  const given = readInput(Given, form, list.problems);
  const problem = form.text.trim() === '' && importing.problems.text;
  if (problem || !given.ok)
    return {
      ok: false,
      errors: { ...(problem && { text: problem }), ...(!given.ok && given.errors) },
    };
  const file = readContacts(form.text, given.input.tags);
  if (file.tooManyLines) return { ok: false, errors: { text: importing.problems.tooManyLines } };
  return { ok: true, file, consentSource: given.input.consentSource };
}
