import { LapakError } from '../../../../../domain/errors.ts';
import { BANK_FILE_CHARACTERS_MAX } from '../../../../../domain/fees/bank/uploaded-file.ts';
import type { Say } from '../../../../ui/use-text.ts';
import { isRefused } from '../../../hub-client.ts';
import { failureWords } from '../../../system/failure-words.ts';

/** Bytes of the longest file: base64 makes four characters of three. */
const BYTES_MAX = (BANK_FILE_CHARACTERS_MAX / 4) * 3;

/**
 * The bytes of a chosen file, as base64.
 * @throws LapakError FILE_TOO_LARGE, FILE_UNREADABLE
 */
export async function readBankFile(file: File): Promise<string> {
  if (file.size > BYTES_MAX) {
    throw new LapakError('FILE_TOO_LARGE', { maxMegabytes: Math.floor(BYTES_MAX / 1_000_000) });
  }
  return await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const { result } = reader; // `data:text/csv;base64,MTsy`
      if (typeof result === 'string') resolve(result.slice(result.indexOf(',') + 1));
    };
    reader.onerror = () => reject(new LapakError('FILE_UNREADABLE', { file: file.name }));
    reader.readAsDataURL(file);
  });
}

/** Why a file could not be read, in a sentence. */
export function fileFailure(error: unknown, say: Say): string {
  return isCode(error, 'BATCH_TOO_LARGE')
    ? say.text('console.bank.tooLarge')
    : failureWords(error, say);
}

/** Whether the hub refused for this reason. */
export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return isRefused(error) && codes.includes(error.code);
}
