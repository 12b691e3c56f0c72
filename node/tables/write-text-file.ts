import { open, writeFile } from 'node:fs/promises';
import { LapakError } from '../../domain/errors.ts';

/**
 * Makes sure that a file can be written, before long work whose result goes there. What it holds
 * stays; one that is not there is made.
 * @throws LapakError FILE_UNWRITABLE
 */
export async function checkWritable(file: string): Promise<void> {
  try {
    await using _ = await open(file, 'a');
  } catch (error) {
    throw new LapakError('FILE_UNWRITABLE', { file }, { cause: error });
  }
}

/** Writes a text file in place of what it held. @throws LapakError FILE_UNWRITABLE */
export async function writeTextFile(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new LapakError('FILE_UNWRITABLE', { file }, { cause: error });
  }
}
