import { z } from 'zod';
import { Counters } from '../journal/record.ts';
import { RupiahSum } from '../money.ts';
import { BusinessDate } from '../time.ts';
import { CashCount } from './cash-count.ts';
import { DrawerFlows } from './drawer.ts';
import { DifferenceReason } from './movement.ts';

const Counted = z.strictObject({ count: z.int(), totalRupiah: RupiahSum });

/** What was sold in a shift, added up; refunds are positive where they stand alone. */
export const ShiftSums = z.strictObject({
  sales: Counted,
  /** Refunds and voids; and of them the voids. */
  refunds: Counted,
  voids: Counted,
  discountRupiah: RupiahSum,
  taxRupiah: RupiahSum,
  roundingRupiah: RupiahSum,
  /** Sales less refunds: also the sum of the tenders. */
  netRupiah: RupiahSum,
  /** Net of change and refunds, by kind. */
  tenders: z.array(z.strictObject({ kind: z.string(), netRupiah: RupiahSum })),
  /** By kind of tax: what it is on, and the tax in it. `none` is untaxed. */
  taxes: z.array(z.strictObject({ kind: z.string(), baseRupiah: RupiahSum, taxRupiah: RupiahSum })),
  /** What was paid by category, net of refunds; with the rounding they come to the net. */
  categories: z.array(z.strictObject({ name: z.string(), netRupiah: RupiahSum })),
});
export type ShiftSums = z.output<typeof ShiftSums>;

/** What came in between two full hours of the stall's day, half-open. */
export const HourSum = z.strictObject({
  /** When the hour begins, UTC ms. */
  fromMs: z.int(),
  count: z.int(),
  netRupiah: RupiahSum,
});
export type HourSum = z.output<typeof HourSum>;

export const CashierSum = z.strictObject({
  cashier: z.string(),
  count: z.int(),
  netRupiah: RupiahSum,
});
export type CashierSum = z.output<typeof CashierSum>;

/** Cash that went in or out beside sales, or an opening without one (amount 0). */
export const DrawerMove = z.strictObject({
  atMs: z.int(),
  cashier: z.string(),
  approver: z.string().nullable(),
  reason: z.string(),
  /** Negative out, positive in, 0 where the drawer was only opened. */
  amountRupiah: RupiahSum,
  note: z.string(),
});
export type DrawerMove = z.output<typeof DrawerMove>;

/** Most movements that a report lists; its sums have them all. */
export const MOVES_SHOWN_MAX = 200;

/** The drawer of a shift; the counted part of one that is closed. */
const DrawerReport = z.strictObject({
  ...DrawerFlows.shape,
  /** What was counted at its opening. */
  float: CashCount,
  expectedRupiah: RupiahSum,
  moves: z.array(DrawerMove).max(MOVES_SHOWN_MAX),
  /** Movements behind those that are listed. */
  moreMoves: z.int().min(0),
});

export type DrawerReport = z.output<typeof DrawerReport>;

export const Closing = z.strictObject({
  /** Gapless on a till. */
  z: z.int().min(1),
  /** `Z-000012`; after a recovery `Z2-000012`. */
  number: z.string(),
  epoch: z.int(),
  seq: z.int(),
  closedAtMs: z.int(),
  offsetMinutes: z.int(),
  businessDate: BusinessDate,
  cashier: z.string(),
  approver: z.string().nullable(),
  counted: CashCount,
  countedRupiah: RupiahSum,
  /** Counted less expected: over is positive, short negative. */
  differenceRupiah: RupiahSum,
  reason: DifferenceReason.nullable(),
  note: z.string(),
  /** How often it was counted; only the last count is in it. */
  counts: z.int().min(1),
  counters: Counters,
  /**
   * Records of this till that the hub had not acknowledged when it was closed, this one not among
   * them; null for a till without a hub.
   */
  unsent: z.int().nullable(),
  /** Who took the drawer over in the same act; null where it was closed. */
  handedTo: z.string().nullable(),
});
export type Closing = z.output<typeof Closing>;

/** A shift: the X report while it is open, the Z report once it is closed. */
export const ShiftReport = z.strictObject({
  shift: z.int().min(1),
  drawer: z.int().min(1),
  openedAtMs: z.int(),
  offsetMinutes: z.int(),
  businessDate: BusinessDate,
  /** Who opened it and answers for its drawer. */
  cashier: z.string(),
  approver: z.string().nullable(),
  sums: ShiftSums,
  hours: z.array(HourSum),
  cashiers: z.array(CashierSum),
  /** Openings of the drawer without a sale. */
  noSales: z.int(),
  /** Null where the one who asks may not see it before it is counted. */
  cash: DrawerReport.nullable(),
  /** Null while the shift is open. */
  closing: Closing.nullable(),
});
export type ShiftReport = z.output<typeof ShiftReport>;

/** A shift in a list. */
export const ShiftSummary = z.strictObject({
  shift: z.int().min(1),
  drawer: z.int().min(1),
  openedAtMs: z.int(),
  offsetMinutes: z.int(),
  businessDate: BusinessDate,
  cashier: z.string(),
  /** Null while it is open; `z` its number otherwise. */
  closing: z
    .strictObject({
      z: z.int(),
      number: z.string(),
      closedAtMs: z.int(),
      /** The zone may have been set anew since the opening. */
      offsetMinutes: z.int(),
      cashier: z.string(),
      netRupiah: RupiahSum,
      differenceRupiah: RupiahSum,
    })
    .nullable(),
});
export type ShiftSummary = z.output<typeof ShiftSummary>;

/** `Z-000012`, after a recovery `Z2-000012`: numbers that were lost are on paper. */
export function zNumber(epoch: number, z: number): string {
  return `Z${epoch === 1 ? '' : epoch}-${String(z).padStart(6, '0')}`;
}
