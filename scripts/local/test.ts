/**
 * `npm test`: format and lint, types, the direction of imports, the rules of migrations, and every
 * test. Whatever fails is shown; the last line counts the tests, and each check that failed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brokenRules } from './migration-rules.ts';
import { root } from './paths.ts';

/** The packages' commands, run under this Node whatever the machine's is. */
const bin = resolve(root, 'node_modules/.bin');

type Check = { name: string; ok: boolean; output: string };

/** Runs a package's command; its words are kept, or shown as they come when `live`. */
function run(
  command: string,
  args: string[],
  live = false,
): Promise<{ ok: boolean; output: string }> {
  const child = spawn(process.execPath, [resolve(bin, command), ...args], {
    cwd: root,
    stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((done) => {
    child.on('error', (error) => done({ ok: false, output: String(error) }));
    child.on('exit', (code) => done({ ok: code === 0, output }));
  });
}

async function check(name: string, command: string, ...args: string[]): Promise<Check> {
  return { name, ...(await run(command, args)) };
}

function checkMigrations(): Check {
  const directory = resolve(root, 'migrations');
  const broken = readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => ({ file, rules: brokenRules(readFileSync(join(directory, file), 'utf8')) }))
    .filter(({ rules }) => rules.length > 0)
    .map(({ file, rules }) => `${file}: ${rules.join(', ')}`);
  return { name: 'migrations', ok: broken.length === 0, output: broken.join('\n') };
}

async function checkAll(): Promise<Check[]> {
  const checks = await Promise.all([
    check('format and lint', 'biome', 'check', '.'),
    check('types', 'tsc'),
    check('imports', 'depcruise', 'src'),
    checkMigrations(),
  ]);
  for (const { name, ok, output } of checks) {
    console.log(`${ok ? '✓' : '✗'} ${name}`);
    if (!ok) console.log(output.trim());
  }
  return checks;
}

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** The tests' count; a file that could not be read is one failure. */
async function test(): Promise<{ passed: number; failed: number }> {
  const directory = mkdtempSync(join(tmpdir(), 'farandole-test-'));
  const file = join(directory, 'report.json');
  const { ok } = await run(
    'vitest',
    [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...process.argv.slice(2),
    ],
    true,
  );
  const report = readReport(file);
  rmSync(directory, { recursive: true, force: true });
  if (!report) return { passed: 0, failed: 1 };
  const unread = report.testResults.filter(
    (result) =>
      result.status === 'failed' && !result.assertionResults.some((a) => a.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + unread;
  // An error outside of any test fails the run without failing one of them.
  return { passed: report.numPassedTests, failed: ok ? failed : Math.max(failed, 1) };
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}

const checks = await checkAll();
const tests = await test();
const failed = tests.failed + checks.filter((each) => !each.ok).length;
console.log(`\n${tests.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && tests.passed > 0 ? 0 : 1;
