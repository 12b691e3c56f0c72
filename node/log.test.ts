import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

test('the log is written whatever folder the program is started in', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lapak-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { href } = pathToFileURL(join(import.meta.dirname, 'log.ts'));
  const script = `import { openLog } from '${href}'; openLog('lapak.log', () => 0).info('begun');`;

  const args = ['--input-type=module', '-e', script];
  const { stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });

  expect(stderr).toBe('');
  expect(readFileSync(join(folder, 'lapak.log'), 'utf8')).toBe(
    '1970-01-01T00:00:00.000Z INFO begun\n',
  );
});
