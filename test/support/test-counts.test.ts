import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runTool } from './run-tool.ts';
import { readPlaywrightCounts, readVitestCounts } from './test-counts.ts';

let folder: string;
let counts: string;

beforeEach(() => {
  const projectDir = join(import.meta.dirname, '..', '..');
  folder = mkdtempSync(join(tmpdir(), 'lapak-counts-'));
  counts = join(folder, 'counts.json');
  symlinkSync(join(projectDir, 'node_modules'), join(folder, 'node_modules'), 'junction');
});
afterEach(() => rmSync(folder, { recursive: true }));

const counted = { passed: 1, failed: 2, skipped: [{ name: 'left out', reason: 'no printer' }] };

test('a test of Vitest that passes only when tried again has failed', async () => {
  const reporter = JSON.stringify(join(import.meta.dirname, 'count-reporter.ts'));
  const settings = `import { countReporter } from ${reporter};
const reporters = [countReporter(${JSON.stringify(counts)})];
export default { test: { retry: 1, reporters } };
`;
  const tests = `import { expect, test } from 'vitest';
let times = 0;
test('right', () => {});
test('wrong', () => expect(1).toBe(2));
test('right when tried again', () => expect((times += 1)).toBe(2));
test('left out', ({ skip }) => skip('no printer'));
`;
  writeFileSync(join(folder, 'vitest.config.ts'), settings);
  writeFileSync(join(folder, 'a.test.ts'), tests);

  const { isWell } = await runTool(folder, 'vitest', ['run']);

  expect(isWell).toBe(false);
  expect(readVitestCounts(counts)).toEqual(counted);
});

test('a test of Playwright that passes only when tried again has failed', async () => {
  const tests = `import { expect, test } from '@playwright/test';
test('right', () => {});
test('wrong', () => expect(1).toBe(2));
test('right when tried again', ({}, { retry }) => expect(retry).toBe(1));
test('left out', () => test.skip(true, 'no printer'));
`;
  writeFileSync(join(folder, 'playwright.config.ts'), 'export default { retries: 1 };\n');
  writeFileSync(join(folder, 'a.spec.ts'), tests);

  const { isWell } = await runTool(folder, 'playwright', ['test', '--reporter=json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: counts,
  });

  expect(isWell).toBe(false);
  expect(readPlaywrightCounts(counts)).toEqual(counted);
});

test('a runner that left no report has counted nothing', () => {
  const nothing = { passed: 0, failed: 0, skipped: [] };

  expect(readVitestCounts(counts)).toEqual(nothing);
  expect(readPlaywrightCounts(counts)).toEqual(nothing);
});
