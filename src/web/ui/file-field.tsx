/** One or several files from the device: a browser does not keep what was chosen. */
import { described, type FieldProps, HintAndError, Optional } from './fields';

export function FileField({
  accept,
  multiple,
  ...props
}: Omit<FieldProps, 'value'> & { accept: string; multiple?: boolean }) {
  const { t, name, label, error, optional } = props;
  return (
    <div class={error ? 'field invalid' : 'field'}>
      <label for={name}>
        {label}
        {optional === true && <Optional t={t} />}
      </label>
      <HintAndError {...props} />
      <input {...described(props)} type="file" {...{ accept, multiple }} required={!optional} />
    </div>
  );
}
