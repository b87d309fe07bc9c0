/** The directories: those who organise read them, administrators correct and merge. */
import { type Context, Hono } from 'hono';
import {
  listOrganisationNames,
  listProfessionNames,
  listVenueNames,
} from '../../../domain/catalogue/list-names';
import type { Directory } from '../../../domain/catalogue/schema';
import { EntryChange, editEntry } from '../../../domain/directories/edit-entry';
import { listLikelyDoubles } from '../../../domain/directories/likely-doubles';
import {
  type Entry,
  findEntry,
  findEntryByName,
  listEntries,
} from '../../../domain/directories/list-entries';
import { mergeEntries } from '../../../domain/directories/merge-entries';
import { mayAdminister, mayOrganise } from '../../../domain/organisers/permissions';
import { NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import { byOf, type OrganiserEnv, type Shell, shellOf } from '../context';
import { readId, readInput, readSearch, readValues, requireId, type Values } from '../form';
import { requireRole } from '../signed-in';
import { EntryPage } from './entry-page';
import { DirectoryPage } from './list-page';
import { MergePage } from './merge-page';
import { directoryOf, slugs } from './slugs';

const organiser = requireRole(mayOrganise);
const admin = requireRole(mayAdminister);
const entryPath = links.directoryEntry(':directory', ':id');
const mergePath = links.directoryMerge(':directory', ':id');

type Here = Context<OrganiserEnv>;

export const directoryRoutes = new Hono<OrganiserEnv>()
  .get(links.directories(), organiser, (c) =>
    c.redirect(c.var.reader.href(links.directory(slugs.organisations)), 302),
  )
  .get(links.directory(':directory'), organiser, async (c) => {
    const { db, account } = c.var;
    const directory = requireDirectory(c);
    const [search, after] = [readSearch(c.req.query('q')), c.req.query('apres') ?? ''];
    const isFirstPage = after === '';
    const asksDoubles = isFirstPage && !search && mayAdminister(account);
    const [found, doubles] = await Promise.all([
      listEntries(db, directory, { search, after }),
      asksDoubles ? listLikelyDoubles(db, directory) : [],
    ]);
    const page = { shell: shellFor(c), directory, search, isFirstPage, doubles, ...found };
    return c.html(<DirectoryPage {...page} />);
  })
  .get(entryPath, organiser, async (c) => showEntry(c, await requireEntry(c)))
  .post(entryPath, admin, async (c) => {
    const { db, reader } = c.var;
    const text = reader.t.directories;
    const { directory, entry } = await requireEntry(c);
    const values = await readValues(c);
    const read = readInput(EntryChange, values, text.problems);
    if (!read.ok) return showEntry(c, { directory, entry }, values, read.errors);
    const change = { id: entry.id, state: values.state ?? '', input: read.input };
    const outcome = await editEntry(db, directory, change, byOf(c));
    if (outcome.ok) return done(c, links.directoryEntry(slugs[directory], entry.id), 'enregistre');
    const field = outcome.reason === 'taken' ? 'name' : 'form';
    const errors = { [field]: text.refusals[outcome.reason] };
    return showEntry(c, await requireEntry(c), values, errors);
  })
  .get(mergePath, admin, async (c) => {
    const { db, reader } = c.var;
    const { directory, entry } = await requireEntry(c);
    const avec = c.req.query('avec') ?? '';
    const kept = await findEntryByName(db, directory, avec);
    const { problems, refusals } = reader.t.directories;
    if (!kept || kept.id === entry.id) {
      const error = kept ? refusals.same : problems.unknown;
      return showEntry(c, { directory, entry }, { avec }, { avec: error });
    }
    return c.html(<MergePage {...{ shell: shellFor(c), directory, gone: entry, kept }} />);
  })
  .post(mergePath, admin, async (c) => {
    const directory = requireDirectory(c);
    const values = await readValues(c);
    const id = requireId(c);
    // 0 is no entry's: nothing is merged into it.
    const keptId = readId(values.garde) ?? 0;
    const gone = { id, name: values.nom ?? '' };
    const kept = { id: keptId, name: values.avec ?? '' };
    const outcome = await mergeEntries(c.var.db, directory, { gone, kept }, byOf(c));
    if (outcome.ok) return done(c, links.directoryEntry(slugs[directory], keptId), 'fusion');
    const errors = { form: c.var.reader.t.directories.refusals[outcome.reason] };
    return showEntry(c, await requireEntry(c), { avec: kept.name }, errors);
  });

const done = (c: Here, path: string, what: 'enregistre' | 'fusion') =>
  c.redirect(c.var.reader.href(`${path}?fait=${what}`), 303);

function shellFor(c: Here): Shell {
  const isMerged = c.req.query('fait') === 'fusion';
  return { ...shellOf(c), ...(isMerged && { done: c.var.reader.t.directories.merged }) };
}

function requireDirectory(c: Here): Directory {
  const directory = directoryOf(c.req.param('directory'));
  if (!directory) throw new NotFound();
  return directory;
}

async function requireEntry(c: Here): Promise<{ directory: Directory; entry: Entry }> {
  const directory = requireDirectory(c);
  const id = readId(c.req.param('id'));
  const entry = id === null ? null : await findEntry(c.var.db, directory, id);
  if (!entry) throw new NotFound();
  return { directory, entry };
}

const namesOf = {
  organisations: listOrganisationNames,
  professions: listProfessionNames,
  venues: listVenueNames,
} as const satisfies Record<Directory, unknown>;

async function showEntry(
  c: Here,
  { directory, entry }: { directory: Directory; entry: Entry },
  values?: Values,
  errors?: FieldErrors,
) {
  const isAdmin = mayAdminister(c.var.account);
  const names = isAdmin ? await namesOf[directory](c.var.db) : [];
  const page = { shell: shellFor(c), directory, entry, names, values, errors };
  return c.html(<EntryPage {...page} />, errors ? 422 : 200);
}
