import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where to look: the environment, the operating system, the home folder. */
export interface Machine {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

/** How long one step of an install may take. */
const INSTALL_MS = 600_000;

/** Names on the PATH, the likeliest to be kept up to date first. */
const linuxNames = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const headlessShell = 'chromium-headless-shell';

const macApps = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

// As playwright-core lays them out, of this year and of earlier ones.
const testingApp = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
const playwrightPrograms = [
  'chrome-linux64/chrome',
  'chrome-linux-arm64/chrome',
  'chrome-linux/chrome',
  `chrome-mac-arm64/${testingApp}`,
  `chrome-mac-x64/${testingApp}`,
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
];

/** The program of an installed Chromium, Chrome, Edge or Playwright's Chromium; null for none. */
export function findBrowser(machine: Machine = thisMachine()): string | null {
  return candidates(machine).find(isProgram) ?? null;
}

/** Debian's Chromium without windows, which tests need a quarter less of a computer for. */
export function findHeadlessShell(machine: Machine = thisMachine()): string | null {
  return onPath(machine.env, [headlessShell]).find(isProgram) ?? null;
}

/**
 * Installs Chromium: by apt as root on Debian and its kin, else by Playwright's own download. Takes
 * minutes; a till that already serves goes on serving.
 * @returns its program, or null when neither worked
 */
export async function installBrowser(): Promise<string | null> {
  await installByApt('chromium');
  const found = findBrowser();
  if (found !== null) return found;
  await runQuietly('npx', ['playwright', 'install', 'chromium']);
  return findBrowser();
}

/**
 * Installs the Chromium without windows, by apt as root on Debian and its kin.
 * @returns its program, or null where there is none to install
 */
export async function installHeadlessShell(): Promise<string | null> {
  await installByApt(headlessShell);
  return findHeadlessShell();
}

async function installByApt(name: string): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  await runQuietly('apt-get', ['update', '-qq']);
  await runQuietly('apt-get', ['install', '-y', '-qq', name]);
}

/** Settles when the program has ended, however it ended: what it left behind is looked at then. */
function runQuietly(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: 'ignore',
    timeout: INSTALL_MS,
    shell: process.platform === 'win32', // npx is a .cmd file there
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
}

function thisMachine(): Machine {
  return { env: process.env, platform: process.platform, home: homedir() };
}

function candidates(machine: Machine): string[] {
  return [...installed(machine), ...playwrightBrowsers(machine)];
}

function installed({ env, platform, home }: Machine): string[] {
  switch (platform) {
    case 'darwin':
      return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
        macApps.map((app) => join(folder, app)),
      );
    case 'win32': {
      const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
      return folders
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => windowsPrograms.map((program) => `${folder}\\${program}`));
    }
    default:
      return onPath(env, linuxNames);
  }
}

function onPath(env: NodeJS.ProcessEnv, names: readonly string[]): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Playwright keeps its browsers as `chromium-<build>/<system>/<program>`; the newest goes first.
 */
function playwrightBrowsers({ env, platform, home }: Machine): string[] {
  const folder =
    env.PLAYWRIGHT_BROWSERS_PATH || join(cacheFolder(platform, home, env), 'ms-playwright');
  if (!existsSync(folder)) return [];
  const builds = readdirSync(folder).flatMap((name) => /^chromium-(\d+)$/.exec(name)?.[1] ?? []);
  return builds
    .sort((a, b) => Number(b) - Number(a))
    .flatMap((build) => playwrightPrograms.map((path) => join(folder, `chromium-${build}`, path)));
}

function cacheFolder(platform: NodeJS.Platform, home: string, env: NodeJS.ProcessEnv): string {
  if (platform === 'darwin') return join(home, 'Library', 'Caches');
  if (platform === 'win32') return env.LOCALAPPDATA ?? home;
  return env.XDG_CACHE_HOME || join(home, '.cache');
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
