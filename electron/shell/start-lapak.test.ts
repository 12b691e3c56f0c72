import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pickElectron } from './start-lapak.ts';
import { readStartOptions } from './start-options.ts';
import { terminalTranslator } from './terminal.ts';

let projectDir: string;
let packageDir: string;
/** What was printed on standard error: read here, not shown. */
let printed: string[];

beforeEach(() => {
  printed = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => printed.push(String(line)) > 0);
  projectDir = mkdtempSync(join(tmpdir(), 'lapak-pick-'));
  packageDir = join(projectDir, 'node_modules', 'electron');
  mkdirSync(join(packageDir, 'dist'), { recursive: true });
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', undefined);
  vi.stubEnv('DISPLAY', ':0');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(projectDir, { recursive: true });
});

function pick(...words: string[]): Promise<string | null> {
  return pickElectron(readStartOptions(words), projectDir);
}

function installProgram(): string {
  const program = join(packageDir, 'dist', 'electron');
  writeFileSync(join(packageDir, 'path.txt'), 'electron');
  writeFileSync(program, '');
  return program;
}

test('Electron is picked where it is, the browser shell elsewhere', async () => {
  expect(await pick()).toBeNull();

  const program = installProgram();
  expect(await pick()).toBe(program);
});

test('a wish for the browser shell, a port or no window wins over Electron', async () => {
  installProgram();

  expect(await pick('--shell', 'browser')).toBeNull();
  expect(await pick('--port', '8080')).toBeNull();
  expect(await pick('--no-open')).toBeNull();
  expect(printed).toEqual([]);
});

// The installer of the project is not run here: the folder's own writes a file, or is missing.
test('Electron that is wished for but missing is fetched by its own installer', async () => {
  const program = join(packageDir, 'dist', 'electron');
  const install = [
    `import { writeFileSync } from 'node:fs';`,
    `writeFileSync(${JSON.stringify(program)}, '');`,
    `writeFileSync(${JSON.stringify(join(packageDir, 'path.txt'))}, 'electron');`,
  ];
  writeFileSync(join(packageDir, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(packageDir, 'install.js'), install.join('\n'));

  expect(await pick('--shell', 'electron')).toBe(program);
  expect(printed).toEqual([`${terminalTranslator().text('shell.gettingElectron')}\n`]);
});

test('Electron that cannot be fetched is an expected failure', async () => {
  await expect(pick('--shell', 'electron')).rejects.toMatchObject({ code: 'ELECTRON_MISSING' });
  expect(printed).toHaveLength(1);
});

test('without a display the browser shell is picked, and a wish for Electron refused', async ({
  skip,
}) => {
  skip(process.platform !== 'linux', 'other systems always have a screen');
  installProgram();
  vi.stubEnv('DISPLAY', '');
  vi.stubEnv('WAYLAND_DISPLAY', '');

  expect(await pick()).toBeNull();
  await expect(pick('--shell', 'electron')).rejects.toMatchObject({ code: 'COMMAND_INVALID' });
});
