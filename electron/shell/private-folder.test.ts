import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { preparePrivateFolder } from './private-folder.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-private-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function modeOf(folder: string): string {
  return (statSync(folder).mode & 0o777).toString(8);
}

test('a new folder, and those above it, are for their owner alone', ({ skip }) => {
  skip(process.platform === 'win32', 'Windows has no such modes');
  const folder = join(dir, 'book', 'browser');

  expect(preparePrivateFolder(folder)).toBe(true);
  expect([modeOf(folder), modeOf(join(dir, 'book'))]).toEqual(['700', '700']);
});

test('a folder that others could enter is closed to them', ({ skip }) => {
  skip(process.platform === 'win32', 'Windows has no such modes');
  const folder = join(dir, 'browser');
  mkdirSync(folder);

  expect(preparePrivateFolder(folder)).toBe(true);
  expect(modeOf(folder)).toBe('700');
});

test('a link in its place is neither followed nor changed', () => {
  const elsewhere = join(dir, 'elsewhere');
  mkdirSync(elsewhere, { mode: 0o755 });
  const folder = join(dir, 'browser');
  symlinkSync(elsewhere, folder, 'junction');
  const before = statSync(elsewhere).mode;

  expect(preparePrivateFolder(folder)).toBe(false);
  expect(statSync(elsewhere).mode).toBe(before);
  expect(lstatSync(folder).isSymbolicLink()).toBe(true);
});

test('what cannot be made is not used, and does not hang', () => {
  writeFileSync(join(dir, 'file'), '');

  expect(preparePrivateFolder(join(dir, 'file', 'browser'))).toBe(false);
  expect(preparePrivateFolder('/proc/lapak/browser')).toBe(false);
});
