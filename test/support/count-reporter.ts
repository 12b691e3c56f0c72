import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import type { TestCounts } from './test-counts.ts';

/**
 * Writes to a file what became of Vitest's tests, with the reason of each that was skipped. A test
 * that passed only when tried again has failed.
 */
export function countReporter(file: string): Reporter {
  return {
    onTestRunEnd(modules) {
      writeFileSync(file, JSON.stringify(count(modules)));
    },
  };
}

function count(modules: readonly TestModule[]): TestCounts {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const results = tests.map((test) => ({
    name: test.fullName,
    result: test.result(),
    isFlaky: test.diagnostic()?.flaky === true,
  }));
  return {
    passed: results.filter(({ result, isFlaky }) => result.state === 'passed' && !isFlaky).length,
    failed: results.filter(({ result, isFlaky }) => result.state === 'failed' || isFlaky).length,
    skipped: results.flatMap(({ name, result }) =>
      result.state === 'skipped' ? [{ name, reason: result.note ?? '' }] : [],
    ),
  };
}
