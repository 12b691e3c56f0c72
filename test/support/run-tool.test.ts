import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runTool } from './run-tool.ts';

const projectDir = join(import.meta.dirname, '..', '..');

test('what a tool wrote on both outputs comes with its end', async () => {
  const told = await runTool(projectDir, 'node', ['-e', 'console.log(1); console.error(2)']);

  expect(told).toEqual({ isWell: true, output: expect.stringMatching(/^(1\n2\n|2\n1\n)$/) });
});

test('a tool that ends with another code, or is not there, has not ended well', async () => {
  const wrong = await runTool(projectDir, 'node', ['-e', 'process.exit(3)']);
  const missing = await runTool(projectDir, 'no-such-tool', []);

  expect(wrong).toEqual({ isWell: false, output: '' });
  expect(missing).toEqual({ isWell: false, output: expect.stringContaining('no-such-tool') });
});
