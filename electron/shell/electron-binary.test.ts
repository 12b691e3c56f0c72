import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findElectron, hasDisplay } from './electron-binary.ts';

let projectDir: string;
let packageDir: string;

beforeEach(() => {
  projectDir = mkdtempSync(join(tmpdir(), 'lapak-electron-binary-'));
  packageDir = join(projectDir, 'node_modules', 'electron');
  mkdirSync(join(packageDir, 'dist'), { recursive: true });
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(projectDir, { recursive: true });
});

test('the program is where the package wrote that it put it', () => {
  writeFileSync(join(packageDir, 'path.txt'), 'electron');
  writeFileSync(join(packageDir, 'dist', 'electron'), '');

  expect(findElectron(projectDir)).toBe(join(packageDir, 'dist', 'electron'));
});

test('a package whose download never ran, or was lost, has no program', () => {
  expect(findElectron(projectDir)).toBeNull();

  writeFileSync(join(packageDir, 'path.txt'), 'electron');
  expect(findElectron(projectDir)).toBeNull();
});

test('a program of the computer itself is used where ELECTRON_OVERRIDE_DIST_PATH names it', () => {
  const dir = join(projectDir, 'opt');
  mkdirSync(dir);
  writeFileSync(join(dir, 'electron'), '');
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', dir);

  expect(findElectron(projectDir)).toBe(join(dir, 'electron'));
});

test('Linux has a display when one is named', ({ skip }) => {
  skip(process.platform !== 'linux', 'other systems always have a screen');
  vi.stubEnv('DISPLAY', '');
  vi.stubEnv('WAYLAND_DISPLAY', '');
  expect(hasDisplay()).toBe(false);

  vi.stubEnv('WAYLAND_DISPLAY', 'wayland-0');
  expect(hasDisplay()).toBe(true);
});
