import type { RecordDraft } from '../journal/record.ts';
import type { UtcMs } from '../time.ts';
import { type CashCount, recordedPieces } from './cash-count.ts';
import { type DrawerFlows, expectedCash } from './drawer.ts';
import type { ShiftSums } from './report.ts';

/** Who closed it, when and where. */
interface Stamp {
  readonly at: UtcMs;
  readonly offset: number;
  readonly businessDate: string;
  readonly cashier: string;
  readonly total: 0;
}

/** A shift that ends, with all that its record says of it. */
export interface ClosingShift {
  readonly stamp: Stamp;
  readonly id: string;
  /** Of the Z. */
  readonly number: number;
  readonly shift: number;
  readonly drawer: number;
  /** The business date on which it was opened. */
  readonly opened: string;
  readonly sums: ShiftSums;
  readonly flows: DrawerFlows;
  /** The newest count, and how many there were. */
  readonly counted: CashCount;
  readonly counts: number;
  readonly differenceRupiah: number;
  /** Empty where there is no difference. */
  readonly reason: string;
  readonly note: string;
  readonly noSales: number;
  readonly unsent: number;
  readonly handedTo?: string;
  readonly approver?: string;
}

/** The draft of a Z record: the sums for the federation in the head, the rest in the body. */
export function zDraft(closing: ClosingShift): RecordDraft {
  const { stamp, sums, number, shift, drawer, opened, unsent } = closing;
  return {
    type: 'z',
    head: {
      ...stamp,
      number,
      shift,
      drawer,
      opened,
      ...zSums(sums),
      unsent,
    },
    body: bodyOf(closing),
  };
}

/** What was sold, as the head has it. */
export function zSums(sums: ShiftSums) {
  return {
    sales: { count: sums.sales.count, total: sums.sales.totalRupiah },
    refunds: { count: sums.refunds.count, total: sums.refunds.totalRupiah },
    discount: sums.discountRupiah,
    tax: sums.taxRupiah,
    rounding: sums.roundingRupiah,
    tenders: Object.fromEntries(sums.tenders.map(({ kind, netRupiah }) => [kind, netRupiah])),
    taxes: sums.taxes.map(({ kind, baseRupiah, taxRupiah }) => {
      return { kind, base: baseRupiah, tax: taxRupiah };
    }),
    categories: sums.categories.map(({ name, netRupiah }) => ({ name, total: netRupiah })),
  };
}

/** What went through the drawer, as the body has it. */
export function zCash(flows: DrawerFlows) {
  return {
    float: flows.floatRupiah,
    taken: flows.cashTakenRupiah,
    change: flows.changeRupiah,
    refunds: flows.cashRefundsRupiah,
    in: flows.inRupiah,
    out: flows.outRupiah,
    expected: expectedCash(flows),
  };
}

function bodyOf(closing: ClosingShift): Extract<RecordDraft, { type: 'z' }>['body'] {
  const { id, sums, flows, counted, counts, differenceRupiah, reason, note, noSales } = closing;
  const { handedTo, approver } = closing;
  return {
    id,
    cash: zCash(flows),
    counted: recordedPieces(counted),
    counts,
    difference: differenceRupiah,
    reason,
    note,
    noSales,
    voids: { count: sums.voids.count, total: sums.voids.totalRupiah },
    ...(handedTo === undefined ? {} : { handedTo }),
    ...(approver === undefined ? {} : { approver }),
  };
}
