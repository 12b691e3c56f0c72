import { realpathSync, statSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { LapakError } from '../../domain/errors.ts';
import { checkWritable } from '../../node/tables/write-text-file.ts';
import { isBookThere } from '../till/journal/folder.ts';

/**
 * Makes sure, before the work, that a file may take a command's result: one that can be written,
 * and neither the file that the command reads nor one in the folder of a book.
 * @throws LapakError FILE_UNWRITABLE
 */
export async function checkResultFile(file: string, input?: string): Promise<void> {
  if (isWithBook(file) || (input !== undefined && isSame(file, input))) {
    throw new LapakError('FILE_UNWRITABLE', { file });
  }
  await checkWritable(file);
}

/** Beside a book or what is left of one, also behind a link. */
function isWithBook(file: string): boolean {
  const behind = orNull(() => realpathSync(file)) ?? file;
  return [file, behind].some((path) => isBookThere(dirname(resolve(path))));
}

/** Under another name too, as a link has it. */
function isSame(file: string, other: string): boolean {
  const [one, two] = [file, other].map((path) => orNull<Stats>(() => statSync(path)));
  return one?.ino !== undefined && one.dev === two?.dev && one.ino === two.ino;
}

/** A name that cannot be looked at is refused by checkWritable(). */
function orNull<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}
