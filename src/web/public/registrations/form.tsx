/**
 * The registration form: the fields that the session asks, what becomes of the answers, and what
 * happens when the session is full. A hidden key makes a double click or a reload one registration.
 */
import { isFull } from '../../../domain/catalogue/seats';
import { links } from '../../../links';
import { Button, Buttons } from '../../ui/button';
import { CheckboxField, TextArea, TextField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { AskedFields } from './asked-fields';
import { Colleagues } from './colleagues';
import type { FormProps } from './form-props';

export function RegistrationForm(props: FormProps) {
  const { reader, session, values, errors, submissionKey } = props;
  const { t, href, locale } = reader;
  const { form } = t.registration;
  const text = (name: string, label: string) => ({
    t,
    name,
    label,
    value: values[name],
    error: errors[name],
  });
  return (
    <form method="post" action={href(links.register(session.code))} novalidate>
      <Before reader={reader} session={session} />
      <Colleagues.Links {...props} />
      <p class="muted">{form.intro}</p>
      <TextField {...text('firstName', form.firstName)} autocomplete="given-name" maxlength={80} />
      <TextField {...text('lastName', form.lastName)} autocomplete="family-name" maxlength={80} />
      <TextField
        {...text('email', form.email)}
        hint={form.emailHint}
        type="email"
        inputmode="email"
        autocomplete="email"
        maxlength={254}
      />
      <AskedFields {...props} />
      <Seats {...props} />
      <Group {...props} />
      <Colleagues.Rows {...props} />
      {session.asks.note && (
        <TextArea
          {...text('note', form.note)}
          hint={form.noteHint}
          optional={session.asks.note === 'optional'}
          maxlength={1000}
        />
      )}
      <Trap label={form.trap} />
      <input type="hidden" name="submissionKey" value={submissionKey} />
      {props.invitation && <input type="hidden" name="invitation" value={props.invitation} />}
      <input type="hidden" name="lang" value={locale} />
      <Privacy {...props} />
      <Buttons>
        <Button>{isFull(session) ? form.submitWaiting : form.submit}</Button>
      </Buttons>
    </form>
  );
}

/** What one must know before typing: who may come, and that the list is what is left. */
function Before({ reader, session }: Pick<FormProps, 'reader' | 'session'>) {
  const { form } = reader.t.registration;
  return (
    <>
      {isFull(session) && (
        <Notice tone="care" title={form.waitingTitle}>
          <p>{form.waitingText}</p>
        </Notice>
      )}
      {(session.eligibility || session.checksEligibility) && (
        <Notice title={form.eligibilityTitle}>
          {session.eligibility && <p>{session.eligibility}</p>}
          {session.checksEligibility && <p>{form.checksEligibility}</p>}
        </Notice>
      )}
    </>
  );
}

/** A couple is two seats. */
function Seats({ reader: { t }, session, values, errors }: FormProps) {
  const { form } = t.registration;
  const most = session.seatsPerRegistration;
  if (most < 2) return null;
  return (
    <>
      <TextField
        t={t}
        name="seats"
        label={form.seats}
        hint={form.seatsHint(most)}
        value={values.seats ?? '1'}
        error={errors.seats}
        type="number"
        inputmode="numeric"
        min={1}
        max={most}
        short
      />
      <TextArea
        t={t}
        name="companions"
        label={form.companions}
        hint={form.companionsHint}
        value={values.companions}
        error={errors.companions}
        rows={2}
        maxlength={500}
        optional
      />
    </>
  );
}

/** « grande section : 24 enfants, 2 adultes » */
function Group({ reader: { t }, session, values, errors }: FormProps) {
  if (!session.acceptsGroups) return null;
  const { form } = t.registration;
  const names = ['groupLabel', 'children', 'adults'] as const;
  const isOpen = names.some((name) => values[name] || errors[name]);
  const field = (name: (typeof names)[number]) => ({
    t,
    name,
    label: form[name],
    value: values[name],
    error: errors[name],
    optional: true,
  });
  return (
    <details class="field" open={isOpen}>
      <summary>{form.groupTitle}</summary>
      <p class="hint">{form.groupText}</p>
      <TextField {...field('groupLabel')} hint={form.groupLabelHint} maxlength={120} />
      <TextField {...field('children')} type="number" inputmode="numeric" min={0} short />
      <TextField {...field('adults')} type="number" inputmode="numeric" min={0} short />
    </details>
  );
}

/** People neither see nor reach it; what fills in everything does. */
const Trap = ({ label }: { label: string }) => (
  <div class="trap" aria-hidden="true">
    <label for="website">{label}</label>
    <input id="website" type="text" name="website" tabindex={-1} autocomplete="off" />
  </div>
);

/** Who, why, how long, which rights; then consent, never ticked beforehand. */
function Privacy({ reader, carriers, values, errors }: FormProps) {
  const { t, href, networkName, locale } = reader;
  const { form } = t.registration;
  const who = carriers.length ? carriers : [networkName];
  return (
    <>
      <h3>{form.privacyTitle}</h3>
      <p>{form.privacyText(new Intl.ListFormat(locale).format(who), who.length > 1)}</p>
      <p>
        <a href={href(links.privacy())}>{form.privacyLink}</a>
      </p>
      <CheckboxField
        t={t}
        name="consent"
        label={form.consent}
        error={errors.consent}
        checked={values.consent === '1'}
      />
    </>
  );
}
