import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const enrolmentErrors = {
  /** Unknown, used, or older than fifteen minutes: which of them is not said. */
  ENROLMENT_CODE_WRONG: { textKey: 'error.enrolmentCodeWrong', data: z.strictObject({}) },
  ENROLMENT_UNPROVEN: { textKey: 'error.enrolmentUnproven', data: z.strictObject({}) },
  /** A device is of one stall for good. */
  DEVICE_ELSEWHERE: { textKey: 'error.deviceElsewhere', data: z.strictObject({}) },
} as const satisfies Record<string, ErrorEntry>;
