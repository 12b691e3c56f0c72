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
  LINE_INVALID: { textKey: 'error.lineInvalid', data: z.strictObject({ detail: z.string() }) },
  LINE_TOO_LONG: { textKey: 'error.lineTooLong', data: z.strictObject({ lettersMax: z.int() }) },
  /** A line stands on an answer that no line before it has kept, or on a part that it has not. */
  KEPT_UNKNOWN: { textKey: 'error.keptUnknown', data: z.strictObject({ kept: z.string() }) },
  CALL_UNKNOWN: { textKey: 'error.callUnknown', data: z.strictObject({ call: z.string() }) },
  TIME_NOT_GIVEN: { textKey: 'error.timeNotGiven', data: z.strictObject({}) },
  TIME_NEEDED: { textKey: 'error.timeNeeded', data: z.strictObject({}) },
  NAME_NOT_ONE: {
    textKey: 'error.nameNotOne',
    data: z.strictObject({ name: z.string(), people: z.int() }),
  },
  COMMAND_STOPPED: { textKey: 'error.commandStopped', data: z.strictObject({}) },
  /** What is no link of an administrator. */
  LINK_UNREADABLE: { textKey: 'error.linkUnreadable', data: z.strictObject({}) },
  /** The tills of this folder have lived their days. */
  SIMULATED_ALREADY: {
    textKey: 'error.simulatedAlready',
    data: z.strictObject({ dataDir: z.string() }),
  },
  /** A hub that a command asked has refused, by this code of its own. */
  HUB_REFUSED: {
    textKey: 'error.hubRefused',
    data: z.strictObject({ hub: z.string(), code: z.string() }),
  },
} as const satisfies Record<string, ErrorEntry>;
