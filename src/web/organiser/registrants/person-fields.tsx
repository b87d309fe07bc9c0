/** The fields of someone whom an organiser registers or corrects; all but the name may be left out. */
import type { Registration } from '../../../domain/registrations/schema';
import type { Texts } from '../../../i18n';
import { DatalistField, type FieldErrors, TextArea, TextField } from '../../ui/fields';
import type { Values } from '../form';
import type { SessionPage } from '../sessions/session-frame';

export type Suggestions = { professions: string[]; organisations: string[] };

export type PersonProps = SessionPage & {
  values: Values;
  errors?: FieldErrors;
  suggestions: Suggestions;
};

export const fieldOf =
  (t: Texts, { values, errors = {} }: Pick<PersonProps, 'values' | 'errors'>) =>
  (name: string) => ({ t, name, value: values[name], error: errors[name], autocomplete: 'off' });

export function NameFields(props: PersonProps) {
  const { t } = props.shell.reader;
  const field = fieldOf(t, props);
  return (
    <>
      <TextField {...field('firstName')} label={t.registrants.form.firstName} maxlength={80} />
      <TextField {...field('lastName')} label={t.registrants.form.lastName} maxlength={80} />
    </>
  );
}

/** What the session asks, and what is known although it does not ask. */
export function AnswerFields({ known, ...props }: PersonProps & { known?: Registration }) {
  const { t } = props.shell.reader;
  const { asks } = props.view.session;
  const text = t.registrants;
  const field = fieldOf(t, props);
  const { professions, organisations } = props.suggestions;
  return (
    <>
      <TextField
        {...field('phone')}
        type="tel"
        inputmode="tel"
        label={text.form.phone}
        maxlength={40}
        optional
      />
      <DatalistField
        {...field('profession')}
        label={text.profession}
        suggestions={professions}
        maxlength={120}
        optional
      />
      <DatalistField
        {...field('organisation')}
        label={text.organisation}
        suggestions={organisations}
        maxlength={120}
        optional
      />
      {(asks.town || known?.town) && (
        <TextField {...field('town')} label={text.town} maxlength={120} optional />
      )}
      {(asks.note || known?.note) && (
        <TextArea
          {...field('note')}
          label={text.note}
          hint={t.registration.form.noteHint}
          rows={3}
          maxlength={1000}
          optional
        />
      )}
    </>
  );
}

export function SeatFields({ seatsHint, ...props }: PersonProps & { seatsHint?: string }) {
  const { t } = props.shell.reader;
  const text = t.registrants.form;
  const field = fieldOf(t, props);
  return (
    <>
      <TextField
        {...field('seats')}
        type="number"
        inputmode="numeric"
        min={1}
        short
        label={text.seats}
        hint={seatsHint}
      />
      <TextArea {...field('companions')} label={text.companions} rows={2} optional />
    </>
  );
}

/** Asked for where the session has seats beyond its capacity. */
export function ReasonField(props: PersonProps) {
  const { t } = props.shell.reader;
  const text = t.registrants.form;
  const { capacity, maxCapacity } = props.view.session;
  if (capacity === null || maxCapacity === null || maxCapacity <= capacity) return null;
  return (
    <TextField
      {...fieldOf(t, props)('reason')}
      label={text.reason}
      hint={text.reasonHint(capacity, maxCapacity)}
      maxlength={300}
      optional
    />
  );
}
