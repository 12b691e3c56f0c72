import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { LapakError } from '../domain/errors.ts';

/** Files and folders that only the person who runs the program can read or change. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** Never through a link, never waiting for a pipe. Windows has neither flag. */
const CAREFULLY = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Makes a folder, level by level (Node's recursive mkdir never ends under /proc, which says ENOENT
 * for ever), and gives its owner alone access to one that is new, empty or ours by `ourFile`.
 */
export function makePrivateFolder(folder: string, isOurs: (names: string[]) => boolean): void {
  const isNew = makeFolder(folder);
  if (process.platform === 'win32') return; // %APPDATA% is the person's own
  const names = isNew ? [] : readdirSync(folder);
  if (isNew || names.length === 0 || isOurs(names)) narrow(folder, FOLDER_MODE);
}

/**
 * Sees to it that what stands at a file's place is a plain file of one name, which only its owner
 * can read; nothing at all is well too. A link or a pipe is never followed.
 * @throws LapakError FILE_FOREIGN
 */
export function assertPrivateFile(file: string): void {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isFile() || found.nlink !== 1) throw new LapakError('FILE_FOREIGN', { file });
  narrow(file, FILE_MODE);
}

/** Sees to it that a file can be written, if it is there. @throws what the system says: `EACCES` */
export function assertWritable(file: string): void {
  if (existsSync(file)) accessSync(file, constants.W_OK);
}

/** Reads a file of ours; undefined when there is none. @throws LapakError FILE_FOREIGN */
export function readPrivateFile(file: string): Buffer | undefined {
  if (!existsSync(file) && !lstatSync(file, { throwIfNoEntry: false })) return undefined;
  const handle = openPrivateFile(file, constants.O_RDONLY);
  try {
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Opens a file of ours that is there. @throws LapakError FILE_FOREIGN */
export function openPrivateFile(file: string, flags: number): number {
  assertPrivateFile(file);
  const handle = openSync(file, flags | CAREFULLY);
  if (fstatSync(handle).isFile()) return handle;
  closeSync(handle);
  throw new LapakError('FILE_FOREIGN', { file });
}

/** Writes a file that is not there yet, on disk before this returns; its name is not, yet. */
export function writeNewFile(file: string, bytes: Uint8Array | string): void {
  const handle = openSync(file, 'wx', FILE_MODE);
  try {
    writeFileSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Puts a file under its final name. Both are in one folder; call syncFolderOf() after it. */
export function renameFile(from: string, to: string): void {
  renameSync(from, to);
}

/** Removes what was begun and never finished. */
export function removeFile(file: string): void {
  rmSync(file, { force: true });
}

/** Puts new names of a file's folder on disk. Windows has no such call and needs none. */
export function syncFolderOf(file: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(dirname(file), 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** @returns whether it was made */
function makeFolder(folder: string): boolean {
  if (existsSync(folder)) return false;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: FOLDER_MODE });
    return true;
  } catch (error) {
    if (!existsSync(folder)) throw error; // else another process made it a moment ago
    return false;
  }
}

/** Takes everybody else's rights away; what is another's, or a link, stays as it is. */
function narrow(path: string, mode: number): void {
  const found = lstatSync(path);
  const isOwn = process.getuid?.() === found.uid && !found.isSymbolicLink();
  if (isOwn && (found.mode & 0o777) !== mode) chmodSync(path, mode);
}
