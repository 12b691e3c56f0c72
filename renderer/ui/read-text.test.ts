import { expect, test } from 'vitest';
import { readText } from './read-text.ts';

const MAX = 32_000_000;

test('a file of an old spreadsheet is read as Windows wrote it', async () => {
  const bytes = new Uint8Array([0x4b, 0xe9, 0x70, 0x69]);
  expect(await readText(new File([bytes], 'barang.csv'), MAX)).toBe('Képi');
});

test('a file that a spreadsheet saved as Unicode text is read', async () => {
  const bytes = new Uint8Array(Buffer.from('\uFEFFKépi', 'utf16le'));
  expect(await readText(new File([bytes], 'barang.txt'), MAX)).toBe('Képi');
});

test('a file past the limit is refused before it is read', async () => {
  const large = new File([new Uint8Array(32_000_001)], 'barang.csv');
  await expect(readText(large, MAX)).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
    data: { maxMegabytes: 32 },
  });
});
