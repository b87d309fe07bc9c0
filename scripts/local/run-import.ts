/** An import with its answer in words, here or inside the server that runs. */
import type { D1Database } from '@cloudflare/workers-types';
import { fromSource } from './from-source.ts';
import { faultLines, reportLines } from './import-report.ts';

export type ImportRequest = { name: string; text: string; dryRun: boolean };
export type ImportAnswer = { ok: boolean; lines: string[] };

export async function runImport(
  d1: D1Database,
  { name, text, dryRun }: ImportRequest,
): Promise<ImportAnswer> {
  const { connect } = await fromSource<typeof import('../../src/db/client')>('src/db/client.ts');
  const { importYear } = await fromSource<typeof import('../../src/domain/import/import-year')>(
    'src/domain/import/import-year.ts',
  );
  const outcome = await importYear(connect(d1), text, { now: Date.now(), dryRun });
  return outcome.ok
    ? { ok: true, lines: reportLines(name, outcome.report, dryRun) }
    : { ok: false, lines: faultLines(name, outcome.faults) };
}
