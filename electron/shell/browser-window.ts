import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { sandboxArguments } from './electron-binary.ts';
import { preparePrivateFolder } from './private-folder.ts';

/** The browser process that shows a till. */
export interface BrowserWindow {
  /** Settles when the process ends, also when it could not start. */
  readonly closed: Promise<void>;
  close(): void;
}

// The profile serves one page on this computer: nothing of it is for the network.
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=Translate',
] as const;

/** Shows a link in a window of its own, without tabs or address bar, on a profile of its own. */
export function openBrowserWindow(program: string, link: string, dataDir: string): BrowserWindow {
  const child = spawn(
    program,
    [`--app=${link}`, `--user-data-dir=${profileDir(dataDir)}`, ...QUIET, ...sandboxArguments()],
    { stdio: 'ignore', detached: true },
  );
  child.unref(); // a second start opens a window and ends
  return {
    closed: new Promise((resolve) => {
      child.once('error', () => resolve());
      child.once('exit', () => resolve());
    }),
    close: () => void child.kill(),
  };
}

/** What people call the program at this path. */
export function browserName(program: string): string {
  const name = basename(program).replace(/\.exe$/i, '');
  if (/edge/i.test(name)) return 'Edge';
  return /chromium/i.test(name) ? 'Chromium' : 'Chrome';
}

// A folder that cannot be written still gets a window, to say so.
function profileDir(dataDir: string): string {
  const dir = join(dataDir, 'browser');
  return preparePrivateFolder(dir) ? dir : mkdtempSync(join(tmpdir(), 'lapak-browser-'));
}
