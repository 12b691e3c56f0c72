import { access, constants, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { LapakError } from '../../domain/errors.ts';

/**
 * Makes sure that a file can be written, before long work whose result goes there. What it holds
 * stays; one that is not there is not made.
 * @throws LapakError FILE_UNWRITABLE, for what is no ordinary file (a folder, a pipe) too
 */
export async function checkWritable(file: string): Promise<void> {
  await inPlaceOf(file, async (part) => {
    await writeFile(part, '', { flag: 'wx' });
    await rm(part);
  });
}

/**
 * Writes a text file in place of what it held: whole or, where that fails, as it was.
 * @throws LapakError FILE_UNWRITABLE
 */
export async function writeTextFile(file: string, text: string): Promise<void> {
  await inPlaceOf(file, async (part, target) => {
    await writeFile(part, text, { flag: 'wx', flush: true });
    await rename(part, target);
  });
}

/**
 * As writeTextFile(), of what comes in pieces, text or bytes: no more than one of them is held.
 * @throws LapakError FILE_UNWRITABLE, and what the pieces throw
 */
export async function writeTextPieces(
  file: string,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  let failure: { readonly error: unknown } | undefined;
  const told = async function* () {
    try {
      yield* pieces;
    } catch (error) {
      failure = { error };
      throw error;
    }
  };
  try {
    await inPlaceOf(file, async (part, target) => {
      await writeFile(part, told(), { flag: 'wx', flush: true });
      await rename(part, target);
    });
  } catch (error) {
    throw failure ? failure.error : error;
  }
}

async function inPlaceOf(
  file: string,
  work: (part: string, target: string) => Promise<void>,
): Promise<void> {
  const target = await realpath(file).catch(() => file); // the file behind a link, not the link
  const part = `${target}.${process.pid}.part`;
  try {
    await assertOrdinary(target);
    try {
      await work(part, target);
    } finally {
      await rm(part, { force: true });
    }
  } catch (error) {
    throw new LapakError('FILE_UNWRITABLE', { file }, { cause: error });
  }
}

/** A new name, or an ordinary file that may be written. */
async function assertOrdinary(target: string): Promise<void> {
  const found = await stat(target).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (found === null) return;
  if (!found.isFile()) throw new Error('it is no ordinary file');
  await access(target, constants.W_OK);
}
