/** Stands in each form that asks by GET: a browser replaces the query of its address by the fields. */
import type { Reader } from '../context';

export const LangField = ({ reader }: { reader: Reader }) =>
  reader.chosen ? <input type="hidden" name="lang" value={reader.locale} /> : null;
