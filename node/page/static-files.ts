import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A file of the bundled screen that may be served. */
export interface StaticFile {
  readonly path: string;
  readonly contentType: string;
  /** Its name carries a hash of its content, so a copy never goes stale. */
  readonly immutable: boolean;
}

/** By URL path, as `/assets/index-BxY2a_9Q.js`. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

// Any other kind of file in the folder is not served.
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/;

/**
 * Lists what may be served from a folder. A request is answered only when its path is a key of this
 * list, letter for letter: there is no path to join, so none to climb out of the folder with.
 */
export function listStaticFiles(dir: string): StaticFiles {
  const files = new Map<string, StaticFile>();
  collect(dir, '', files);
  return files;
}

/** @param pathname as it stands in the URL, still encoded; `/` is the screen itself. */
export function findStaticFile(files: StaticFiles, pathname: string): StaticFile | undefined {
  return files.get(pathname === '/' ? '/index.html' : pathname);
}

/** How long a browser may keep the file. */
export function cacheControl(file: StaticFile): string {
  return file.immutable ? 'private, max-age=31536000, immutable' : 'no-store';
}

// By hand, since Electron's asar file system knows plain readdir best.
function collect(dir: string, prefix: string, files: Map<string, StaticFile>): void {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    const key = `${prefix}/${entry.name}`;
    const contentType = contentTypes[extname(entry.name)];
    if (entry.isDirectory()) collect(path, key, files);
    else if (contentType) files.set(key, { path, contentType, immutable: HASHED.test(key) });
  }
}
