import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { LapakError } from '../../domain/errors.ts';

/** Of a failed run: the bundler's name, its count of errors, and the first error. */
const DETAIL_LINES = 4;

/** A page of Lapak, or what is bundled with one. */
export interface PageBundle {
  /** The script that bundles it, below node_modules/. */
  readonly bundler: string;
  /** What it is bundled by, where that is not the bundler's own first choice. */
  readonly config?: string;
  /** Folder of the bundled page. */
  readonly outDir: string;
  /** What it is made of. */
  readonly sources: readonly string[];
}

/** The till's screen, and with it main and preload of Electron. */
export const tillPage: PageBundle = {
  bundler: 'electron-vite/bin/electron-vite.js',
  outDir: 'out/renderer',
  sources: [
    'domain',
    'node',
    'electron',
    'renderer',
    'electron.vite.config.ts',
    'package.json',
    'package-lock.json',
  ],
};

/** The console, which the hub serves. */
export const consolePage: PageBundle = {
  bundler: 'vite/bin/vite.js',
  outDir: 'out/console',
  sources: [
    'domain',
    'renderer/console',
    'renderer/ui',
    'node/page/name-components.ts',
    'vite.config.ts',
    'package.json',
    'package-lock.json',
  ],
};

/** The page that checks a kuitansi, which the hub serves to anybody. */
export const kuitansiPage: PageBundle = {
  bundler: 'vite/bin/vite.js',
  config: 'vite.kuitansi.config.ts',
  outDir: 'out/kuitansi',
  sources: [
    'domain',
    'renderer/kuitansi',
    'renderer/ui',
    'node/page/check-page.ts',
    'vite.kuitansi.config.ts',
    'package.json',
    'package-lock.json',
  ],
};

/** The page that checks a receipt, which the hub serves to anybody. */
export const receiptPage: PageBundle = {
  bundler: 'vite/bin/vite.js',
  config: 'vite.receipt.config.ts',
  outDir: 'out/receipt',
  sources: [
    'domain',
    'renderer/receipt',
    'renderer/ui',
    'node/page/check-page.ts',
    'vite.receipt.config.ts',
    'package.json',
    'package-lock.json',
  ],
};

/** All that the hub serves. */
export const hubPages: readonly PageBundle[] = [consolePage, kuitansiPage, receiptPage];

/** Whether a bundled page is missing or older than what it is made of. */
export function isBundleStale(projectDir: string, { outDir, sources }: PageBundle): boolean {
  // The page is written last, so it is there and new only after the whole was bundled.
  const bundledMs = modifiedMs(join(projectDir, outDir, 'index.html'));
  return sources.some((source) => newestMs(join(projectDir, source)) > bundledMs);
}

/**
 * Bundles a page anew.
 * @throws LapakError SCREEN_NOT_BUNDLED with what the bundler printed first
 */
export async function bundlePage(projectDir: string, page: PageBundle): Promise<void> {
  const program = join(projectDir, 'node_modules', page.bundler);
  const words = ['build', '--logLevel', 'error', ...configOf(page)];
  const child = spawn(process.execPath, [program, ...words], {
    cwd: projectDir,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code === 0) return;
  throw new LapakError('SCREEN_NOT_BUNDLED', { detail: firstWords(`${stderr}\n${stdout}`) });
}

/** The words of a bundler's command that say what it bundles. */
export function configOf({ config }: PageBundle): string[] {
  return config === undefined ? [] : ['--config', config];
}

function firstWords(output: string): string {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at '));
  return lines.slice(0, DETAIL_LINES).join(' ');
}

function newestMs(path: string): number {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry?.isDirectory()) return entry?.mtimeMs ?? 0;
  const files = readdirSync(path, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && !/\.test\.tsx?$/.test(file.name))
    .reduce((newest, file) => Math.max(newest, modifiedMs(join(file.parentPath, file.name))), 0);
}

function modifiedMs(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
