import { LapakError } from '../../domain/errors.ts';

/** The text of a chosen file. @throws LapakError FILE_TOO_LARGE, FILE_UNREADABLE */
export async function readText(file: File, bytesMax = Number.POSITIVE_INFINITY): Promise<string> {
  if (file.size > bytesMax) {
    throw new LapakError('FILE_TOO_LARGE', { maxMegabytes: Math.floor(bytesMax / 1_000_000) });
  }
  try {
    const bytes = await file.arrayBuffer();
    return decode(bytes);
  } catch (error) {
    throw new LapakError('FILE_UNREADABLE', { file: file.name }, { cause: error });
  }
}

/** UTF-8, UTF-16 where a mark says so, or what old spreadsheets on Windows write. */
function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
