/** What was wrong in a form, in the reader's words, by field and in the order of the form. */
import type { FieldError, FieldErrors, FormFields } from '../../../domain/registrations/inputs';
import type { RegisterRefusal } from '../../../domain/registrations/register';
import type { Texts } from '../../../i18n';
import type { FieldErrors as Said } from '../../ui/fields';
import type { FormSession } from './form-props';

type T = Texts['registration'];

const order = [
  'form',
  'firstName',
  'lastName',
  'email',
  'phone',
  'profession',
  'organisation',
  'town',
  'seats',
  'companions',
  'groupLabel',
  'children',
  'adults',
  'colleague',
  'note',
  'consent',
];
const place = (name: string) => {
  const { field } = parts(name);
  return order.indexOf(field.startsWith('colleague') ? 'colleague' : field);
};

/** colleagueEmail2 is the field colleagueEmail of the second colleague. */
function parts(name: string) {
  const match = /^(colleague\p{L}+)(\d+)$/u.exec(name);
  return match?.[1] ? { field: match[1], row: Number(match[2]) } : { field: name, row: 0 };
}

export function sayFieldErrors(t: T, errors: FieldErrors, session: FormSession): Said {
  const said = Object.entries(errors)
    .sort(([a], [b]) => place(a) - place(b))
    .map(([name, error]) => {
      const { field, row } = parts(name);
      const text = sayFieldError(t, field, error, session);
      // The honeypot is hidden: nobody can be led to it.
      return [error === 'leave_empty' ? 'form' : name, row ? t.ofColleague(text, row) : text];
    });
  return Object.fromEntries(said);
}

function sayFieldError(t: T, field: string, error: FieldError, session: FormSession): string {
  const { invalid } = t;
  const required: Record<string, string> = t.required;
  const isGroup = field === 'children' || field === 'adults';
  const texts = {
    required: required[field] ?? t.required.other,
    email: invalid.email,
    too_long: invalid.tooLong,
    not_a_number: invalid.notANumber,
    too_many_seats: isGroup
      ? invalid.tooManyInGroup
      : field === 'companions'
        ? invalid.tooManyCompanions
        : invalid.tooManySeats(session.seatsPerRegistration),
    companions_needed: invalid.companionsNeeded,
    consent: invalid.consent,
    leave_empty: invalid.leaveEmpty,
    same_address_twice: invalid.sameAddressTwice,
  } satisfies Record<FieldError, string>;
  return texts[error];
}

/** Why the domain refused, at the field that can change it where there is one. */
export function sayRefusal(
  t: T,
  reason: RegisterRefusal,
  session: FormSession,
  fields: FormFields,
): Said {
  const { refused, invalid } = t;
  const texts = {
    not_yet: refused.notYet,
    closed: refused.closed,
    past: refused.past,
    cancelled: refused.cancelled,
    undated: refused.undated,
    by_invitation: refused.byInvitation,
    too_many_seats: invalid.tooManySeats(session.seatsPerRegistration),
    larger_than_session: refused.largerThanSession,
    larger_than_organisation_share: refused.largerThanShare(session.seatsPerOrganisation ?? 0),
    same_address_twice: invalid.sameAddressTwice,
    already_registered: refused.alreadyRegistered,
    busy: refused.busy,
  } satisfies Record<RegisterRefusal, string>;
  const aboutSeats = reason === 'too_many_seats' || reason === 'larger_than_session';
  const field = aboutSeats && fields.seats && !fields.groupLabel ? 'seats' : 'form';
  return { [field]: texts[reason] };
}
