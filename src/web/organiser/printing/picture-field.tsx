/** A file to choose: a picture that can be printed. */
import { largestPicture } from '../../../domain/printing/logos';
import type { FieldProps } from '../../ui/fields';
import { FileField } from '../../ui/file-field';

type Props = Pick<FieldProps, 't' | 'name' | 'label' | 'error' | 'optional'> & { hint?: string };

export function PictureField({ hint, ...field }: Props) {
  const taken = field.t.outreach.printing.logos.fileHint(largestPicture / 1024);
  return (
    <FileField {...field} hint={hint ? `${hint} ${taken}` : taken} accept="image/png,image/jpeg" />
  );
}
