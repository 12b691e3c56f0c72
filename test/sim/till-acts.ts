import { theOwner } from '../../domain/actor.ts';
import { LapakError } from '../../domain/errors.ts';
import { rupiah } from '../../domain/money.ts';
import { pcs } from '../../domain/quantity.ts';
import type { Receipt } from '../../domain/sales/receipt.ts';
import { ringUp } from '../../electron/till/sales/ring-up.ts';
import { closeShift } from '../../electron/till/shifts/close-shift.ts';
import { countDrawer } from '../../electron/till/shifts/count-drawer.ts';
import type { Till } from '../../electron/till/till.ts';
import { anUnusedId, atDrawer, bookRefund, openTestShift } from '../support/test-till.ts';
import { type SimTill, TillKilled } from './sim-till.ts';

/** Rupiah */
const PRICE = 45_000;

/** Rings up so many pieces: within this very tick, whatever the hub does. */
export function sell(till: Till, pieces: number): Receipt {
  openTestShift(till);
  const totalRupiah = rupiah(PRICE * pieces);
  const receipt = ringUp(till, atDrawer, {
    id: anUnusedId(),
    lines: [
      { code: 'KOPI-01', unit: 'pcs', quantityMilli: pcs(pieces), priceRupiah: rupiah(PRICE) },
    ],
    tenders: [{ kind: 'cash', amountRupiah: totalRupiah }],
    expectedTotalRupiah: totalRupiah,
  });
  const answer: unknown = receipt;
  if (answer instanceof Promise) throw new Error('a sale waits for something');
  return receipt;
}

/** Sells one piece, which comes back. */
export function refund(till: Till): void {
  bookRefund(till, sell(till, 1), 1);
  till.outbox.wrote();
}

/** Closes the open shift with a Z: one without trade where none is open. */
export function close(till: Till): void {
  const shift = openTestShift(till);
  countDrawer(till, theOwner, { shift, count: [{ valueRupiah: 100_000, pieces: 1 }] });
  closeShift(till, theOwner, {
    id: anUnusedId(),
    shift,
    count: null,
    reason: 'unknown',
    note: 'Dihitung dua kali',
    carts: 'refuse',
  });
}

/**
 * Something that somebody does at a till. It may be killed in the midst of it, and its disk may be
 * full; nothing else is a reason to refuse.
 */
export function actAt(till: SimTill, act: (open: Till) => void): void {
  try {
    act(till.till);
  } catch (error) {
    const isFull = till.isFull && error instanceof LapakError && error.code === 'DISK_FULL';
    if (!isFull && !(error instanceof TillKilled)) throw error;
  }
}
