import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundlePage, consolePage, isBundleStale, tillPage } from './page-bundle.ts';

let projectDir: string;

beforeEach(() => {
  projectDir = mkdtempSync(join(tmpdir(), 'lapak-page-bundle-'));
});
afterEach(() => rmSync(projectDir, { recursive: true }));

function write(path: string, modifiedAtSeconds: number): void {
  const file = join(projectDir, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, modifiedAtSeconds, modifiedAtSeconds);
}

test('a screen that was never bundled is stale', () => {
  write('renderer/App.tsx', 1_000);

  expect(isBundleStale(projectDir, tillPage)).toBe(true);
});

test('a screen is stale when one of its sources is newer, and only then', () => {
  write('out/renderer/index.html', 2_000);
  write('renderer/sales/SaleScreen.tsx', 1_000);
  write('domain/money.ts', 1_000);
  expect(isBundleStale(projectDir, tillPage)).toBe(false);

  write('domain/money.ts', 3_000);
  expect(isBundleStale(projectDir, tillPage)).toBe(true);
});

test('a newer test does not make the screen stale', () => {
  write('out/renderer/index.html', 2_000);
  write('renderer/sales/SaleScreen.test.tsx', 3_000);

  expect(isBundleStale(projectDir, tillPage)).toBe(false);
});

test('the console is stale by its own sources, not by those of the till', () => {
  write('out/console/index.html', 2_000);
  write('renderer/till/App.tsx', 3_000);
  expect(isBundleStale(projectDir, consolePage)).toBe(false);

  write('renderer/console/App.tsx', 3_000);
  expect(isBundleStale(projectDir, consolePage)).toBe(true);
});

test('a bundler that fails is an expected failure with what it printed', async () => {
  const script = join(projectDir, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  mkdirSync(dirname(script), { recursive: true });
  writeFileSync(script, 'console.error("no such file: App.tsx"); process.exit(1);');

  await expect(bundlePage(projectDir, tillPage)).rejects.toMatchObject({
    code: 'SCREEN_NOT_BUNDLED',
    data: { detail: 'no such file: App.tsx' },
  });
});
