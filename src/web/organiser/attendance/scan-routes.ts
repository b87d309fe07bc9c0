/**
 * The pages of the signed sheet: added, opened and taken away by those who work on the session. Each is
 * told to be what its bytes are, and nothing in it may run, whoever opens it.
 */
import { type Context, Hono } from 'hono';
import {
  addSheetScan,
  faultOf,
  findSheetScan,
  removeSheetScan,
  type ScanRefusal,
} from '../../../domain/attendance/sheet-scans';
import { NotFound } from '../../../lib/errors';
import type { PageType } from '../../../lib/page-file';
import { links } from '../../../links';
import { readFormData } from '../../read-form';
import type { OrganiserEnv } from '../context';
import { readId } from '../form';
import { actorOf, done, openSession } from './open-session';
import { storeOf } from './sheet-store';
import { showSheet } from './show-sheet';

type C = Context<OrganiserEnv>;

export const scanRoutes = new Hono<OrganiserEnv>()
  .post(links.sheetScans(':code'), async (c) => {
    const view = await openSession(c);
    const store = storeOf(c);
    const { db, now, reader } = c.var;
    const { problems } = reader.t.attendance.sheet.scans;
    const refuse = (reason: ScanRefusal, name: string) =>
      showSheet(c, view, { errors: { pages: problems[reason](name) } });
    const files = (await readFormData(c))
      .getAll('pages')
      .filter((sent) => sent instanceof File && sent.size > 0) as File[];
    if (files.length === 0) return showSheet(c, view, { errors: { pages: problems.missing } });
    // All are looked at before the first is kept.
    for (const file of files) {
      const fault = faultOf(await bytesOf(file));
      if (fault) return refuse(fault, file.name);
    }
    for (const file of files) {
      const by = { now, actor: actorOf(c) };
      const outcome = await addSheetScan(db, store, view.session.id, await bytesOf(file), by);
      if (!outcome.ok) return refuse(outcome.reason, file.name);
    }
    return done(c, links.signInSheet(view.session.code), 'pages-ajoutees');
  })

  .get(links.sheetScan(':code', ':id'), async (c) => {
    const { session } = await openSession(c);
    const scan = await requireScan(c, session.id);
    const page = await storeOf(c).get(scan.key);
    if (!page) throw new NotFound();
    c.set('contentPolicy', "default-src 'none'; sandbox");
    return c.body(page.body, 200, {
      'Content-Type': scan.type,
      'Content-Length': String(page.size),
      'Content-Disposition': `${openings[scan.type].how}; filename="${fileName(session.code, scan)}"`,
      'Cache-Control': 'private, no-store',
    });
  })

  .post(links.sheetScanRemoval(':code', ':id'), async (c) => {
    const { session } = await openSession(c);
    const { db, now } = c.var;
    const id = readId(c.req.param('id'));
    if (id === null) throw new NotFound();
    await removeSheetScan(db, storeOf(c), session.id, id, { now, actor: actorOf(c) });
    return done(c, links.signInSheet(session.code), 'page-enlevee');
  });

/** A picture shows in the browser; a PDF can carry scripts, and is for another program to open. */
const openings = {
  'application/pdf': { how: 'attachment', ending: 'pdf' },
  'image/jpeg': { how: 'inline', ending: 'jpg' },
  'image/png': { how: 'inline', ending: 'png' },
} satisfies Record<PageType, { how: 'inline' | 'attachment'; ending: string }>;

const fileName = (code: string, { id, type }: { id: number; type: PageType }) =>
  `feuille-${code}-${id}.${openings[type].ending}`;

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());

/** @throws {NotFound} for a page of another session too */
async function requireScan(c: C, sessionId: number) {
  const id = readId(c.req.param('id'));
  const scan = id === null ? null : await findSheetScan(c.var.db, sessionId, id);
  if (!scan) throw new NotFound();
  return scan;
}
