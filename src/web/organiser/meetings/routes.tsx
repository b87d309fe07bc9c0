/** Meetings: read by all who sign in, recorded and edited by those who work on what they served. */
import { type Context, Hono } from 'hono';
import { listActionChoices } from '../../../domain/catalogue/find-action';
import { listProfessionNames } from '../../../domain/catalogue/list-names';
import { MeetingInput } from '../../../domain/meetings/inputs';
import { listMeetingsOfYear, type MeetingView } from '../../../domain/meetings/list-meetings';
import {
  deleteMeeting,
  detachMeeting,
  recordMeeting,
  updateMeeting,
} from '../../../domain/meetings/save-meeting';
import { mayManageAction, requireMeeting } from '../../../domain/organisers/access';
import { mayOrganise, ownCarrierId } from '../../../domain/organisers/permissions';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import { askedYear } from '../asked-year';
import { byFormOf, byOf, type OrganiserEnv, shellOf } from '../context';
import { isSameInput, readId, readInput, readLists, readVersion, requireId } from '../form';
import { requireRole } from '../signed-in';
import {
  blankMeeting,
  type MeetingForm,
  meetingDraft,
  storedMeeting,
  typedMeeting,
} from './meeting-form';
import { MeetingFormPage } from './meeting-form-page';
import { MeetingsPage } from './meetings-page';

const organiser = requireRole(mayOrganise);
type C = Context<OrganiserEnv>;

export const meetingRoutes = new Hono<OrganiserEnv>()
  .get(links.meetings(), async (c) => {
    const { year, years } = askedYear(c);
    const meetings = await listMeetingsOfYear(c.var.db, year);
    return c.html(<MeetingsPage {...{ shell: shellOf(c), meetings, year, years }} />);
  })
  .get(links.newMeeting(), organiser, (c) =>
    showForm(c, null, blankMeeting(readId(c.req.query('action')))),
  )
  .post(links.meetings(), organiser, async (c) => {
    const form = typedMeeting(await readLists(c));
    const read = await readMeeting(c, form, null);
    if (!read.ok) return showForm(c, null, form, read.errors);
    const { organisationId } = c.var.account;
    await recordMeeting(c.var.db, read.input, { ...(await byFormOf(c)), organisationId });
    return toYear(c, read.input.year, 'reunion');
  })
  .get(links.meeting(':id'), async (c) => {
    const view = await requireOwn(c);
    return showForm(c, view, storedMeeting(view));
  })
  .post(links.meeting(':id'), async (c) => {
    const view = await requireOwn(c);
    const form = typedMeeting(await readLists(c));
    const read = await readMeeting(c, form, view);
    if (!read.ok) return showForm(c, view, form, read.errors);
    const change = { id: view.meeting.id, version: form.version, input: read.input };
    const outcome = await updateMeeting(c.var.db, change, byOf(c));
    if (!outcome.ok && !(await isStored(c, read.input))) return showStale(c, form);
    return toYear(c, read.input.year, 'reunion');
  })
  .post(links.meetingRemoval(':id'), async (c) => {
    const view = await requireOwn(c);
    const { id, year } = view.meeting;
    const version = await readVersion(c);
    const kept = await actionsOfOthers(c, view);
    const outcome = kept.length
      ? await detachMeeting(c.var.db, { id, version, kept }, byOf(c))
      : await deleteMeeting(c.var.db, { id, version }, byOf(c));
    if (!outcome.ok) return showStale(c, storedMeeting(await requireOwn(c)));
    return toYear(c, year, kept.length ? 'reunion-retiree' : 'reunion-supprimee');
  });

const toYear = (c: C, year: number, done: string) =>
  c.redirect(c.var.reader.href(`${links.meetings(year)}&fait=${done}`), 303);

async function requireOwn(c: C): Promise<MeetingView> {
  const id = requireId(c);
  return requireMeeting(c.var.db, c.var.account, id);
}

/** The actions that the account may choose, and those of others that the meeting serves already. */
async function choicesFor({ db, account }: C['var'], view: MeetingView | null) {
  const choices = await listActionChoices(db, ownCarrierId(account));
  const own = new Set(choices.map(({ id }) => id));
  return { choices, own, others: view?.actions.filter(({ id }) => !own.has(id)) ?? [] };
}

/** The actions of a meeting that the account doesn't work on: while there are some, it stays theirs. */
async function actionsOfOthers({ var: { db, account } }: C, view: MeetingView) {
  const ids = view.actions.map(({ id }) => id);
  const own = await Promise.all(ids.map((id) => mayManageAction(db, account, id)));
  return ids.filter((_, i) => !own[i]);
}

/** Parses the form; an action of another organisation is neither taken up nor let go. */
async function readMeeting(c: C, form: MeetingForm, view: MeetingView | null) {
  const { own, others } = await choicesFor(c.var, view);
  const chosen = form.actionIds.filter((id) => own.has(id));
  const actionIds = [...chosen, ...others.map(({ id }) => id)];
  return readInput(
    MeetingInput,
    { ...meetingDraft(form), actionIds },
    c.var.reader.t.meetings.problems,
  );
}

async function isStored(c: C, input: MeetingInput): Promise<boolean> {
  const view = await requireOwn(c);
  const stored = await readMeeting(c, storedMeeting(view), view);
  return stored.ok && isSameInput(inOrder(stored.input), inOrder(input));
}

const inOrder = (input: MeetingInput) => ({
  ...input,
  actionIds: input.actionIds.toSorted((one, other) => one - other),
});

/** What was typed is kept, under the version that is stored now: saving again is a decision. */
async function showStale(c: C, form: MeetingForm) {
  const view = await requireOwn(c);
  const kept = { ...form, version: view.meeting.version };
  return showForm(c, view, kept, { form: c.var.reader.t.meetings.stale }, 409);
}

async function showForm(
  c: C,
  view: MeetingView | null,
  form: MeetingForm,
  errors?: FieldErrors,
  status: 200 | 409 | 422 = errors ? 422 : 200,
) {
  const [{ choices, others }, professions, kept] = await Promise.all([
    choicesFor(c.var, view),
    listProfessionNames(c.var.db),
    view ? actionsOfOthers(c, view) : [],
  ]);
  const staysWithOthers = kept.length > 0;
  const id = view?.meeting.id ?? null;
  const page = {
    shell: shellOf(c),
    id,
    form,
    choices,
    others,
    staysWithOthers,
    professions,
    errors,
  };
  return c.html(<MeetingFormPage {...page} />, status);
}
