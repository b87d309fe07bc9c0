/**
 * The fields of a public form, whatever a client sends: a repeated field is its last, a file is no
 * text, and a body that is no form (JSON, garbage, a cut multipart) has no fields at all, so that it
 * comes back as a form with everything still to fill in.
 */
import type { Context } from 'hono';
import type { FormFields } from '../../../domain/registrations/inputs';
import type { Moment } from '../../../domain/registrations/statements';
import { isLocale, type Locale } from '../../../i18n';
import type { AppEnv, Reader } from '../../context';

export async function readFields(c: Context): Promise<FormFields> {
  const form = await c.req.formData().catch(() => null);
  const typed = [...(form ?? [])].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.toWellFormed()] as const] : [],
  );
  return Object.fromEntries(typed);
}

/** The language that the person goes on in: the form's, else the page's. */
export const localeOf = (fields: FormFields, reader: Reader): Locale =>
  isLocale(fields.lang) ? fields.lang : reader.locale;

export const momentOf = ({ now, settings }: AppEnv['Variables']): Moment => ({
  now,
  timeZone: settings.timeZone,
});
