/** A file to choose: a picture that can be printed. */
import { largestPicture } from '../../../domain/printing/logos';
import { described, type FieldProps, HintAndError, Optional } from '../../ui/fields';

export function PictureField({
  t,
  name,
  label,
  hint,
  error,
  optional = false,
}: Pick<FieldProps, 't' | 'name' | 'label' | 'error'> & { hint?: string; optional?: boolean }) {
  const taken = t.outreach.printing.logos.fileHint(largestPicture / 1024);
  const field = { name, hint: hint ? `${hint} ${taken}` : taken, error };
  return (
    <div class={error ? 'field invalid' : 'field'}>
      <label for={name}>
        {label}
        {optional && <Optional t={t} />}
      </label>
      <HintAndError t={t} {...field} />
      <input {...described(field)} type="file" accept="image/png,image/jpeg" required={!optional} />
    </div>
  );
}
