import { constants, type FileHandle, open } from 'node:fs/promises';
import { LapakError } from '../../domain/errors.ts';

const PIECE_BYTES = 1_048_576;

/**
 * Reads a text file: UTF-8, UTF-16 where a byte-order mark says so, else Windows-1252, which older
 * spreadsheets write.
 * @throws LapakError FILE_UNREADABLE, FILE_TOO_LARGE
 */
export async function readTextFile(file: string, megabytesMax: number): Promise<string> {
  return decodeText(await readFileBytes(file, megabytesMax));
}

/**
 * Reads a file as it is. Only a regular one: a device or a pipe may have no end.
 * @throws LapakError FILE_UNREADABLE, FILE_TOO_LARGE
 */
export async function readFileBytes(file: string, megabytesMax: number): Promise<Buffer> {
  try {
    // Without O_NONBLOCK, opening a pipe waits for somebody to write into it.
    await using handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    if (!(await handle.stat()).isFile()) throw new LapakError('FILE_UNREADABLE', { file });
    return await readBytes(handle, megabytesMax);
  } catch (error) {
    if (error instanceof LapakError) throw error;
    throw new LapakError('FILE_UNREADABLE', { file }, { cause: error });
  }
}

/** All bytes; counted as they come, since a file may grow and some (in /proc) tell no size. */
async function readBytes(handle: FileHandle, maxMegabytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(PIECE_BYTES));
    if (bytesRead === 0) return Buffer.concat(pieces);
    size += bytesRead;
    if (size > maxMegabytes * 1_000_000) throw new LapakError('FILE_TOO_LARGE', { maxMegabytes });
    pieces.push(buffer.subarray(0, bytesRead));
  }
}

/** The text of a file that was read already, as readTextFile() takes it. */
function decodeText(bytes: Uint8Array): string {
  return decodeBytes(bytes).text;
}

/** The text of a file that was read already, and how it is written. */
export function decodeBytes(bytes: Uint8Array) {
  const as = (encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252', fatal = false) => {
    return { text: new TextDecoder(encoding, { fatal }).decode(bytes), encoding };
  };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be');
  try {
    return as('utf-8', true);
  } catch {
    return as('windows-1252');
  }
}
