import { realpathSync, statSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { LapakError } from '../../domain/errors.ts';
import { checkWritable } from '../tables/write-text-file.ts';

/**
 * Makes sure, before the work, that a file may take a command's result: one that can be written,
 * and neither the file that the command reads nor one in the folder of a database.
 * @param isKept whether a folder is, or has what is left of, one of a database
 * @throws LapakError FILE_UNWRITABLE
 */
export async function checkResult(
  file: string,
  isKept: (folder: string) => boolean,
  input?: string,
): Promise<void> {
  // Behind a link as well; a name that cannot be looked at is refused by checkWritable().
  const places = [file, orNull(() => realpathSync(file)) ?? file];
  const isWithDatabase = places.some((path) => isKept(dirname(resolve(path))));
  if (isWithDatabase || (input !== undefined && isSame(file, input))) {
    throw new LapakError('FILE_UNWRITABLE', { file });
  }
  await checkWritable(file);
}

/** Under another name too, as a link has it. */
function isSame(file: string, other: string): boolean {
  const [one, two] = [file, other].map((path) => orNull<Stats>(() => statSync(path)));
  return one?.ino !== undefined && one.dev === two?.dev && one.ino === two.ino;
}

function orNull<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}
