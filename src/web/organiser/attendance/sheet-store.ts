/** Where the pages of signed sheets are kept, on a site where that is set up. */
import type { Context } from 'hono';
import { listSheetScans } from '../../../domain/attendance/sheet-scans';
import { NotFound } from '../../../lib/errors';
import type { OrganiserEnv } from '../context';

/** @throws {NotFound} where it is not */
export function storeOf(c: Context<OrganiserEnv>): R2Bucket {
  if (!c.env.SHEETS) throw new NotFound();
  return c.env.SHEETS;
}

/** The pages of a session; null where none can be kept. */
export const scansOf = async (c: Context<OrganiserEnv>, sessionId: number) =>
  c.env.SHEETS ? listSheetScans(c.var.db, sessionId) : null;
