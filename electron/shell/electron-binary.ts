import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The Electron program, found as the `electron` package finds it (its index.js), but never
 * downloaded by looking: that package's own look-up starts a download when the program is missing.
 * @returns its path, or null
 */
export function findElectron(projectDir: string): string | null {
  const packageDir = join(projectDir, 'node_modules', 'electron');
  const pathFile = join(packageDir, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : '';
  const distDir = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!distDir && !name) return null;
  const program = distDir ? join(distDir, name || 'electron') : join(packageDir, 'dist', name);
  return existsSync(program) ? program : null;
}

/**
 * Runs the download of the `electron` package, its progress on standard error.
 * @returns whether the program is there now
 */
export async function installElectron(projectDir: string): Promise<boolean> {
  const script = join(projectDir, 'node_modules', 'electron', 'install.js');
  // Its errors are a stack, which says less than the one sentence that follows a failure.
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 2, 'ignore'] });
  await new Promise<void>((done) => child.once('close', () => done()));
  return findElectron(projectDir) !== null;
}

/** Whether a window can be shown at all. Windows and macOS always have a screen. */
export function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Chromium refuses to run as root with its sandbox. */
export function sandboxArguments(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
