import { LapakError } from '../../../domain/errors.ts';
import type { SaleTotals } from '../../../domain/sales/contract.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import { read } from '../database/write.ts';
import type { Till } from '../till.ts';
import { findReceiptByNumber, sumSales } from './sale-store.ts';

/** The receipt with this number, or the newest with `last`. @throws LapakError RECEIPT_UNKNOWN */
export function readReceiptByNumber(till: Till, { number }: { number: string }): Receipt {
  const receipt = read(till, (tx) => findReceiptByNumber(tx, number));
  if (!receipt) throw new LapakError('RECEIPT_UNKNOWN', { number });
  return receipt;
}

/** Sums over the whole book. */
export function readTotals(till: Till): SaleTotals {
  return read(till, sumSales);
}
