import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, installBrowser } from '../electron/find-browser.ts';
import { isBundleStale } from '../electron/shell/screen-bundle.ts';
import { readPlaywrightCounts, readVitestCounts, type TestCounts } from './support/test-counts.ts';

// `npm test`: every check and every test, also after one has failed. The last line counts the
// tests; a check that failed counts as one. `npm test -- --only lint` runs one of them.

const projectDir = join(import.meta.dirname, '..');
const reportDir = mkdtempSync(join(tmpdir(), 'lapak-test-'));
const vitestCounts = join(reportDir, 'vitest.json');
const playwrightReport = join(reportDir, 'playwright.json');

// Some programs colour their output for a CI that may not show it.
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };

interface Step {
  readonly name: string;
  /** Whether all was well. */
  run(): Promise<boolean>;
  /** What it counted, where it runs tests. */
  counts?(): TestCounts;
}

const steps: readonly Step[] = [
  { name: 'format', run: () => tool('biome', ['format', '.']) },
  { name: 'lint', run: () => tool('oxlint', ['--format', 'unix']) },
  ...['domain', 'node', 'electron', 'renderer', 'test'].map((folder) => ({
    name: `types-${folder}`,
    run: () => tool('tsc', ['-p', folder]),
  })),
  { name: 'unused', run: () => tool('knip', []) },
  { name: 'build', run: build },
  {
    name: 'vitest',
    run: () => tool('vitest', ['run'], { LAPAK_TEST_COUNTS: vitestCounts }),
    counts: () => readVitestCounts(vitestCounts),
  },
  {
    name: 'playwright',
    run: runPlaywright,
    counts: () => readPlaywrightCounts(playwrightReport),
  },
];

process.exitCode = await runSteps(chosenSteps(process.argv.slice(2)));
rmSync(reportDir, { recursive: true });

function chosenSteps(argv: readonly string[]): readonly Step[] {
  const only = argv[0] === '--only' ? argv[1] : undefined;
  const chosen = argv.length === 0 ? steps : steps.filter(({ name }) => name === only);
  if (chosen.length === 0) say(`--only takes one of: ${steps.map(({ name }) => name).join(', ')}`);
  return chosen;
}

async function runSteps(chosen: readonly Step[]): Promise<number> {
  const startedAt = performance.now();
  const total = { passed: 0, failed: 0, skipped: 0 };
  const notes: string[] = [];
  for (const step of chosen) {
    const { passed, failed, skipped } = await runStep(step, notes);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped.length;
    notes.push(...skipped.map(({ name, reason }) => `skipped: ${name} (${reason || 'no reason'})`));
  }
  say(`\n${[...notes, `all of it: ${secondsSince(startedAt)} s`].join('\n')}`);
  say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 && chosen.length > 0 ? 0 : 1;
}

async function runStep(step: Step, notes: string[]): Promise<TestCounts> {
  const startedAt = performance.now();
  say(`\n== ${step.name}`);
  const isWell = await step.run();
  const counts = step.counts?.() ?? { passed: 0, failed: 0, skipped: [] };
  say(`== ${step.name}: ${isWell ? 'ok' : 'FAILED'}, ${secondsSince(startedAt)} s`);
  if (isWell) return counts;
  notes.push(`failed: ${step.name}`);
  return { ...counts, failed: Math.max(counts.failed, 1) };
}

/** Runs a program of node_modules, its output as it comes. Whether it ended well. */
function tool(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<boolean> {
  const child = spawn(join(projectDir, 'node_modules', '.bin', name), args, {
    cwd: projectDir,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...plain, ...env },
    shell: process.platform === 'win32', // its programs there are .cmd files
  });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      say(error.message);
      resolve(false);
    });
    child.once('exit', (code) => resolve(code === 0));
  });
}

async function build(): Promise<boolean> {
  if (isBundleStale(projectDir)) return tool('electron-vite', ['build', '--logLevel', 'warn']);
  say('out/ is newer than its sources');
  return true;
}

async function runPlaywright(): Promise<boolean> {
  if (findBrowser() === null) {
    say('No Chromium, Chrome or Edge here: installing Chromium (apt as root, else Playwright) …');
    if ((await installBrowser()) === null) {
      say('Install Chromium, Chrome or Edge, then run npm test again: the screens need a browser.');
      return false;
    }
  }
  return tool('playwright', ['test', '-c', 'test/e2e', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
  });
}

function secondsSince(startedAt: number): string {
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
