/** Registering the person who phoned. */
import { links } from '../../../links';
import { Button } from '../../ui/button';
import {
  CheckboxField,
  DatalistField,
  ErrorSummary,
  type FieldErrors,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/fields';
import { Notice } from '../../ui/notice';
import type { Values } from '../form';
import { FormKey } from '../form-key';
import { SessionFrame, type SessionPage } from '../sessions/session-frame';

export function NewRegistrantPage({
  values,
  errors = {},
  professions,
  organisations,
  ...page
}: SessionPage & {
  values: Values;
  errors?: FieldErrors;
  professions: string[];
  organisations: string[];
}) {
  const { t, href } = page.shell.reader;
  const { session } = page.view;
  const text = t.registrants.form;
  const field = (name: string) => ({ t, name, value: values[name], error: errors[name] });
  const { capacity, maxCapacity } = session;
  return (
    <SessionFrame
      {...page}
      tab="registrants"
      title={text.title}
      hasErrors={Object.keys(errors).length > 0}
    >
      <ErrorSummary t={t} errors={errors} />
      <h2>{text.title}</h2>
      <p>{text.intro}</p>
      {session.endsAt !== null && session.endsAt <= page.now && (
        <Notice tone="care">
          <p>{text.over}</p>
        </Notice>
      )}
      <form method="post" action={href(links.newRegistrant(session.code))} novalidate>
        <FormKey shell={page.shell} />
        <TextField {...field('firstName')} label={text.firstName} autocomplete="off" />
        <TextField {...field('lastName')} label={text.lastName} autocomplete="off" />
        <TextField
          {...field('email')}
          type="email"
          inputmode="email"
          autocomplete="off"
          label={text.email}
          hint={text.emailHint}
          optional
        />
        <TextField
          {...field('phone')}
          type="tel"
          inputmode="tel"
          autocomplete="off"
          label={text.phone}
          optional
        />
        <DatalistField
          {...field('profession')}
          label={t.registrants.profession}
          suggestions={professions}
          autocomplete="off"
          optional
        />
        <DatalistField
          {...field('organisation')}
          label={t.registrants.organisation}
          suggestions={organisations}
          autocomplete="off"
          optional
        />
        <TextField
          {...field('seats')}
          type="number"
          inputmode="numeric"
          min={1}
          short
          label={text.seats}
        />
        <TextArea {...field('companions')} label={text.companions} rows={2} optional />
        <SelectField
          {...field('locale')}
          label={text.language}
          options={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
        />
        {capacity !== null && maxCapacity !== null && maxCapacity > capacity && (
          <TextField
            {...field('reason')}
            label={text.reason}
            hint={text.reasonHint(capacity, maxCapacity)}
            optional
          />
        )}
        <CheckboxField
          t={t}
          name="waitlist"
          label={text.waitlist}
          checked={values.waitlist === '1'}
          optional
        />
        <Button>{text.save}</Button>
      </form>
    </SessionFrame>
  );
}
