/** The form of a session on its way: a row more, what is wrong, what saving would do, saved. */
import type { Context } from 'hono';
import { correctCertificates } from '../../../domain/attendance/certify';
import { listAttendedSlots } from '../../../domain/attendance/half-days';
import { createSession, findCreated } from '../../../domain/catalogue/create-session';
import { findClashes } from '../../../domain/catalogue/find-clashes';
import { findSessionById, type SessionView } from '../../../domain/catalogue/find-session';
import { findVenueByName } from '../../../domain/catalogue/form-choices';
import type { SessionInput } from '../../../domain/catalogue/inputs';
import { removed } from '../../../domain/catalogue/slot-numbers';
import {
  beginsOtherwise,
  hasEnded,
  planUpdate,
  seatsOver,
  updateSession,
} from '../../../domain/catalogue/update-session';
import { countConcerned } from '../../../domain/registrations/count-concerned';
import { links } from '../../../links';
import { announceSoon } from '../../deliver-soon';
import { sayWhen } from '../../public/catalogue/say';
import type { FieldErrors } from '../../ui/fields';
import { byFormOf, byOf, type OrganiserEnv } from '../context';
import { isSameInput, readLists } from '../form';
import { sessionShell } from './load';
import { readSession, storedSlot } from './read-session';
import { isNews, type Review, ReviewPage } from './review-page';
import { type SessionForm, slotRow, storedSession, typedSession } from './session-form';
import { refused, type Subject, showForm } from './show-form';

type C = Context<OrganiserEnv>;

const blankSlot = { date: '', from: '', to: '', stored: '' };
export const longestReason = 500;

export async function submitted(c: C, subject: Subject): Promise<Response> {
  const body = await readLists(c);
  const form = typedSession(body);
  const step = body.etape?.at(-1);
  if (step === 'creneau') form.slots.push(blankSlot);
  if (step === 'intervenant') form.speakers.push({ name: '', role: '' });
  if (step && step !== 'confirme') return showForm(c, subject, form);
  const { db, reader } = c.var;
  const knownVenue = await findVenueByName(db, form.venueName);
  const read = readSession(form, { timeZone: reader.timeZone, t: reader.t, knownVenue });
  if (!read.ok) return showForm(c, subject, form, read.errors);
  const reason = body.reason?.at(-1)?.trim() ?? '';
  const typed = { form, input: read.input, reason, confirmed: step === 'confirme' };
  return subject.view
    ? change(c, { ...subject, view: subject.view }, typed)
    : create(c, subject, typed);
}

type TypedForm = { form: SessionForm; input: SessionInput; reason: string; confirmed: boolean };

async function create(c: C, subject: Subject, typed: TypedForm): Promise<Response> {
  const { db, reader } = c.var;
  const { id } = subject.action;
  const by = await byFormOf(c);
  if (!typed.confirmed) {
    const clashes = await findClashes(db, typed.input, exceptIds(typed.input, null));
    const isPast = hasEnded(typed.input.slots, c.var.now);
    const review: Review = { clashes, told: null, watchers: 0, over: null, isPast };
    // Pressed twice, the second must not be told of a clash with what the first has made.
    if (isNews(review) && !(await findCreated(db, by)))
      return showReview(c, subject, typed, review);
  }
  const outcome = await createSession(db, id, typed.input, by);
  if (!outcome.ok) return refused(c, subject, typed.form, outcome.reason);
  return c.redirect(reader.href(`${links.organiserSession(outcome.code)}?fait=creee`), 303);
}

type Existing = Subject & { view: SessionView };

async function change(c: C, subject: Existing, typed: TypedForm): Promise<Response> {
  const attended = await attendedErrors(c, subject, typed);
  if (attended) return showForm(c, subject, typed.form, attended);

  const { db, reader } = c.var;
  const { form, input, reason } = typed;
  const { id, code } = subject.view.session;
  const wanted = { id, version: form.version, input };
  if (!typed.confirmed) {
    const review = await reviewed(c, wanted);
    if (!review.ok) return unchanged(c, subject, typed, review.reason);
    if (isNews(review)) return showReview(c, subject, typed, review);
  } else if (reason.length > longestReason) {
    const review = await reviewed(c, wanted);
    if (!review.ok) return unchanged(c, subject, typed, review.reason);
    const errors = { reason: reader.t.sessions.cancellation.reasonTooLong };
    return showReview(c, subject, typed, review, errors);
  }
  const outcome = await updateSession(db, { ...wanted, reason: reason || null }, byOf(c));
  if (!outcome.ok) {
    // Someone was noted as present since it was looked at.
    const late = outcome.reason === 'slot_attended' && (await attendedErrors(c, subject, typed));
    if (late) return showForm(c, subject, form, late);
    return unchanged(c, subject, typed, outcome.reason);
  }
  await correctCertificates(db, id, byOf(c));
  if (outcome.announced) announceSoon(c);
  if (outcome.over && lowersCapacity(subject.view, input))
    return c.redirect(reader.href(`${links.whoStays(code)}?fait=enregistree`), 303);
  const what = outcome.announced ? 'prevenus' : outcome.dated ? 'datee' : 'enregistree';
  return c.redirect(reader.href(`${links.organiserSession(code)}?fait=${what}`), 303);
}

type UpdateRefusal = Extract<Awaited<ReturnType<typeof updateSession>>, { ok: false }>['reason'];

/** Pressed twice, the second finds its own change stored, which is nobody else's. */
async function unchanged(c: C, subject: Existing, { form, input }: TypedForm, why: UpdateRefusal) {
  const { session } = subject.view;
  if (why !== 'stale' || !(await isStored(c, session.id, input)))
    return refused(c, subject, form, why);
  const page = `${links.organiserSession(session.code)}?fait=enregistree`;
  return c.redirect(c.var.reader.href(page), 303);
}

async function isStored(c: C, id: number, input: SessionInput): Promise<boolean> {
  const { db, reader } = c.var;
  const view = await findSessionById(db, id);
  if (!view) return false;
  const form = storedSession(view, reader.timeZone);
  const knownVenue = await findVenueByName(db, form.venueName);
  const stored = readSession(form, { timeZone: reader.timeZone, t: reader.t, knownVenue });
  return stored.ok && isSameInput(unnumbered(stored.input), unnumbered(input));
}

/** A slot that was added has its number since. */
const unnumbered = (input: SessionInput) => ({
  ...input,
  slots: input.slots.map(({ number: _, ...slot }) => slot),
});

/** A slot at which people were noted stays: said at its row, which is there again if it was not. */
async function attendedErrors(c: C, { view }: Existing, { form, input }: TypedForm) {
  const { db, now, reader } = c.var;
  const gone = removed(input.slots, view.slots);
  // What is stale is said first.
  if (gone.length === 0 || form.version !== view.session.version) return null;
  const attended = await listAttendedSlots(db, view.session.id);
  const errors: FieldErrors = {};
  for (const slot of gone.filter(({ number }) => attended.has(number))) {
    let row = form.slots.findIndex((typed) => storedSlot(typed)?.number === slot.number);
    if (row === -1) row = form.slots.push(slotRow(slot, reader.timeZone)) - 1;
    const field = form.dateState === 'set' ? `slotDate-${row}` : 'dateState';
    errors[field] ??= reader.t.sessions.problems.attended(sayWhen([slot], reader, now).join());
  }
  return Object.keys(errors).length ? errors : null;
}

/** The other half of a hybrid session is at the same time by intent. */
const exceptIds = (input: SessionInput, id: number | null) =>
  [id, input.linkedSessionId].filter((one) => one !== null);

async function reviewed(c: C, wanted: { id: number; version: number; input: SessionInput }) {
  const { db, now } = c.var;
  const { id, input } = wanted;
  const plan = await planUpdate(db, wanted, now);
  if (!plan.ok) return plan;
  const { before, after, view } = plan;
  const [clashes, concerned] = await Promise.all([
    moved(view, input) ? findClashes(db, input, exceptIds(input, id)) : [],
    plan.tells || plan.dates ? countConcerned(db, id) : null,
  ]);
  const seats = seatsOver(view.session.seatsTaken, input.capacity);
  const isTold = plan.tells && concerned && concerned.mailed + concerned.unreachable > 0;
  return {
    ok: true as const,
    clashes,
    told: isTold ? { ...concerned, before, after } : null,
    watchers: (plan.dates && concerned?.watchers) || 0,
    isPast:
      hasEnded(input.slots, now) && !hasEnded(view.slots, now) && beginsOtherwise(view, input),
    over:
      seats > 0 && lowersCapacity(view, input) ? { seats, capacity: input.capacity ?? 0 } : null,
  };
}

/** Above the capacity and under the maximum someone has decided so, but not when it is lowered. */
const lowersCapacity = ({ session }: SessionView, { capacity }: SessionInput) =>
  capacity !== null && (session.capacity === null || capacity < session.capacity);

/** A clash that was there before is not shown again while something else is put right. */
function moved({ session, slots, venue }: SessionView, input: SessionInput): boolean {
  const key = (
    spans: readonly { startsAt: number; endsAt: number }[],
    place: string | undefined,
    people: unknown,
  ) => JSON.stringify([spans.map((s) => [s.startsAt, s.endsAt]), place, people]);
  return (
    key(slots, venue?.name, session.speakers) !==
    key(input.slots, input.venue?.name, input.speakers)
  );
}

function showReview(
  c: C,
  { action, view }: Subject,
  { form, reason }: TypedForm,
  review: Review,
  errors?: FieldErrors,
) {
  const target = view ? links.organiserSession(view.session.code) : links.organiserSessions();
  const actionId = view ? null : action.id;
  const shell = sessionShell(c);
  const page = { shell, now: c.var.now, form, target, actionId, review, reason, errors };
  return c.html(<ReviewPage {...page} />, errors ? 422 : 200);
}
