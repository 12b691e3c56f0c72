import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LapakError } from '../../../domain/errors.ts';
import {
  assertPrivateFile,
  readPrivateFile,
  removeFile,
  renameFile,
  syncFolderOf,
} from '../../../node/private-file.ts';
import { type Device, parseDevice } from './device.ts';
import { readTipFile, TIP_FILE, type TipFound } from './tip-file.ts';

/** The book's file in the data folder. */
export const BOOK_FILE = 'lapak.db';
/** The device key's file. */
export const KEY_FILE = 'device-key.pem';
/** Ending of a file that is whole but has not got its name: a first start's, or a recovery's. */
export const BEGUN = '.begun';

/** Every file of a new folder; the book comes last: with its name the folder is whole. */
const layout = [KEY_FILE, TIP_FILE, BOOK_FILE] as const;

/** What a data folder holds, before anything in it is opened, made or deleted. */
export type FolderState = { readonly kind: 'empty' } | BookFolder;

/** A folder with a book, and what stands beside the book. */
export interface BookFolder {
  readonly kind: 'book';
  readonly device: Device;
  readonly tip: TipFound;
}

/**
 * Looks at the files of a locked folder. A first start that a power cut broke off is finished when
 * its book was whole, and cleared away when it was not: nothing was sold with it.
 * @throws LapakError BOOK_LOST when there is a key, a tip or a -wal but no book (SQLite would
 *   delete the -wal), DEVICE_KEY_MISSING, FILE_FOREIGN, DATABASE_DAMAGED for a book without bytes
 */
export function inspectFolder(dataDir: string): FolderState {
  const at = (name: string) => join(dataDir, name);
  for (const name of [...layout, `${BOOK_FILE}-wal`, `${BOOK_FILE}-shm`, `${BOOK_FILE}-journal`]) {
    assertPrivateFile(at(name));
  }
  finishFirstStart(dataDir);
  const hasBook = existsSync(at(BOOK_FILE));
  const key = readPrivateFile(at(KEY_FILE));
  const tip = readTipFile(dataDir);
  if (!hasBook) {
    const isEmpty = !key && tip === 'missing' && !existsSync(at(`${BOOK_FILE}-wal`));
    if (isEmpty) return { kind: 'empty' };
    throw new LapakError('BOOK_LOST', { dataDir });
  }
  if (statSync(at(BOOK_FILE)).size === 0) {
    throw new LapakError('DATABASE_DAMAGED', { dataDir, detail: 'the file is empty' });
  }
  if (!key) throw new LapakError('DEVICE_KEY_MISSING', { dataDir });
  return { kind: 'book', device: parseDevice(key, dataDir), tip };
}

/** Whether a folder has a book, or what is left of one. */
export function isBookThere(dataDir: string): boolean {
  return layout.some((name) => existsSync(join(dataDir, name)));
}

/** For a command that only reads: it makes no book. @throws LapakError BOOK_MISSING */
export function assertBookThere(dataDir: string): void {
  if (!isBookThere(dataDir)) throw new LapakError('BOOK_MISSING', { dataDir });
}

/** Gives the files of a new folder their names, the book last. They are whole and on disk. */
export function nameFirstFiles(dataDir: string): void {
  for (const name of layout) {
    const file = join(dataDir, name);
    if (!existsSync(`${file}${BEGUN}`)) continue;
    renameFile(`${file}${BEGUN}`, file);
    syncFolderOf(file); // a name at a time, in this order
  }
}

/** Clears away what a first start began and never finished. */
export function clearBegun(dataDir: string): void {
  for (const name of layout) {
    for (const ending of ['', '-wal', '-shm', '-journal']) {
      removeFile(join(dataDir, `${name}${BEGUN}${ending}`));
    }
  }
}

/** The key gets its name only once the book beside it is whole: the rest is finished here. */
function finishFirstStart(dataDir: string): void {
  const begun = (name: string) => existsSync(join(dataDir, `${name}${BEGUN}`));
  if (!layout.some(begun)) return;
  const isKeyNamed = existsSync(join(dataDir, KEY_FILE));
  if (isKeyNamed && !existsSync(join(dataDir, BOOK_FILE)) && begun(BOOK_FILE)) {
    nameFirstFiles(dataDir);
  } else if (!isBookThere(dataDir)) {
    clearBegun(dataDir);
  }
}
