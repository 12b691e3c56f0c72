import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const staffErrors = {
  /** Nobody is signed in on this line, and the stall asks for that. */
  NOT_SIGNED_IN: { textKey: 'error.notSignedIn', data: z.strictObject({}) },
  PIN_WRONG: { textKey: 'error.pinWrong', data: z.strictObject({ triesLeft: z.int() }) },
  PIN_LOCKED: { textKey: 'error.pinLocked', data: z.strictObject({ seconds: z.int() }) },
  PIN_UNSET: { textKey: 'error.pinUnset', data: z.strictObject({ name: z.string() }) },
  PIN_EASY: { textKey: 'error.pinEasy', data: z.strictObject({}) },
  /** The file without which no PIN can be checked. */
  PEPPER_MISSING: { textKey: 'error.pepperMissing', data: z.strictObject({ file: z.string() }) },
  STAFF_UNKNOWN: { textKey: 'error.staffUnknown', data: z.strictObject({ staff: z.string() }) },
  STAFF_FULL: { textKey: 'error.staffFull', data: z.strictObject({ maxStaff: z.int() }) },
  /** Another would be taken for them on screens and papers. */
  NAME_LIKE_PSEUDONYM: { textKey: 'error.nameLikePseudonym', data: z.strictObject({}) },
  /** The stall must keep an owner who can sign in. */
  OWNER_NEEDED: { textKey: 'error.ownerNeeded', data: z.strictObject({}) },
  ROLE_UNKNOWN: { textKey: 'error.roleUnknown', data: z.strictObject({ role: z.string() }) },
  ROLE_BUILTIN: { textKey: 'error.roleBuiltin', data: z.strictObject({}) },
  ROLE_IN_USE: { textKey: 'error.roleInUse', data: z.strictObject({ people: z.int() }) },
  ROLES_FULL: { textKey: 'error.rolesFull', data: z.strictObject({ maxRoles: z.int() }) },
  /** Nobody gives others what they may not do themselves. */
  BEYOND_OWN: { textKey: 'error.beyondOwn', data: z.strictObject({}) },
  /** Who approves may not do it themselves. */
  APPROVER_MAY_NOT: {
    textKey: 'error.approverMayNot',
    data: z.strictObject({ name: z.string(), permission: z.string() }),
  },
  /** The code would stand on a paper that everybody at the till can read. */
  PRINTER_ON_SCREEN: { textKey: 'error.printerOnScreen', data: z.strictObject({}) },
  RECOVERY_WRONG: { textKey: 'error.recoveryWrong', data: z.strictObject({}) },
} as const satisfies Record<string, ErrorEntry>;
