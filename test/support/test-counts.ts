import { readFileSync } from 'node:fs';

/** What became of the tests of one run. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly SkippedTest[];
}

export interface SkippedTest {
  readonly name: string;
  /** Empty where the test gives none. */
  readonly reason: string;
}

const none: TestCounts = { passed: 0, failed: 0, skipped: [] };

/** Reads what the count reporter wrote; nothing where Vitest did not come so far. */
export function readVitestCounts(file: string): TestCounts {
  const counts = readJson(file) as TestCounts | undefined; // written by count-reporter.ts
  return counts ?? none;
}

/**
 * Adds up the report of Playwright's own JSON reporter; nothing where it did not come so far. A
 * test that passed only when tried again has failed.
 */
export function readPlaywrightCounts(file: string): TestCounts {
  const report = readJson(file) as PlaywrightSuite | undefined; // its root is shaped as a suite
  const tests = report ? specsOf(report).flatMap(resultsOf) : [];
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed: tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').length,
    skipped: tests
      .filter(({ status }) => status === 'skipped')
      .map(({ name, reason }) => ({ name, reason })),
  };
}

interface PlaywrightSpec {
  readonly title: string;
  readonly tests: readonly {
    readonly status: string;
    readonly annotations: readonly { readonly type: string; readonly description?: string }[];
  }[];
}

interface PlaywrightSuite {
  readonly specs?: readonly PlaywrightSpec[];
  readonly suites?: readonly PlaywrightSuite[];
}

function specsOf({ specs = [], suites = [] }: PlaywrightSuite): PlaywrightSpec[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

function resultsOf({ title, tests }: PlaywrightSpec) {
  return tests.map(({ status, annotations }) => ({
    name: title,
    status,
    reason: annotations.find(({ type }) => type === 'skip')?.description ?? '',
  }));
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // the runner itself failed, and its step says so
  }
}
