/** Every kind of mail: a new one is a file, a line in the type and a line in the table. */

import type { CertificateMail } from '../attendance/certificate-mail';
import type { InvitationMail } from '../invitations/send-mailing';
import type { NoteMail } from '../notes/send-note';
import type { DateWatchMail } from '../registrations/date-watchers';
import type { RegistrationMail } from '../registrations/mail-facts';
import type { SurveyMail } from '../surveys/invite';
import { addressLeft } from './address-left';
import { alreadyRegistered } from './already-registered';
import { beingChecked } from './being-checked';
import { calendarDay } from './calendar-day';
import { calendarDayCancelled } from './calendar-day-cancelled';
import { cancelled } from './cancelled';
import { certificateReady, certificateRevoked, certificatesLink } from './certificates';
import { confirmed } from './confirmed';
import { dateAwaited, dateKnown } from './date-watch';
import { handedOver } from './handed-over';
import { accountInvitation, loginLink, type OrganiserMail } from './login-link';
import { lostLink } from './lost-link';
import type { MessageKind } from './message';
import { moved } from './moved';
import { notEligible } from './not-eligible';
import { noteToRegistrants } from './note';
import { offer } from './offer';
import { offerLapsed } from './offer-lapsed';
import { partnerInvitation } from './partner-invitation';
import { registered } from './registered';
import { seatWithdrawn } from './seat-withdrawn';
import { sessionCancelled } from './session-cancelled';
import { sessionChanged } from './session-changed';
import { surveyInvitation, surveyReminder } from './survey';
import { waitlisted } from './waitlisted';

/** The facts of every mail by kind: concepts that write mails join theirs here. */
export type MailFacts = CertificateMail &
  RegistrationMail &
  DateWatchMail &
  OrganiserMail &
  SurveyMail &
  NoteMail &
  InvitationMail;
export type MailKind = keyof MailFacts;

export const kinds = {
  registered,
  being_checked: beingChecked,
  waitlisted,
  offer,
  offer_lapsed: offerLapsed,
  confirmed,
  not_eligible: notEligible,
  cancelled,
  seat_withdrawn: seatWithdrawn,
  session_cancelled: sessionCancelled,
  session_changed: sessionChanged,
  moved,
  handed_over: handedOver,
  address_left: addressLeft,
  already_registered: alreadyRegistered,
  calendar_day: calendarDay,
  calendar_day_cancelled: calendarDayCancelled,
  lost_link: lostLink,
  certificate_ready: certificateReady,
  certificate_revoked: certificateRevoked,
  certificates_link: certificatesLink,
  date_awaited: dateAwaited,
  date_known: dateKnown,
  login_link: loginLink,
  note_to_registrants: noteToRegistrants,
  partner_invitation: partnerInvitation,
  survey_invitation: surveyInvitation,
  survey_reminder: surveyReminder,
  account_invitation: accountInvitation,
} satisfies { [K in MailKind]: MessageKind<MailFacts[K]> };

export const isMailKind = (kind: string): kind is MailKind => Object.hasOwn(kinds, kind);
