import type { JournalRecord, SaleRecord } from '../../../domain/journal/record.ts';
import { dueOf } from '../../../domain/journal/sale-body.ts';
import { saleTypes } from '../../../domain/journal/sale-types.ts';
import type { Tx } from '../database/run.ts';
import { readRecord } from '../journal/read-record.ts';
import { findPlaced } from '../journal/record-store.ts';
import { listBacks } from './sale-store.ts';

/**
 * Why a refund or void takes back what it cannot: no sale, or more than was sold or paid. English,
 * for the log and the auditor; undefined of what is right, and of every other record.
 */
export function findBackFault(
  tx: Tx,
  position: number,
  { type, head }: JournalRecord,
): string | undefined {
  if ((type !== 'refund' && type !== 'void') || head.ref === undefined) return undefined;
  const [epoch = 0, seq = 0] = head.ref.split('.').map(Number);
  const placed = findPlaced(tx, epoch, seq);
  if (!placed || placed.position >= position) return 'it answers no record before it';
  const sale = saleAt(tx, placed.position);
  if (!sale) return 'it answers no sale';
  const upTo = listBacks(tx, head.ref).filter((one) => one <= position);
  const backs = upTo.map((one) => readRecord(tx, one, ...saleTypes));
  return whatExceeds(sale, backs);
}

function saleAt(tx: Tx, position: number): SaleRecord | undefined {
  try {
    return readRecord(tx, position, 'sale');
  } catch {
    return undefined; // another type of record
  }
}

function whatExceeds(sale: SaleRecord, backs: readonly SaleRecord[]): string | undefined {
  const lines = backs.flatMap(({ body }) => body.lines);
  for (const [at, sold] of sale.body.lines.entries()) {
    const back = lines.filter(({ of }) => of === at);
    const quantity = back.reduce((sum, line) => sum - line.quantity, 0);
    const due = back.reduce((sum, line) => sum - dueOf(line), 0);
    if (quantity > sold.quantity || due > dueOf(sold)) return 'more came back than was sold';
  }
  const paidOut = backs.reduce((sum, { head }) => sum - head.total, 0);
  return paidOut > sale.head.total ? 'more was paid back than was paid' : undefined;
}
