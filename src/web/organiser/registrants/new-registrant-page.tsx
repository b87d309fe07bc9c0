/** Registering the person who phoned. */
import { isOver } from '../../../domain/catalogue/registration-window';
import { links } from '../../../links';
import { Button } from '../../ui/button';
import { CheckboxField, ErrorSummary, SelectField, TextField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { FormKey } from '../form-key';
import { SessionFrame } from '../sessions/session-frame';
import {
  AnswerFields,
  fieldOf,
  NameFields,
  type PersonProps,
  ReasonField,
  SeatFields,
} from './person-fields';

export function NewRegistrantPage(props: PersonProps) {
  const { shell, view, now, values, errors = {} } = props;
  const { t, href } = shell.reader;
  const text = t.registrants.form;
  const field = fieldOf(t, props);
  return (
    <SessionFrame
      {...{ shell, view, now }}
      tab="registrants"
      title={text.title}
      hasErrors={Object.keys(errors).length > 0}
    >
      <ErrorSummary t={t} errors={errors} />
      <h2>{text.title}</h2>
      <p>{text.intro}</p>
      {isOver(view.session, now) && (
        <Notice tone="care">
          <p>{text.over}</p>
        </Notice>
      )}
      <form method="post" action={href(links.newRegistrant(view.session.code))} novalidate>
        <FormKey shell={shell} />
        <NameFields {...props} />
        <TextField
          {...field('email')}
          type="email"
          inputmode="email"
          label={text.email}
          hint={text.emailHint}
          optional
        />
        <AnswerFields {...props} />
        <SeatFields {...props} />
        <SelectField
          {...field('locale')}
          label={text.language}
          options={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
        />
        <ReasonField {...props} />
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
