import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. */
export const shiftsErrors = {
  /** No shift is open at this drawer: a sale needs one. */
  SHIFT_CLOSED: { textKey: 'error.shiftClosed', data: z.strictObject({ drawer: z.int() }) },
  /** Another one is open at it. */
  SHIFT_OPEN: {
    textKey: 'error.shiftOpen',
    data: z.strictObject({ shift: z.int(), drawer: z.int() }),
  },
  /** The shift that was meant is closed, at another drawer, or never was. */
  SHIFT_ENDED: { textKey: 'error.shiftEnded', data: z.strictObject({ shift: z.int() }) },
  /** The drawer was not counted, or sold from since. */
  COUNT_NEEDED: { textKey: 'error.countNeeded', data: z.strictObject({}) },
  COUNT_STALE: { textKey: 'error.countStale', data: z.strictObject({ acts: z.int() }) },
  /** Somebody has counted the drawer after the count that is meant. */
  COUNT_OTHER: { textKey: 'error.countOther', data: z.strictObject({}) },
  /** The drawer opens no more to be counted before somebody says what was in it. */
  COUNT_FIRST: { textKey: 'error.countFirst', data: z.strictObject({ maxOpenings: z.int() }) },
  REASON_NEEDED: {
    textKey: 'error.reasonNeeded',
    data: z.strictObject({ differenceRupiah: z.int() }),
  },
  NOTE_NEEDED: { textKey: 'error.noteNeeded', data: z.strictObject({}) },
  /** Carts that are not paid yet: they go on in the next shift when the person says so. */
  CARTS_HELD: { textKey: 'error.cartsHeld', data: z.strictObject({ carts: z.int() }) },
  Z_UNKNOWN: { textKey: 'error.zUnknown', data: z.strictObject({ number: z.string() }) },
  /** The newest was asked for before the first. */
  Z_NONE: { textKey: 'error.zNone', data: z.strictObject({}) },
  /** The stall cannot do without a drawer at which a shift is open. */
  DRAWER_IN_USE: {
    textKey: 'error.drawerInUse',
    data: z.strictObject({ drawer: z.int(), shift: z.int() }),
  },
  DRAWER_UNKNOWN: { textKey: 'error.drawerUnknown', data: z.strictObject({ drawer: z.int() }) },
  /** Who takes a drawer over is somebody else. */
  RECEIVER_SAME: { textKey: 'error.receiverSame', data: z.strictObject({}) },
  RECEIVER_MAY_NOT: {
    textKey: 'error.receiverMayNot',
    data: z.strictObject({ name: z.string() }),
  },
  /** An id of an act that was booked with another content. */
  ACT_ID_REUSED: { textKey: 'error.actIdReused', data: z.strictObject({}) },
} as const satisfies Record<string, ErrorEntry>;
