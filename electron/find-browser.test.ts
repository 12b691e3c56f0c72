import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser } from './find-browser.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lapak-browser-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function plant(path: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return file;
}
const linux = (env: NodeJS.ProcessEnv = {}) => ({
  env: { PATH: join(folder, 'bin'), ...env },
  platform: 'linux' as const,
  home: folder,
});

test('a machine without a browser has none', () => {
  expect(findBrowser(linux())).toBeNull();
});

test('Chromium on the PATH is found', () => {
  const chromium = plant('bin/chromium');
  expect(findBrowser(linux())).toBe(chromium);
});

test('Chrome goes before Edge', () => {
  plant('bin/microsoft-edge');
  const chrome = plant('bin/google-chrome');
  expect(findBrowser(linux())).toBe(chrome);
});

test('a file that cannot be run is no browser', () => {
  chmodSync(plant('bin/chromium'), 0o644);
  expect(findBrowser(linux())).toBeNull();
});

test("Playwright's Chromium is found where Playwright keeps it", () => {
  const program = plant('.cache/ms-playwright/chromium-1208/chrome-linux64/chrome');
  expect(findBrowser(linux())).toBe(program);
});

test('Chrome is found among the applications of a Mac', () => {
  const program = plant('Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(findBrowser({ env: {}, platform: 'darwin', home: folder })).toBe(program);
});
