/** Next year's session from this year's: everything but its dates, its people and its history. */
import type { SessionView } from './find-session';
import type { SessionInput, SlotInput } from './inputs';

/** A session as an organiser would type it: what a form shows, and what a copy starts from. */
export function inputOf({ session, slots, venue }: SessionView): SessionInput {
  return {
    ...session,
    venue: venue && {
      name: venue.name,
      address: venue.address,
      town: venue.town,
      access: venue.access,
    },
    slots: slots.map(({ startsAt, endsAt, precision, minutes }) => ({
      startsAt,
      endsAt,
      precision,
      minutes,
    })),
  };
}

/** The copy, as it would be typed. Without slots its date is to be determined. */
export const copyOf = (view: SessionView, slots: SlotInput[]): SessionInput => ({
  ...inputOf(view),
  dateState: slots.length ? 'set' : 'to_be_determined',
  slots,
  occurrences: 1,
  linkedSessionId: null,
  registrationOpensAt: null,
  registrationClosesAt: null,
});
