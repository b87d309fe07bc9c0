/** The form that gives a logo: whose it is, and the file. A browser does not keep a chosen file. */
import type { Context } from 'hono';
import * as v from 'valibot';
import { type LogoKind, logoKinds } from '../../../domain/printing/schema';
import { fileOf, readFormData, textOf } from '../../read-form';
import type { FieldErrors } from '../../ui/fields';

export type LogoForm = { kind: string; name: string };
type Input = { kind: LogoKind; name: string; bytes: Uint8Array };
type Texts = Record<'kind' | 'name' | 'file', string>;

const Kind = v.picklist(logoKinds);
const Name = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(160));

/** `own`: the organisation of someone who may change no other's logo; nothing is asked of them but the file. */
export async function readLogoForm(
  c: Context,
  own: string | null,
  texts: Texts,
): Promise<{
  form: LogoForm;
  read: { ok: true; input: Input } | { ok: false; errors: FieldErrors };
}> {
  const body = await readFormData(c);
  const typed = (name: string) => textOf(body, name);
  const form =
    own === null ? { kind: typed('kind'), name: typed('name') } : { kind: 'carrier', name: own };
  const kind = v.safeParse(Kind, form.kind);
  const name = v.safeParse(Name, form.name);
  const bytes = await fileOf(body, 'file');
  if (kind.success && name.success && bytes)
    return { form, read: { ok: true, input: { kind: kind.output, name: name.output, bytes } } };
  const errors = {
    ...(!kind.success && { kind: texts.kind }),
    ...(!name.success && { name: texts.name }),
    ...(!bytes && { file: texts.file }),
  };
  return { form, read: { ok: false, errors } };
}
