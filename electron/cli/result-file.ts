import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { LapakError } from '../../domain/errors.ts';
import { checkWritable } from '../../node/tables/write-text-file.ts';
import { BOOK_FILE } from '../till/journal/folder.ts';

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

function isWithBook(file: string): boolean {
  const folders = [dirname(resolve(file)), dirname(realPath(file))];
  return folders.some((folder) => existsSync(join(folder, BOOK_FILE)));
}

function realPath(file: string): string {
  return existsSync(file) ? realpathSync(file) : resolve(file);
}

/** Under another name too, as a link has it. */
function isSame(file: string, other: string): boolean {
  const [one, two] = [file, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return one !== undefined && one.dev === two?.dev && one.ino === two.ino;
}
