import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const hubErrors = {
  /** The key file of the data folder is missing, or is that of another hub than the database's. */
  HUB_KEY_OTHER: {
    textKey: 'error.hubKeyOther',
    data: z.strictObject({ file: z.string(), hub: z.string() }),
  },
  STALL_UNKNOWN: { textKey: 'error.stallUnknown', data: z.strictObject({ stall: z.string() }) },
  DEVICE_UNKNOWN: { textKey: 'error.deviceUnknown', data: z.strictObject({ device: z.string() }) },
  DEVICE_NOT_ONE: {
    textKey: 'error.deviceNotOne',
    data: z.strictObject({ device: z.string(), devices: z.int() }),
  },
  RECORD_UNKNOWN: { textKey: 'error.recordUnknown', data: z.strictObject({ leaf: z.string() }) },
  /** The link of an administrator is unknown, was used, or is old: which of them is not said. */
  LINK_WRONG: { textKey: 'error.linkWrong', data: z.strictObject({}) },
  SIGN_IN_NEEDED: { textKey: 'error.signInNeeded', data: z.strictObject({}) },
} as const satisfies Record<string, ErrorEntry>;
