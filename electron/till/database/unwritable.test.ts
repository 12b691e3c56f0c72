import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestTill } from '../../../test/support/test-till.ts';

const projectDir = join(import.meta.dirname, '..', '..', '..');
/** `nobody`: any user that is not root will do. */
const OTHER_USER = 65_534;

/** Runs a command that opens the till, as a user to whom the rights of a file mean something. */
function runAsOther(dataDir: string): { code: number | null; said: string } {
  const words = ['electron/cli.ts', 'totals', '--data', dataDir, '--lang', 'en', '--json'];
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', './electron/prepare-node.mjs', ...words],
    { cwd: projectDir, uid: OTHER_USER, gid: OTHER_USER, encoding: 'utf8' },
  );
  return { code: status, said: stdout };
}

// Only root can give a file to another user; to root every file can be written.
const canGiveAway = process.getuid?.() === 0;

test.runIf(canGiveAway).each(['lapak.lock', 'lapak.db'])(
  'a till whose %s can be read and not written is not opened',
  async (name) => {
    const book = await openTestTill();
    const { dataDir } = book;
    await book.till.close();
    chownSync(dataDir, OTHER_USER, OTHER_USER);
    for (const file of readdirSync(dataDir)) chownSync(join(dataDir, file), OTHER_USER, OTHER_USER);
    expect(runAsOther(dataDir).code).toBe(0);
    chownSync(join(dataDir, name), 0, 0);
    chmodSync(join(dataDir, name), 0o644);

    expect(runAsOther(dataDir)).toEqual({
      code: 1,
      said: expect.stringContaining('FOLDER_READ_ONLY') as string,
    });
    await book.close();
  },
);
