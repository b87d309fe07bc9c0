/** Any of a few, all visible. The first one has the group's id, so that the summary's link lands on it. */
import { described, type FieldProps, HintAndError, type Option } from './fields';

export function CheckboxGroup({
  options,
  ...props
}: Omit<FieldProps, 'value' | 'optional'> & {
  options: readonly (Option & { hint?: string; checked: boolean })[];
}) {
  const { id: key, 'aria-describedby': describedBy } = described(props);
  return (
    <fieldset class={props.error ? 'field invalid' : 'field'} aria-describedby={describedBy}>
      <legend>{props.label}</legend>
      <HintAndError {...props} />
      {options.map(({ value, label, hint, checked }, index) => {
        const id = index ? `${key}-${index}` : key;
        return (
          <div class="choice">
            <input id={id} type="checkbox" name={props.name} value={value} checked={checked} />
            <div>
              <label for={id}>{label}</label>
              {hint && <span class="hint">{hint}</span>}
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
