/**
 * Form fields: label above, hint below it, the error between hint and input, the value kept.
 * The id of a field is its name, so that ErrorSummary can link to it. Fields are required unless
 * `optional` is set: the label says « facultatif » then. `t` is the reader's texts.
 */
import type { Child, PropsWithChildren } from 'hono/jsx';
import type { Texts } from '../../i18n';

/** What is wrong, by the field's name, in the form's order; `form` is for what no one field is to blame for. */
export type FieldErrors = Partial<Record<string, string>>;

export type FieldProps = {
  t: Texts;
  name: string;
  label: string;
  hint?: Child;
  value?: string | number | null;
  error?: string;
  /** 'unmarked' in a form where nothing is required, such as filters: the label says nothing then. */
  optional?: boolean | 'unmarked';
  /** When the name stands twice on the page (a row of colleagues): the id of this one. */
  id?: string;
};

type InputProps = {
  type?:
    | 'text'
    | 'email'
    | 'tel'
    | 'url'
    | 'number'
    | 'date'
    | 'time'
    | 'datetime-local'
    | 'search'
    | 'password';
  autocomplete?: string;
  inputmode?: 'text' | 'email' | 'tel' | 'numeric' | 'decimal' | 'url' | 'search';
  maxlength?: number;
  min?: number | string;
  max?: number | string;
  /** A field for a number of two or three digits. */
  short?: boolean;
  /** The id of a datalist that another field on the page brings. */
  list?: string;
};

export type Option = { value: string; label: string };

/** The attributes that tie an input to its hint and its error. */
export function described({
  id,
  name,
  hint,
  error,
}: Pick<FieldProps, 'id' | 'name' | 'hint' | 'error'>) {
  const key = id ?? name;
  const ids = [hint && `${key}-hint`, error && `${key}-error`].filter(Boolean).join(' ');
  return {
    id: key,
    name,
    'aria-describedby': ids || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
  };
}

/** The hint and the error of a field or of a group. */
export function HintAndError({
  t,
  id,
  name,
  hint,
  error,
}: Pick<FieldProps, 't' | 'id' | 'name' | 'hint' | 'error'>) {
  const key = id ?? name;
  return (
    <>
      {hint && (
        <div class="hint" id={`${key}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p class="error-message" id={`${key}-error`}>
          <span class="unseen">{t.errors.fieldPrefix}</span>
          {error}
        </p>
      )}
    </>
  );
}

export const Optional = ({ t }: { t: Texts }) => (
  <span class="optional">{` (${t.common.optional})`}</span>
);

function Field({ children, ...field }: PropsWithChildren<FieldProps>) {
  return (
    <div class={field.error ? 'field invalid' : 'field'}>
      <label for={field.id ?? field.name}>
        {field.label}
        {field.optional === true && <Optional t={field.t} />}
      </label>
      <HintAndError {...field} />
      {children}
    </div>
  );
}

/** One line of text: a name, an address, a number, a date (`type`, `autocomplete`, `inputmode`). */
export function TextField({ type = 'text', short, ...props }: FieldProps & InputProps) {
  const { t, label, hint, error, optional, value, id, name, ...input } = props;
  return (
    <Field {...{ t, name, label, hint, error, optional, id }}>
      <input
        {...described(props)}
        {...input}
        type={type}
        value={value ?? ''}
        required={!optional}
        class={short ? 'short' : undefined}
      />
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  rows = 4,
  maxlength,
  ...props
}: FieldProps & { rows?: number; maxlength?: number }) {
  return (
    <Field {...props}>
      <textarea {...described(props)} rows={rows} maxlength={maxlength} required={!props.optional}>
        {props.value ?? ''}
      </textarea>
    </Field>
  );
}

/** One of a list; `empty` is the first, valueless line. */
export function SelectField({
  options,
  empty,
  ...props
}: FieldProps & { options: readonly Option[]; empty?: string }) {
  return (
    <Field {...props}>
      <select {...described(props)} required={!props.optional}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option value={option.value} selected={String(props.value ?? '') === option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Free text with suggestions: a profession, an organisation. */
export function DatalistField({
  suggestions,
  ...props
}: FieldProps & InputProps & { suggestions: readonly string[] }) {
  const list = `${props.id ?? props.name}-list`;
  const { t, label, hint, error, optional, value, id, name, short: _short, ...input } = props;
  return (
    <Field {...{ t, name, label, hint, error, optional, id }}>
      <input
        {...described(props)}
        {...input}
        list={list}
        value={value ?? ''}
        required={!optional}
      />
      <datalist id={list}>
        {suggestions.map((suggestion) => (
          <option value={suggestion} />
        ))}
      </datalist>
    </Field>
  );
}

/** One box to tick. Never ticked beforehand where it stands for consent. */
export function CheckboxField({
  checked = false,
  ...props
}: Omit<FieldProps, 'label'> & { label: Child; checked?: boolean }) {
  return (
    <div class={props.error ? 'field invalid' : 'field'}>
      <HintAndError {...props} hint={undefined} />
      <div class="choice">
        <input
          {...described(props)}
          type="checkbox"
          value={props.value ?? '1'}
          checked={checked}
          required={!props.optional}
        />
        <div>
          <label for={props.id ?? props.name}>{props.label}</label>
          {props.hint && (
            <span class="hint" id={`${props.id ?? props.name}-hint`}>
              {props.hint}
            </span>
          )}
        </div>
      </div>
    </div>
  );
}

/** One of a few, all visible. The first one has the group's id, so that the summary's link lands on it. */
export function RadioGroup({
  options,
  ...props
}: FieldProps & { options: readonly (Option & { hint?: string })[] }) {
  const { id: key, 'aria-describedby': describedBy } = described(props);
  return (
    <fieldset class={props.error ? 'field invalid' : 'field'} aria-describedby={describedBy}>
      <legend>
        {props.label}
        {props.optional === true && <Optional t={props.t} />}
      </legend>
      <HintAndError {...props} />
      {options.map((option, index) => {
        const id = index ? `${key}-${index}` : key;
        return (
          <div class="choice">
            <input
              id={id}
              type="radio"
              name={props.name}
              value={option.value}
              checked={String(props.value ?? '') === option.value}
              required={!props.optional}
              aria-describedby={option.hint ? `${id}-what` : undefined}
            />
            <div>
              <label for={id}>{option.label}</label>
              {option.hint && (
                <span class="hint" id={`${id}-what`}>
                  {option.hint}
                </span>
              )}
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}

/**
 * What is wrong, at the top of the page, each line a link to its field; nothing when all is well.
 * It takes the focus when the page opens, without JavaScript.
 */
export function ErrorSummary({ t, errors }: { t: Texts; errors: FieldErrors | undefined }) {
  const lines = Object.entries(errors ?? {}).filter(([, text]) => text);
  if (!lines.length) return null;
  return (
    <div
      class="error-summary"
      role="alert"
      tabindex={-1}
      autofocus
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">{t.errors.summaryTitle}</h2>
      <ul>
        {lines.map(([name, text]) => (
          <li>{name === 'form' ? <strong>{text}</strong> : <a href={`#${name}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
