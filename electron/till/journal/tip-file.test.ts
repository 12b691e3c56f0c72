import {
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeNewFile } from '../../../node/private-file.ts';
import { isBehind, openTipFile, readTipFile, TIP_FILE, tipFileContent } from './tip-file.ts';

let dataDir: string;
let file: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lapak-tip-'));
  file = join(dataDir, TIP_FILE);
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** Where a journal stands; its leaf is of one hex digit. */
function aTip(epoch: number, seq: number, digit = 'a') {
  return { epoch, seq, leaf: digit.repeat(64) };
}

test('what is kept is what is read, each newer one in the place of the one before', () => {
  writeNewFile(file, tipFileContent(aTip(1, 1)));
  const tips = openTipFile(dataDir);

  expect(readTipFile(dataDir)).toEqual(aTip(1, 1));
  for (const next of [aTip(1, 2), aTip(1, 3), aTip(1, 2 ** 31), aTip(2, 1, 'b'), aTip(2, 2, 'c')]) {
    tips.keep(next);
    expect(readTipFile(dataDir)).toEqual(next);
  }
  tips.close();
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each([
  ['removed', () => rmSync(file)],
  ['replaced by an older one', () => replaceBy(tipFileContent(aTip(1, 1)))],
  [
    'replaced by a link',
    () => {
      rmSync(file);
      symlinkSync(join(dataDir, 'elsewhere'), file);
    },
  ],
])('a file that was %s while it was open is made anew with the next tip', (_, disturb) => {
  writeNewFile(file, tipFileContent(aTip(1, 1)));
  const tips = openTipFile(dataDir);
  tips.keep(aTip(1, 5));
  disturb();
  for (const next of [aTip(1, 6), aTip(1, 7)]) {
    tips.keep(next);
    expect(readTipFile(dataDir)).toEqual(next);
  }
  tips.close();
});

/** Another file in its place. */
function replaceBy(content: string): void {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}

test('a slot torn at any byte leaves what was kept before it', () => {
  writeNewFile(file, tipFileContent(aTip(1, 6)));
  const tips = openTipFile(dataDir);
  tips.keep(aTip(1, 6));
  tips.keep(aTip(1, 7));
  tips.close();
  const whole = readFileSync(file);
  const slotOfSeven = whole.indexOf('"seq":7') > 255 ? 256 : 0;
  for (let bytes = 0; bytes < 90; bytes += 1) {
    const torn = Buffer.from(whole);
    torn.fill(0, slotOfSeven + bytes, slotOfSeven + 256);
    writeFileSync(file, torn);

    const found = readTipFile(dataDir);
    expect([aTip(1, 6), aTip(1, 7)]).toContainEqual(found);
  }
});

test.each([
  ['empty', ''],
  ['no JSON', 'a tip'],
  ['nothing', 'null'],
  ['a list', '[1,9]'],
  ['of zero bytes', '\0'.repeat(512)],
  ['of another form', JSON.stringify({ ...aTip(1, 9), more: 1 })],
  ['of a leaf too short', JSON.stringify({ ...aTip(1, 9), leaf: 'a'.repeat(63) })],
  ['of a place that nobody could go on from', JSON.stringify(aTip(2 ** 52, 9))],
  ['of a place that is no number', JSON.stringify({ ...aTip(1, 9), seq: '9' })],
])('a file that is %s is said to be unreadable', (_, content) => {
  writeFileSync(file, content);

  expect(readTipFile(dataDir)).toBe('unreadable');
});

test('a file that is not there is said to be missing', () => {
  expect(readTipFile(dataDir)).toBe('missing');
});

test('a link in its place is not followed', () => {
  writeFileSync(join(dataDir, 'elsewhere'), tipFileContent(aTip(1, 1)));
  symlinkSync(join(dataDir, 'elsewhere'), file);

  expect(() => readTipFile(dataDir)).toThrow(expect.objectContaining({ code: 'FILE_FOREIGN' }));
});

test.each([
  ['a later record', aTip(1, 8, 'b'), true],
  ['another record at the same place', aTip(1, 7, 'b'), true],
  ['a later epoch', aTip(2, 1), true],
  ['an earlier record', aTip(1, 6, 'b'), false],
  ['the same record', aTip(1, 7), false],
  ['a record of an earlier epoch, however far that came', aTip(0, 900, 'b'), false],
])('a book at record 7 and a file that knows %s', (_, kept, behind) => {
  expect(isBehind(aTip(1, 7), kept)).toBe(behind);
});
