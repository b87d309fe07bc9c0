/** What an organiser can do with one registration, each a small form that says what will happen. */
import type { Child } from 'hono/jsx';
import { registrationStatus } from '../../../domain/catalogue/registration-window';
import { links } from '../../../links';
import { sayStart, sayTitle } from '../../public/catalogue/say';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/fields';
import type { RegistrantPageProps } from './registrant-props';

export function RegistrantActions(props: RegistrantPageProps) {
  const { registration: r, view } = props;
  const { t } = props.shell.reader;
  if (r.state === 'cancelled' || view.session.state !== 'published') return null;
  return (
    <>
      <h2>{t.registrants.one.actions}</h2>
      <div class="columns">
        {r.state === 'pending' && <Eligibility {...props} />}
        {(r.state === 'waitlisted' || r.state === 'offered') && <Confirmation {...props} />}
        {r.email !== null && <Resending {...props} />}
        <Address {...props} />
        {props.targets.length > 0 && <Move {...props} />}
        <Cancellation {...props} />
      </div>
    </>
  );
}

/** Names of fields are told apart by a prefix: several forms stand on the page. */
function Act({
  props,
  title,
  action,
  children,
}: {
  props: RegistrantPageProps;
  title: string;
  action: string;
  children: Child;
}) {
  return (
    <section class="card">
      <h3>{title}</h3>
      <form method="post" action={props.shell.reader.href(action)} novalidate>
        {children}
      </form>
    </section>
  );
}

const field = (
  { shell, values = {}, errors = {} }: RegistrantPageProps,
  id: string,
  name: string,
) => ({
  t: shell.reader.t,
  id,
  name,
  value: values[id],
  error: errors[id],
});

function Confirmation(props: RegistrantPageProps) {
  const text = props.shell.reader.t.registrants;
  const { capacity, maxCapacity, seatsTaken } = props.view.session;
  const needsReason =
    props.registration.state === 'waitlisted' &&
    capacity !== null &&
    seatsTaken + (props.party?.seats ?? 1) > capacity;
  return (
    <Act
      props={props}
      title={text.one.confirm}
      action={links.registrantConfirmation(props.registration.id)}
    >
      <p>{text.one.confirmText}</p>
      {props.members > 1 && <p>{text.one.confirmParty(props.members)}</p>}
      {needsReason && (
        <TextField
          {...field(props, 'overReason', 'reason')}
          label={text.form.reason}
          hint={text.form.reasonHint(capacity, maxCapacity ?? capacity)}
        />
      )}
      <Button>{text.one.confirm}</Button>
    </Act>
  );
}

function Eligibility(props: RegistrantPageProps) {
  const text = props.shell.reader.t.registrants.one;
  return (
    <Act
      props={props}
      title={text.eligibility}
      action={links.registrantEligibility(props.registration.id)}
    >
      {props.view.session.eligibility && <p>{props.view.session.eligibility}</p>}
      <TextField
        {...field(props, 'eligibilityReason', 'reason')}
        label={text.notEligibleReason}
        hint={text.reasonMailedHint}
        optional
      />
      <Button name="eligible" value="1">
        {text.eligible}
      </Button>{' '}
      <Button kind="warning" name="eligible" value="0">
        {text.notEligible}
      </Button>
    </Act>
  );
}

function Resending(props: RegistrantPageProps) {
  const text = props.shell.reader.t.registrants.one;
  return (
    <Act
      props={props}
      title={text.resend}
      action={links.registrantResending(props.registration.id)}
    >
      <p>{text.resendText(props.registration.email ?? '')}</p>
      <Button kind="secondary">{text.resend}</Button>
    </Act>
  );
}

function Address(props: RegistrantPageProps) {
  const { t } = props.shell.reader;
  const text = t.registrants;
  return (
    <Act
      props={props}
      title={text.one.address}
      action={links.registrantAddress(props.registration.id)}
    >
      <p>{text.one.addressText}</p>
      <TextField
        {...field(props, 'newEmail', 'email')}
        value={props.values?.newEmail ?? props.registration.email}
        type="email"
        inputmode="email"
        autocomplete="off"
        label={text.form.email}
      />
      <Button kind="secondary">{text.one.send}</Button>
    </Act>
  );
}

function Move(props: RegistrantPageProps) {
  const { reader } = props.shell;
  const { one: text, form } = reader.t.registrants;
  const options = props.targets.map(({ view, fits }) => {
    const { session } = view;
    const isOpen = registrationStatus(session, props.now).status === 'open';
    const marks = [
      session.visibility === 'invitation' && text.byInvitation,
      !isOpen && text.closed,
      !fits && text.full,
    ].filter(Boolean);
    const said = marks.length > 0 ? ` (${marks.join(', ')})` : '';
    return {
      value: session.code,
      label: `${sayStart(session, reader, props.now)} – ${sayTitle(view)}${said}`,
    };
  });
  const mayFill = props.targets.some(
    ({ view: { session }, fits }) => !fits && (session.maxCapacity ?? 0) > (session.capacity ?? 0),
  );
  return (
    <Act props={props} title={text.move} action={links.registrantMove(props.registration.id)}>
      <p>{text.moveText}</p>
      <SelectField {...field(props, 'session', 'session')} label={text.moveTo} options={options} />
      {mayFill && (
        <TextField
          {...field(props, 'moveReason', 'reason')}
          label={form.reason}
          hint={text.moveReasonHint}
          maxlength={300}
          optional
        />
      )}
      <Button kind="secondary">{text.moveButton}</Button>
    </Act>
  );
}

function Cancellation(props: RegistrantPageProps) {
  const text = props.shell.reader.t.registrants.one;
  return (
    <Act
      props={props}
      title={text.cancel}
      action={links.registrantCancellation(props.registration.id)}
    >
      <p>{text.cancelText(props.registration.email !== null)}</p>
      <TextField
        {...field(props, 'cancelReason', 'reason')}
        label={text.reasonMailed}
        hint={text.reasonMailedHint}
        optional
      />
      <Button kind="warning">{text.cancel}</Button>
    </Act>
  );
}
