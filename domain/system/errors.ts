import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const systemErrors = {
  NOT_PERMITTED: {
    textKey: 'error.notPermitted',
    data: z.strictObject({ permission: z.string() }),
  },
  INPUT_TOO_LONG: {
    textKey: 'error.inputTooLong',
    data: z.strictObject({ lettersMax: z.int() }),
  },
  /** The log has which field it is, and what is wrong with it. */
  INPUT_INVALID: { textKey: 'error.inputInvalid', data: z.strictObject({}) },
  TILL_UNREACHABLE: { textKey: 'error.tillUnreachable', data: z.strictObject({}) },
  PORT_IN_USE: { textKey: 'error.portInUse', data: z.strictObject({ port: z.int() }) },
  LINK_NOT_DELIVERED: {
    textKey: 'error.linkNotDelivered',
    data: z.strictObject({ detail: z.string() }),
  },
  ELECTRON_MISSING: { textKey: 'error.electronMissing', data: z.strictObject({}) },
  SCREEN_NOT_BUNDLED: {
    textKey: 'error.screenNotBundled',
    data: z.strictObject({ detail: z.string() }),
  },
  /** A defect of ours: the log has its cause. */
  FAULT: { textKey: 'error.fault', data: z.strictObject({ name: z.string() }) },
} as const satisfies Record<string, ErrorEntry>;
