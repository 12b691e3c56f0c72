import type { ZRecord } from '../journal/record.ts';
import { rupiah } from '../money.ts';
import { sumPieces } from './cash-count.ts';
import { DifferenceReason } from './movement.ts';
import type { Closing, DrawerReport } from './report.ts';

/** What went through the drawer of a Z, and what should be in it. */
export type ZFlows = Omit<DrawerReport, 'float' | 'moves' | 'moreMoves'>;

/** What went through the drawer, as a Z has it. */
export function flowsOfZ({ body: { cash } }: ZRecord): ZFlows {
  return {
    floatRupiah: rupiah(cash.float),
    cashTakenRupiah: rupiah(cash.taken),
    changeRupiah: rupiah(cash.change),
    cashRefundsRupiah: rupiah(cash.refunds),
    inRupiah: rupiah(cash.in),
    outRupiah: rupiah(cash.out),
    expectedRupiah: rupiah(cash.expected),
  };
}

/** What was counted at the end of a shift, and why a difference was accepted. */
export type ZCount = Pick<
  Closing,
  'countedRupiah' | 'differenceRupiah' | 'reason' | 'note' | 'counts'
>;

/** The count of a close, as a Z has it. */
export function countOfZ({ body }: ZRecord): ZCount {
  return {
    countedRupiah: sumPieces(body.counted),
    differenceRupiah: rupiah(body.difference),
    reason: DifferenceReason.safeParse(body.reason).data ?? null,
    note: body.note,
    counts: body.counts,
  };
}
