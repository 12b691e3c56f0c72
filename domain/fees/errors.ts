import { z } from 'zod';
import type { ErrorEntry } from '../error-entry.ts';

/** Its expected failures: the key of their words, and the facts that the words need. Rupiah. */
export const feesErrors = {
  /** The month of the act's date takes nothing more: `2026-10`. */
  MONTH_CLOSED: { textKey: 'error.monthClosed', data: z.strictObject({ month: z.string() }) },
  /** An act is of today or before. */
  FEE_DATE_AHEAD: { textKey: 'error.feeDateAhead', data: z.strictObject({ on: z.string() }) },
  CHARGE_UNKNOWN: { textKey: 'error.chargeUnknown', data: z.strictObject({}) },
  /** More than what is open of a charge, or than what was not yet taken off it. */
  CHARGE_EXCEEDED: { textKey: 'error.chargeExceeded', data: z.strictObject({ left: z.int() }) },
  /** The stall has a charge of this kind for this month. */
  CHARGE_THERE: {
    textKey: 'error.chargeThere',
    data: z.strictObject({ stall: z.string(), period: z.string() }),
  },
  /** A charge is for next month at the latest, and due within a year: the latest of both. */
  CHARGE_AHEAD: {
    textKey: 'error.chargeAhead',
    data: z.strictObject({ period: z.string(), due: z.string() }),
  },
  CREDIT_UNKNOWN: { textKey: 'error.creditUnknown', data: z.strictObject({}) },
  /** More than what is left of a payment or credit. */
  CREDIT_EXCEEDED: { textKey: 'error.creditExceeded', data: z.strictObject({ left: z.int() }) },
  /** More than what a credit settles of a charge was to be taken off. */
  ALLOCATION_EXCEEDED: {
    textKey: 'error.allocationExceeded',
    data: z.strictObject({ allocated: z.int() }),
  },
  /** A waiver is of its charge alone: taken off it would be money that nobody paid. */
  ALLOCATION_BOUND: { textKey: 'error.allocationBound', data: z.strictObject({}) },
  /** Some of the credit was given back: that is reversed first. */
  CREDIT_REFUNDED: { textKey: 'error.creditRefunded', data: z.strictObject({ refunded: z.int() }) },
  /** Somebody charged it or booked a payment since it was looked at. */
  OWED_CHANGED: { textKey: 'error.owedChanged', data: z.strictObject({ owed: z.int() }) },
  ADVANCE_EXCEEDED: {
    textKey: 'error.advanceExceeded',
    data: z.strictObject({ advance: z.int() }),
  },
  DEPOSIT_EXCEEDED: {
    textKey: 'error.depositExceeded',
    data: z.strictObject({ deposit: z.int() }),
  },
  /** Nothing of this id can be reversed. */
  BOOKED_UNKNOWN: { textKey: 'error.bookedUnknown', data: z.strictObject({}) },
  REVERSED_ALREADY: { textKey: 'error.reversedAlready', data: z.strictObject({}) },
  /** The parts of an instalment plan are more than what the stall owes. */
  INSTALMENTS_EXCEED: {
    textKey: 'error.instalmentsExceed',
    data: z.strictObject({ owed: z.int() }),
  },
  INSTALMENTS_THERE: {
    textKey: 'error.instalmentsThere',
    data: z.strictObject({ stall: z.string() }),
  },
  INSTALMENTS_NONE: {
    textKey: 'error.instalmentsNone',
    data: z.strictObject({ stall: z.string() }),
  },
  /** Months from this one on were charged by the plan that is there. */
  PLAN_LATE: { textKey: 'error.planLate', data: z.strictObject({ period: z.string() }) },
  FEE_ACCOUNT_UNKNOWN: {
    textKey: 'error.feeAccountUnknown',
    data: z.strictObject({ account: z.string() }),
  },
  /** It is of another mall, or holds something else. */
  FEE_ACCOUNT_OTHER: {
    textKey: 'error.feeAccountOther',
    data: z.strictObject({ account: z.string() }),
  },
  /** Which account it went to has to be said: the mall has none of its kind, or several. */
  FEE_ACCOUNT_NEEDED: { textKey: 'error.feeAccountNeeded', data: z.strictObject({}) },
  READING_THERE: {
    textKey: 'error.readingThere',
    data: z.strictObject({ stall: z.string(), period: z.string() }),
  },
  READING_NONE: {
    textKey: 'error.readingNone',
    data: z.strictObject({ stall: z.string(), period: z.string() }),
  },
  /** The month was charged by it: the charge is reversed first. */
  READING_CHARGED: {
    textKey: 'error.readingCharged',
    data: z.strictObject({ period: z.string() }),
  },
  /** Thousandths of a kWh. A counter that began anew says how far it counted. */
  READING_BACKWARDS: {
    textKey: 'error.readingBackwards',
    data: z.strictObject({ from: z.int(), to: z.int() }),
  },
  /** Three times what the stall usually takes: to be confirmed. Thousandths of a kWh. */
  READING_LARGE: {
    textKey: 'error.readingLarge',
    data: z.strictObject({ used: z.int(), usual: z.int() }),
  },
  /** It does not begin where the last one ended: to be confirmed. Thousandths of a kWh. */
  READING_APART: {
    textKey: 'error.readingApart',
    data: z.strictObject({ from: z.int(), last: z.int() }),
  },
  /** A later month was read before, from another figure: both would bill the same, or none does. */
  READING_OUT_OF_ORDER: {
    textKey: 'error.readingOutOfOrder',
    data: z.strictObject({ period: z.string(), from: z.int(), to: z.int() }),
  },
  KUITANSI_UNKNOWN: { textKey: 'error.kuitansiUnknown', data: z.strictObject({}) },
  /** More lines than one paper has: ask for fewer days. */
  STATEMENT_TOO_LONG: {
    textKey: 'error.statementTooLong',
    data: z.strictObject({ lines: z.int(), most: z.int() }),
  },
} as const satisfies Record<string, ErrorEntry>;
