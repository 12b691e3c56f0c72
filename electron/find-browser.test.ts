import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser, findHeadlessShell } from './find-browser.ts';

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

test('a Chromium without windows is found for tests, and never shown to a person', () => {
  const shell = plant('bin/chromium-headless-shell');
  expect(findHeadlessShell(linux())).toBe(shell);
  expect(findBrowser(linux())).toBeNull();
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

test("the newest of Playwright's builds is taken", () => {
  plant('browsers/chromium-999/chrome-linux64/chrome');
  const newest = plant('browsers/chromium-1208/chrome-linux64/chrome');
  expect(findBrowser(linux({ PLAYWRIGHT_BROWSERS_PATH: join(folder, 'browsers') }))).toBe(newest);
});

test("an installed browser goes before Playwright's", () => {
  plant('.cache/ms-playwright/chromium-1208/chrome-linux64/chrome');
  const edge = plant('bin/microsoft-edge');
  expect(findBrowser(linux())).toBe(edge);
});

test("Playwright's Chromium is found where its own library looks for it", () => {
  const wanted = chromium.executablePath(); // <folder>/chromium-<build>/<system>/<program>
  const [, path = ''] = /(chromium-\d+[\\/].*)$/.exec(wanted) ?? [];
  const program = plant(join('.cache/ms-playwright', path));
  expect(findBrowser(linux())).toBe(program);
});

// Windows writes its paths with a backslash, which here is a letter of a file's name.
test('Edge is found among the programs of Windows', () => {
  const program = plant('Program Files\\Microsoft\\Edge\\Application\\msedge.exe');
  const env = { PROGRAMFILES: join(folder, 'Program Files') };
  expect(findBrowser({ env, platform: 'win32', home: folder })).toBe(program);
});

test('Chrome is found among the applications of a Mac', () => {
  const program = plant('Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(findBrowser({ env: {}, platform: 'darwin', home: folder })).toBe(program);
});
