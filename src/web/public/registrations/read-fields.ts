/** The fields of a public form, and what its handlers need beside them. */
import type { Context } from 'hono';
import type { FormFields } from '../../../domain/registrations/inputs';
import type { Moment } from '../../../domain/registrations/statements';
import { isLocale, type Locale } from '../../../i18n';
import type { AppEnv, Reader } from '../../context';
import { readForm } from '../../read-form';

/** A repeated field is its last. */
export async function readFields(c: Context): Promise<FormFields> {
  return Object.fromEntries(await readForm(c));
}

/** The language that the person goes on in: the form's, else the page's. */
export const localeOf = (fields: FormFields, reader: Reader): Locale =>
  isLocale(fields.lang) ? fields.lang : reader.locale;

export const momentOf = ({ now, settings }: AppEnv['Variables']): Moment => ({
  now,
  timeZone: settings.timeZone,
});
