/**
 * Stands in each form that makes something: a random value of the page, which `readFormKey` reads with
 * all that was sent, so that the form pressed twice makes one.
 */
import type { Shell } from './context';

export const FormKey = ({ shell }: { shell: Shell }) => (
  <input type="hidden" name="formKey" value={shell.formKey} />
);
