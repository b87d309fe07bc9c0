/** Why something could not be changed, in the reader's words: each reason has its text. */
import type { CorrectionOutcome, HandoverOutcome } from '../../../domain/registrations/hand-over';
import type { MoveRefusal } from '../../../domain/registrations/move';
import type { OfferRefusal } from '../../../domain/registrations/waiting-list';
import type { Texts } from '../../../i18n';

type T = Texts['registration'];
type ReasonOf<O> = Extract<O, { ok: false }> extends { reason: infer R extends string } ? R : never;

export const sayOfferRefusal = (t: T['offerRefused'], reason: OfferRefusal): string =>
  ({
    offer_lapsed: t.lapsed,
    no_offer: t.none,
    not_yours_to_answer: t.notYours,
  })[reason] satisfies string;

export const sayMoveRefusal = (t: T['movePage']['refused'], reason: MoveRefusal): string =>
  ({
    not_live: t.notLive,
    not_offered_here: t.notOffered,
    closed: t.closed,
    full: t.full,
    needs_check: t.needsCheck,
    already_registered: t.alreadyRegistered,
  })[reason] satisfies string;

export const sayHandoverRefusal = (
  t: T['handOverPage'],
  reason: ReasonOf<HandoverOutcome>,
): string =>
  ({ not_live: t.notLive, already_registered: t.alreadyRegistered })[reason] satisfies string;

export const sayCorrectionRefusal = (
  t: T['addressPage'],
  reason: ReasonOf<CorrectionOutcome>,
): string =>
  ({
    too_late: t.tooLate,
    not_live: t.notLive,
    already_registered: t.alreadyRegistered,
    same_address: t.sameAddress,
  })[reason] satisfies string;
