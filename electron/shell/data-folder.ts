import { posix, win32 } from 'node:path';

/** What the place of the data folder depends on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * Where a till keeps its book unless told otherwise: a folder of the person, outside the program.
 */
export function defaultDataDir({ platform, env, home }: Machine): string {
  switch (platform) {
    case 'win32':
      return win32.join(env.APPDATA ?? win32.join(home, 'AppData', 'Roaming'), 'Lapak');
    case 'darwin':
      return posix.join(home, 'Library', 'Application Support', 'Lapak');
    default:
      return posix.join(xdgDataHome(env) ?? posix.join(home, '.local', 'share'), 'lapak');
  }
}

/** A relative one is ignored. Source: XDG Base Directory Specification, "Basics". */
function xdgDataHome({ XDG_DATA_HOME: folder }: Machine['env']): string | undefined {
  return folder !== undefined && posix.isAbsolute(folder) ? folder : undefined;
}
