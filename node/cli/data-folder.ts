import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/** What the place of the data folder depends on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** A program's folder, and how it is called where folders are named for people. */
const folders = { lapak: 'Lapak', 'lapak-hub': 'Lapak Hub' } as const;
export type DataFolder = keyof typeof folders;

/**
 * Where a program keeps its data unless told otherwise: a folder of the person, outside the
 * program.
 */
export function defaultDataDir(name: DataFolder, { platform, env, home }: Machine): string {
  switch (platform) {
    case 'win32':
      return win32.join(env.APPDATA ?? win32.join(home, 'AppData', 'Roaming'), folders[name]);
    case 'darwin':
      return posix.join(home, 'Library', 'Application Support', folders[name]);
    default:
      return posix.join(xdgDataHome(env) ?? posix.join(home, '.local', 'share'), name);
  }
}

/** The data folder of the person who runs this process. */
export function ownDataDir(name: DataFolder): string {
  return defaultDataDir(name, { platform: process.platform, env: process.env, home: homedir() });
}

/** A relative one is ignored. Source: XDG Base Directory Specification, "Basics". */
function xdgDataHome({ XDG_DATA_HOME: folder }: Machine['env']): string | undefined {
  return folder !== undefined && posix.isAbsolute(folder) ? folder : undefined;
}
