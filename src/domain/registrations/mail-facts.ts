/**
 * What each mail about a registration freezes when the fact happens; messages/ renders it at
 * delivery. The outbox row beside it holds the recipient, the locale, registration_id,
 * holder_version (for the link's token), calendar_sequence, and part.
 *
 * A session of several days is one calendar entry a day, and a mail carries one entry
 * (docs/decisions): the first day's goes with the main mail (part 0), each further day's with a short
 * mail of its own (`calendar_day`, `calendar_day_cancelled`; part = index of the day).
 */
import type { SessionFacts } from '../catalogue/facts';
import type { Headcounts, RegistrationState } from './schema';

export type PersonFacts = {
  firstName: string;
  lastName: string;
  seats: number;
  companions: string[];
  groupLabel: string | null;
  headcounts: Headcounts;
};

type Base = { session: SessionFacts; person: PersonFacts };
type Changed = Base & { before: SessionFacts; reason: string | null };

export type RegistrationMail = {
  /** Confirmed at once; REQUEST. byColleague: someone else filled the form. */
  registered: Base & { byColleague: boolean };
  /** The seat is held while eligibility is checked. */
  being_checked: Base & { byColleague: boolean };
  waitlisted: Base & { rank: number; byColleague: boolean };
  offer: Base & { expiresAt: number };
  offer_lapsed: Base;
  /** Came from the waiting list, or passed the eligibility check; REQUEST. */
  confirmed: Base;
  not_eligible: Base & { reason: string | null };
  /** By the person, or by an organiser with a reason; CANCEL when it was in their calendar. */
  cancelled: Base & { byOrganiser: boolean; reason: string | null };
  /** By an organiser who lowered the capacity: back on the waiting list; CANCEL when it was in their calendar. */
  seat_withdrawn: Base & { rank: number; reason: string | null };
  /** CANCEL for those whose calendar has it; the waiting list gets the same without. */
  session_cancelled: Base & { reason: string | null };
  /** REQUEST for those confirmed. */
  session_changed: Changed;
  /** The person moved to another session of the action (before: the one that they left); REQUEST. */
  moved: Changed;
  /** To the former holder; CANCEL. The new one gets `registered` under a new UID. */
  handed_over: Base;
  /** To the address that was given before it was corrected, where its calendar has the event; CANCEL. */
  address_left: Base;
  /** A second attempt with this address: leads to the registration that exists. */
  already_registered: Base;
  /** REQUEST for one more day: part is its index among the days. */
  calendar_day: Base;
  /** CANCEL for one day that is no longer theirs. */
  calendar_day_cancelled: Base & {
    reason?: string | null;
    /** The session as it is now: its other days, or none, are said. */
    now?: SessionFacts;
  };
  /** Every live link of an address; no registration_id on the row. */
  lost_link: {
    registrations: {
      id: number;
      holderVersion: number;
      title: string;
      startsAt: number | null;
      state: RegistrationState;
    }[];
  };
};

export type RegistrationMailKind = keyof RegistrationMail;
