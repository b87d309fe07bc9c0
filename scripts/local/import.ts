/** `npm run import -- FILE.json [--dry-run]` */
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportOutcome } from '../../src/domain/import/import-year';
import { bundle } from './bundle.ts';
import { importThrough } from './control.ts';
import { faultLines, reportLines } from './import-report.ts';
import { migrate } from './migrate.ts';
import { claimData, leaveData, refusal, whoRuns } from './running.ts';
import { openDatabase } from './server.ts';
import { StartError } from './settings.ts';

const usage = 'Usage : npm run import -- FICHIER.json [--dry-run]';

type Request = { name: string; text: string; dryRun: boolean };

function readRequest(): Request {
  let args: { values: { 'dry-run'?: boolean }; positionals: string[] };
  try {
    args = parseArgs({ allowPositionals: true, options: { 'dry-run': { type: 'boolean' } } });
  } catch {
    throw new StartError(usage);
  }
  const [file, ...more] = args.positionals;
  if (!file || more.length) throw new StartError(usage);
  try {
    // npm runs its scripts in the project; the person may stand elsewhere.
    const text = readFileSync(resolve(process.env.INIT_CWD ?? '.', file), 'utf8');
    return { name: basename(file), text, dryRun: args.values['dry-run'] ?? false };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new StartError(`${file} ne peut pas être lu (${code}).`);
  }
}

async function alone(request: Request): Promise<ImportOutcome> {
  claimData({ what: 'import', port: 0, key: '' });
  const made = await bundle();
  const database = await openDatabase(made);
  try {
    await migrate(database.ask, made.migrations);
    return await database.ask('importYear', request);
  } finally {
    await database.stop();
    leaveData();
  }
}

try {
  const request = readRequest();
  const running = whoRuns();
  if (running && !running.port) throw new StartError(refusal(running));
  const outcome = await (running ? importThrough(running, request) : alone(request));
  if (outcome.ok) {
    console.log(reportLines(request.name, outcome.report, request.dryRun).join('\n'));
  } else {
    console.error(faultLines(request.name, outcome.faults).join('\n'));
  }
  process.exit(outcome.ok ? 0 : 1);
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}
