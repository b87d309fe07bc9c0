/** The people whom a message is for, chosen in the list of registrants and looked through here. */
import { type Context, Hono } from 'hono';
import {
  chooseRecipients,
  countStandings,
  findSelection,
  listRecipients,
  nobody,
} from '../../../domain/notes/recipients';
import { isForChosen } from '../../../domain/notes/schema';
import { draftNote } from '../../../domain/notes/write-note';
import { exportRegistrants } from '../../../domain/registrations/list-registrants';
import { NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import { byFormOf, type OrganiserEnv } from '../context';
import { readId, readLists } from '../form';
import { readListQuery, withQuery } from '../registrants/list-query';
import { loadSession, pageOf } from '../sessions/load';
import { loadNote } from './load';
import { PeoplePage } from './people-page';

type C = Context<OrganiserEnv>;

/** The boxes of a page at most: what the form shows of the list. */
const mostIds = 200;
const idsIn = (list: readonly string[] = []) =>
  list.slice(0, mostIds).flatMap((text) => readId(text) ?? []);

export const peopleRoutes = new Hono<OrganiserEnv>()
  .post(links.selection(':code'), async (c) => {
    const view = await loadSession(c);
    const { db, reader } = c.var;
    const { id: sessionId, code } = view.session;
    const lists = await readLists(c);
    const query = readListQuery((name) => lists[name]?.at(-1));
    const step = lists.etape?.at(-1);
    const ticked =
      step === 'toutes'
        ? (await exportRegistrants(db, sessionId, query)).map(({ id }) => id)
        : idsIn(lists.personnes);
    const by = await byFormOf(c);
    const asked = readId(lists.message?.at(-1));
    const begun = await findSelection(db, sessionId, by.actor, asked);
    // The draft that the page was opened for has been sent meanwhile, or thrown away.
    if (asked !== null && !begun) return c.redirect(reader.href(links.notes(code)), 303);
    if (begun) await chooseRecipients(db, begun, { ticked, shown: idsIn(lists.montrees) });
    const words = { subject: '', body: '', people: ticked };
    const { id } = begun ?? (await draftNote(db, sessionId, words, by));
    if (step !== 'garder' && step !== 'suite' && step !== 'toutes')
      return c.redirect(reader.href(links.notePeople(code, id)), 303);
    const page = step === 'suite' ? query.page + 1 : query.page;
    const list = withQuery(reader.href(links.registrants(code, id)), { ...query, page });
    return c.redirect(`${list}#selection`, 303);
  })

  .get(links.notePeople(':code', ':id'), (c) => showPeople(c))

  .post(links.notePeople(':code', ':id'), async (c) => {
    const { view, note } = await loadNote(c);
    const { db, reader } = c.var;
    const lists = await readLists(c);
    const shown = idsIn(lists.retirer);
    const outcome = await chooseRecipients(db, note, { ticked: [], shown });
    if (!outcome.ok) return showPeople(c, reader.t.outreach.notes.refusals.stale);
    return c.redirect(reader.href(links.notePeople(view.session.code, note.id)), 303);
  });

async function showPeople(c: C, problem?: string) {
  const { view, note } = await loadNote(c);
  if (!isForChosen(note)) throw new NotFound();
  const page = Math.min(readId(c.req.query('page')) ?? 1, 10_000);
  const [people, standings] = await Promise.all([
    listRecipients(c.var.db, note, page),
    countStandings(c.var.db, [note]),
  ]);
  const counted = standings.get(note.id) ?? nobody;
  const shown = { ...pageOf(c, view), note, people, standings: counted, page, problem };
  return c.html(<PeoplePage {...shown} />, problem ? 409 : 200);
}
