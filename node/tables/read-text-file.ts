import { open } from 'node:fs/promises';
import { LapakError } from '../../domain/errors.ts';

/**
 * Reads a text file: UTF-8, UTF-16 where a byte-order mark says so, else Windows-1252, which older
 * spreadsheets write.
 * @throws LapakError FILE_UNREADABLE, FILE_TOO_LARGE
 */
export async function readTextFile(file: string, megabytesMax: number): Promise<string> {
  return decode(await readBytes(file, megabytesMax));
}

async function readBytes(file: string, maxMegabytes: number): Promise<Buffer> {
  try {
    await using handle = await open(file, 'r');
    const { size } = await handle.stat();
    if (size > maxMegabytes * 1_000_000) throw new LapakError('FILE_TOO_LARGE', { maxMegabytes });
    return await handle.readFile();
  } catch (error) {
    if (error instanceof LapakError) throw error;
    throw new LapakError('FILE_UNREADABLE', { file }, { cause: error });
  }
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
