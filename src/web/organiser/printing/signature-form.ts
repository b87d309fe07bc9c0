/** The form that says who signs for an organisation, and gives the pictures of it. */
import type { Context } from 'hono';
import * as v from 'valibot';
import { signaturePictureKinds } from '../../../domain/printing/schema';
import type { NewSignature } from '../../../domain/printing/signatures';
import { fileOf, readFormData, textOf } from '../../read-form';
import type { FieldErrors } from '../../ui/fields';

export type SignatureForm = { organisation: string; name: string; role: string };

const line = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most));
const lines = { organisation: line(160), name: line(100), role: line(160) };
const fields = ['organisation', 'name', 'role'] as const;

/** `own`: the organisation of someone who may say it of no other. */
export async function readSignatureForm(
  c: Context,
  own: string | null,
  texts: Record<keyof SignatureForm, string>,
): Promise<{ form: SignatureForm; input: NewSignature; errors: FieldErrors | null }> {
  const body = await readFormData(c);
  const typed = (name: string) => textOf(body, name).replace(/\s+/g, ' ').trim();
  const form = {
    organisation: own ?? typed('organisation'),
    name: typed('name'),
    role: typed('role'),
  };
  const pictures: NewSignature['pictures'] = {};
  for (const kind of signaturePictureKinds) {
    const picture = await fileOf(body, kind);
    if (picture) pictures[kind] = picture;
  }
  const wrong = fields.filter((field) => !v.is(lines[field], form[field]));
  const errors = Object.fromEntries(wrong.map((field) => [field, texts[field]]));
  return { form, input: { ...form, pictures }, errors: wrong.length ? errors : null };
}
