import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTextFile } from './read-text-file.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-text-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function aFile(bytes: string | Uint8Array): string {
  const file = join(dir, 'barang.csv');
  writeFileSync(file, bytes);
  return file;
}

test.each([
  ['UTF-8', Buffer.from('Képi')],
  ['UTF-16', Buffer.from('\uFEFFKépi', 'utf16le')],
  ['what old spreadsheets write', Buffer.from('Képi', 'latin1')],
])('a file in %s is read', async (_, bytes) => {
  expect(await readTextFile(aFile(bytes), 1)).toBe('Képi');
});

test('a file of more than the limit is refused, one of just that is read', async () => {
  expect(await readTextFile(aFile('x'.repeat(1_000_000)), 1)).toHaveLength(1_000_000);
  await expect(readTextFile(aFile('x'.repeat(1_000_001)), 1)).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
    data: { maxMegabytes: 1 },
  });
});

test('a folder, a file that is not there and an idle pipe are refused at once', async () => {
  const pipe = join(dir, 'pipa');
  execFileSync('mkfifo', [pipe]);
  for (const file of [dir, join(dir, 'tidak-ada.csv'), pipe]) {
    await expect(readTextFile(file, 1)).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      data: { file },
    });
  }
});

test('a device without an end is refused at once', async ({ skip }) => {
  skip(!existsSync('/dev/zero'), 'there is no such device here');
  await expect(readTextFile('/dev/zero', 1)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
});
