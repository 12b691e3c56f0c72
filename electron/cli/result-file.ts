import { checkResult } from '../../node/cli/result-file.ts';
import { isBookThere } from '../till/journal/folder.ts';

/**
 * Makes sure that a file may take a command's result, see checkResult(); none in the folder of a
 * book may. @throws LapakError FILE_UNWRITABLE
 */
export function checkResultFile(file: string, input?: string): Promise<void> {
  return checkResult(file, isBookThere, input);
}
