import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  findBrowser,
  findHeadlessShell,
  installBrowser,
  installHeadlessShell,
} from '../electron/find-browser.ts';
import { configOf, hubPages, isBundleStale, tillPage } from '../node/page/page-bundle.ts';
import { memoryFolder } from './support/memory-folder.ts';
import { type ToolEnd, runTool } from './support/run-tool.ts';
import { readPlaywrightCounts, readVitestCounts, type TestCounts } from './support/test-counts.ts';

// `npm test`: every check and every test, also after one has failed. Checks that do not depend on
// one another run side by side, then the two that run tests; what a step wrote is shown whole when
// it ends. The last line counts the tests; a check that failed counts as one.
// `npm test -- --only lint` runs one step.

const projectDir = join(import.meta.dirname, '..');
const tempDir = memoryFolder() ?? tmpdir();
const reportDir = mkdtempSync(join(tempDir, 'lapak-test-'));
const vitestCounts = join(reportDir, 'vitest.json');
const playwrightReport = join(reportDir, 'playwright.json');

/** As many as there are cores; on a single one, one waits for its disk while another counts. */
const SIDE_BY_SIDE = Math.max(2, availableParallelism());

interface Step {
  readonly name: string;
  run(): Promise<ToolEnd>;
  /** What it counted, where it runs tests. */
  counts?(): TestCounts;
}

/** The longest first: the short ones fill what is left. */
const checks: readonly Step[] = [
  { name: 'build', run: build },
  { name: 'lint', run: () => tool('oxlint', ['--format', 'unix']) },
  { name: 'unused', run: () => tool('knip', []) },
  ...['test', 'renderer', 'electron', 'hub', 'domain', 'node'].map((folder) => ({
    name: `types-${folder}`,
    run: () => tool('tsc', ['-p', folder]),
  })),
  { name: 'format', run: () => tool('biome', ['format', '.']) },
];

/** They test what `build` has built. A page waits often, and leaves its core to the others. */
const tests: readonly Step[] = [
  {
    name: 'vitest',
    run: () => tool('vitest', ['run'], { LAPAK_TEST_COUNTS: vitestCounts, TMPDIR: tempDir }),
    counts: () => readVitestCounts(vitestCounts),
  },
  {
    name: 'playwright',
    run: runPlaywright,
    counts: () => readPlaywrightCounts(playwrightReport),
  },
];

process.exitCode = await runAll(process.argv.slice(2));
rmSync(reportDir, { recursive: true });

interface StepEnd {
  readonly counts: TestCounts;
  /** What the end of the whole run says of it. */
  readonly notes: readonly string[];
}

async function runAll(argv: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  const isChosen = (step: Step) =>
    argv.length === 0 || (argv[0] === '--only' && argv[1] === step.name);
  const ends = [
    ...(await runSideBySide(checks.filter(isChosen))),
    ...(await runSideBySide(tests.filter(isChosen))),
  ];
  if (ends.length === 0) {
    say(`--only takes one of: ${[...checks, ...tests].map(({ name }) => name).join(', ')}`);
  }
  const sum = (count: (counts: TestCounts) => number) =>
    ends.reduce((total, end) => total + count(end.counts), 0);
  const failed = sum((counts) => counts.failed);
  const skipped = sum((counts) => counts.skipped.length);
  const notes = ends.flatMap((end) => end.notes);
  say(`\n${[...notes, `all of it: ${secondsSince(startedAt)} s`].join('\n')}`);
  say(`${sum((counts) => counts.passed)} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 && ends.length > 0 ? 0 : 1;
}

/** Runs the steps in their order, as many at a time as there are cores. */
async function runSideBySide(steps: readonly Step[]): Promise<StepEnd[]> {
  const waiting = [...steps];
  const ends: StepEnd[] = [];
  const runWaiting = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) ends.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, runWaiting));
  return ends;
}

async function runStep(step: Step): Promise<StepEnd> {
  const startedAt = performance.now();
  const { isWell, output } = await step.run();
  say(`\n== ${step.name}: ${isWell ? 'ok' : 'FAILED'}, ${secondsSince(startedAt)} s`);
  process.stdout.write(output);
  const counts = step.counts?.() ?? { passed: 0, failed: 0, skipped: [] };
  const failed = isWell ? counts.failed : Math.max(counts.failed, 1);
  return {
    counts: { ...counts, failed },
    notes: [
      ...(failed > 0 ? [`failed: ${step.name}`] : []),
      ...counts.skipped.map(({ name, reason }) => `skipped: ${name} (${reason || 'no reason'})`),
    ],
  };
}

function tool(
  name: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<ToolEnd> {
  return runTool(projectDir, name, words, env);
}

async function build(): Promise<ToolEnd> {
  const words = ['build', '--logLevel', 'warn'];
  const output = 'out/ is newer than its sources\n';
  if (isBundleStale(projectDir, tillPage)) {
    const end = await tool('electron-vite', words);
    if (!end.isWell) return end;
  }
  for (const page of hubPages.filter((one) => isBundleStale(projectDir, one))) {
    const end = await tool('vite', [...words, ...configOf(page)]);
    if (!end.isWell) return end;
  }
  return { isWell: true, output };
}

async function runPlaywright(): Promise<ToolEnd> {
  if (!(await hasBrowser())) {
    const output = 'The screens need a browser: install Chromium, Chrome or Edge, and run again.\n';
    return { isWell: false, output };
  }
  return tool('playwright', ['test', '-c', 'test/e2e', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
    TMPDIR: tempDir,
  });
}

async function hasBrowser(): Promise<boolean> {
  if (findHeadlessShell() !== null) return true;
  say('No Chromium without windows here: installing it, where apt can …');
  if ((await installHeadlessShell()) !== null || findBrowser() !== null) return true;
  say('No Chromium, Chrome or Edge here: installing Chromium (apt as root, else Playwright) …');
  return (await installBrowser()) !== null;
}

function secondsSince(startedAt: number): string {
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}
