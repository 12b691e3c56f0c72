import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const cliErrors = {
  COMMAND_UNKNOWN: {
    textKey: 'error.commandUnknown',
    data: z.strictObject({ command: z.string() }),
  },
  COMMAND_INVALID: {
    textKey: 'error.commandInvalid',
    data: z.strictObject({ detail: z.string() }),
  },
  COMMAND_STOPPED: { textKey: 'error.commandStopped', data: z.strictObject({}) },
} as const satisfies Record<string, ErrorEntry>;
