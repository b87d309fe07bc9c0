/** One registration: shown, and decided about. Each decision is safe to repeat. */
import { type Context, Hono } from 'hono';
import { findSession } from '../../../domain/catalogue/find-session';
import { isOver } from '../../../domain/catalogue/registration-window';
import { requireCarrier } from '../../../domain/organisers/access';
import { confirmByHand, decideEligibility } from '../../../domain/registrations/by-hand';
import { AddressInput, ReasonInput } from '../../../domain/registrations/by-hand-inputs';
import { cancelRegistration } from '../../../domain/registrations/cancel';
import { correctAddress } from '../../../domain/registrations/hand-over';
import { listHistory, listMails } from '../../../domain/registrations/list-registrants';
import { resendStanding } from '../../../domain/registrations/mail-standing';
import { moveByHand } from '../../../domain/registrations/move';
import { noteCall } from '../../../domain/registrations/phone-list';
import {
  countMembers,
  findParty,
  listMoveTargetsByHand,
} from '../../../domain/registrations/queries';
import type { Registration } from '../../../domain/registrations/schema';
import { readCode } from '../../../lib/tokens';
import { links } from '../../../links';
import { deliverSoon } from '../../deliver-soon';
import type { FieldErrors } from '../../ui/fields';
import { byOf, type OrganiserEnv } from '../context';
import { readInput, readValues, type Values } from '../form';
import { pageOf } from '../sessions/load';
import { type Loaded, loadRegistration as load } from './load';
import { RegistrantPage } from './registrant-page';

type C = Context<OrganiserEnv>;

export const registrantRoutes = new Hono<OrganiserEnv>()
  .get(links.registrant(':id'), async (c) => show(c, await load(c)))
  .post(links.registrantConfirmation(':id'), async (c) => {
    const asked = await load(c);
    const { registration } = asked;
    const values = await readValues(c);
    const read = readInput(ReasonInput, values, problems(c));
    if (!read.ok) return show(c, asked, { overReason: values.reason }, read.errors, 'overReason');
    const { actor } = byOf(c);
    const outcome = await confirmByHand(
      c.var.db,
      registration,
      read.input.reason,
      actor,
      moment(c),
    );
    return answer(
      c,
      registration,
      outcome,
      'confirmation',
      { overReason: values.reason },
      'overReason',
    );
  })
  .post(links.registrantEligibility(':id'), async (c) => {
    const asked = await load(c);
    const { registration } = asked;
    const values = await readValues(c);
    const read = readInput(ReasonInput, values, problems(c));
    if (!read.ok)
      return show(c, asked, { eligibilityReason: values.reason }, read.errors, 'eligibilityReason');
    const decision = { eligible: values.eligible === '1', reason: read.input.reason };
    const outcome = await decideEligibility(
      c.var.db,
      registration,
      decision,
      byOf(c).actor,
      moment(c),
    );
    // Once all is over nobody is mailed that they have a place.
    const isUntold = decision.eligible && isOver(asked.view.session, c.var.now);
    const done = isUntold ? 'confirmation' : 'eligibilite';
    return answer(c, registration, outcome, done, {}, 'form');
  })
  .post(links.registrantCancellation(':id'), async (c) => {
    const asked = await load(c);
    const { registration } = asked;
    const values = await readValues(c);
    const read = readInput(ReasonInput, values, problems(c));
    if (!read.ok)
      return show(c, asked, { cancelReason: values.reason }, read.errors, 'cancelReason');
    const how = { actor: byOf(c).actor, endedBy: 'organiser', reason: read.input.reason } as const;
    const outcome = await cancelRegistration(c.var.db, registration, how, moment(c));
    return answer(c, registration, outcome, 'annulation', {}, 'form');
  })
  .post(links.registrantAddress(':id'), async (c) => {
    const asked = await load(c);
    const { registration } = asked;
    const values = await readValues(c);
    const kept = { newEmail: values.email };
    const read = readInput(AddressInput, values, problems(c));
    if (!read.ok) return show(c, asked, kept, read.errors, 'newEmail');
    const { actor } = byOf(c);
    const outcome = await correctAddress(
      c.var.db,
      registration,
      read.input.email,
      moment(c),
      actor,
    );
    const isPast = isOver(asked.view.session, c.var.now);
    return answer(c, registration, outcome, isPast ? 'coordonnees' : 'adresse', kept, 'newEmail');
  })
  .post(links.registrantResending(':id'), async (c) => {
    const asked = await load(c);
    const { registration } = asked;
    const { actor } = byOf(c);
    const outcome = await resendStanding(c.var.db, registration, moment(c), actor);
    return answer(c, registration, outcome, 'renvoi', {}, 'form');
  })
  .post(links.registrantMove(':id'), async (c) => {
    const asked = await load(c);
    const { registration } = asked;
    const values = await readValues(c);
    const kept = { session: values.session, moveReason: values.reason };
    const read = readInput(ReasonInput, values, problems(c));
    if (!read.ok) return show(c, asked, kept, read.errors, 'moveReason');
    const code = readCode(values.session ?? '');
    const target = code === null ? null : await findSession(c.var.db, code);
    if (!target) return refuse(c, 'not_offered_here', kept, 'session');
    requireCarrier(c.var.account, target);
    const how = { actor: byOf(c).actor, overCapacityReason: read.input.reason };
    const outcome = await moveByHand(c.var.db, registration, target, how, moment(c));
    const asksReason = !outcome.ok && outcome.reason === 'over_capacity_needs_reason';
    const field = asksReason ? 'moveReason' : 'session';
    return answer(c, registration, outcome, 'changement', kept, field);
  })
  .post(links.registrantCall(':id'), async (c) => {
    const asked = await load(c);
    const { registration } = asked;
    const called = (await readValues(c)).called !== '0';
    const by = { accountId: c.var.account.id, now: c.var.now };
    await noteCall(c.var.db, registration.id, called, by);
    return c.redirect(c.var.reader.href(links.phoneList(asked.view.session.code)), 303);
  });

const moment = (c: C) => ({ now: c.var.now, timeZone: c.var.settings.timeZone });
const problems = (c: C) => c.var.reader.t.registrants.problems;

type Refusal = keyof OrganiserEnv['Variables']['reader']['t']['registrants']['refusals'];

function answer(
  c: C,
  registration: Registration,
  outcome: { ok: true } | { ok: false; reason: Refusal },
  done: string,
  kept: Values,
  field: string,
) {
  if (!outcome.ok) return refuse(c, outcome.reason, kept, field);
  deliverSoon(c);
  return c.redirect(c.var.reader.href(`${links.registrant(registration.id)}?fait=${done}`), 303);
}

/** As it is now: somebody else may have decided meanwhile. */
async function refuse(c: C, reason: Refusal, kept: Values, field: string) {
  // A refused reason is asked for where it is typed; everything else concerns the whole.
  return show(c, await load(c), kept, { [field]: c.var.reader.t.registrants.refusals[reason] });
}

/** `field` renames the error of a small form's own field to the id that it has on this page. */
async function show(
  c: C,
  { registration, view }: Loaded,
  values?: Values,
  errors?: FieldErrors,
  field?: string,
) {
  const { db, now } = c.var;
  const [party, members, history, mails, targets] = await Promise.all([
    findParty(db, registration, now),
    countMembers(db, registration),
    listHistory(db, registration.id),
    listMails(db, registration.id),
    registration.state === 'cancelled' ? [] : listMoveTargetsByHand(db, registration, now),
  ]);
  const said = errors && field ? { [field]: Object.values(errors)[0] } : errors;
  const known = { registration, party, members, history, mails, targets };
  return c.html(
    <RegistrantPage {...{ ...pageOf(c, view), ...known, values, errors: said }} />,
    errors ? 422 : 200,
  );
}
