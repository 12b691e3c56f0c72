import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const guard = join(import.meta.dirname, 'prepare-node.mjs');

/** The machine's own Node, beside the one that npm scripts run on. */
const systemNode = ['/usr/bin/node', '/usr/local/bin/node'].find((file) => existsSync(file)) ?? '';
const systemMajor =
  systemNode === ''
    ? 0
    : Number(run(systemNode, '-p', 'process.versions.node.split(".")[0]').stdout);

test('an older Node is told so in one line and runs nothing', ({ skip }) => {
  skip(systemMajor === 0 || systemMajor >= 24, 'this machine has no Node older than 24');

  const { status, stdout, stderr } = run(systemNode, '--import', guard, '-e', 'console.log(1)');

  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(/Node 24.*this is v\d+/)]);
});

test('a Node that says it is 20 is refused', () => {
  const older =
    'data:text/javascript,' +
    "Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } })";

  const { status, stderr } = run(process.execPath, '--import', older, '--import', guard, '-e', '');

  expect(status).toBe(1);
  expect(stderr).toContain('Lapak perlu Node 24');
});

test('Node 24 passes without a word', () => {
  const { status, stdout, stderr } = run(process.execPath, '--import', guard, '-p', '1');

  expect([status, stdout, stderr]).toEqual([0, '1\n', '']);
});

function run(node: string, ...args: string[]) {
  return spawnSync(node, args, { encoding: 'utf8' });
}
