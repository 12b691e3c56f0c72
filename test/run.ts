import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, installBrowser } from '../electron/find-browser.ts';

/** `npm test`: every check and every test; the last line counts the tests. */

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

const projectDir = join(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'lapak-test-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');
const failedSteps: string[] = [];

function step(name: string, program: string, args: readonly string[], env = {}): void {
  const startedAt = performance.now();
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync(join(projectDir, 'node_modules', '.bin', program), args, {
    cwd: projectDir,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  if (status !== 0) failedSteps.push(name);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`   ${name}: ${status === 0 ? 'ok' : 'FAILED'}, ${seconds} s\n`);
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // the runner itself failed; its step says so
  }
}

function countVitest(): Counts {
  const report = readReport(vitestReport) as VitestReport | undefined; // vitest's JSON reporter
  const tests = report?.testResults.flatMap((file) => file.assertionResults) ?? [];
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length,
    skipped: skipped.map((test) => test.fullName),
  };
}

function countPlaywright(): Counts {
  const report = readReport(playwrightReport) as PlaywrightReport | undefined; // its JSON reporter
  const specs = (report?.suites ?? []).flatMap(specsOf);
  const of = (...statuses: string[]) =>
    specs.filter(({ tests }) => tests.some(({ status }) => statuses.includes(status)));
  return {
    passed: of('expected', 'flaky').length,
    failed: of('unexpected').length,
    skipped: of('skipped').map(({ title, tests }) => {
      const reasons = tests.flatMap((test) => test.annotations.map((note) => note.description));
      return `${title}: ${reasons.filter(Boolean).join(', ')}`;
    }),
  };
}

function specsOf(suite: PlaywrightSuite): PlaywrightSpec[] {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

interface VitestReport {
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
}
interface PlaywrightSpec {
  title: string;
  tests: { status: string; annotations: { description?: string }[] }[];
}
interface PlaywrightSuite {
  specs?: PlaywrightSpec[];
  suites?: PlaywrightSuite[];
}
interface PlaywrightReport {
  suites: PlaywrightSuite[];
}

step('format', 'biome', ['format', '.']);
step('lint', 'oxlint', ['--type-aware', '--deny-warnings']);
for (const folder of ['domain', 'electron', 'renderer', 'test']) {
  step(`types ${folder}`, 'tsc', ['-p', folder]);
}
step('unused', 'knip', []);
step('build', 'electron-vite', ['build', '--logLevel', 'warn']);
step('unit and integration', 'vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${vitestReport}`,
]);
if (findBrowser() ?? (await installBrowser())) {
  step('browser', 'playwright', ['test', '-c', 'test/e2e', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport,
  });
} else {
  failedSteps.push('browser');
  process.stdout.write('Install Chromium, Chrome or Edge: the browser tests need one.\n');
}

const all = [countVitest(), countPlaywright()];
rmSync(reports, { recursive: true });
const skipped = all.flatMap((counts) => counts.skipped);
for (const name of skipped) process.stdout.write(`skipped: ${name}\n`);
for (const name of failedSteps) process.stdout.write(`failed: ${name}\n`);
const passed = all.reduce((sum, counts) => sum + counts.passed, 0);
const failed = all.reduce((sum, counts) => sum + counts.failed, 0);
const others = failed === 0 ? failedSteps.length : 0; // a step that failed without a failed test
process.stdout.write(`${passed} passed, ${failed + others} failed, ${skipped.length} skipped\n`);
process.exit(failedSteps.length === 0 && passed > 0 ? 0 : 1);
