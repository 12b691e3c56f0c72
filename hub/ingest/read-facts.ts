import { isAfter } from '../../domain/sync/place.ts';
import type { Tx } from '../database/transact.ts';
import type { Chain } from './chain-store.ts';
import type { LedgerFacts, Standing } from './ledger.ts';
import { type LinkedRecord, placeMark } from './linked-record.ts';
import { type Earlier, findTaken, sumSold } from './record-store.ts';
import { refundOf } from './rules.ts';

/**
 * Whether records go on from the newest of a chain one after the other, behind all that it has:
 * that is signed, and nothing stands beside the chain. Then none of them is there yet, they name
 * none but the newest, and no place of theirs is taken.
 */
export function goesOn(
  { newest, isStraight }: Pick<Chain, 'newest' | 'isStraight'>,
  records: readonly LinkedRecord[],
): boolean {
  if (!newest || !isStraight) return false;
  let last = newest.place;
  for (const { leaf, prev, read, isAuthentic } of records) {
    const isNext = isAuthentic && read.kind === 'head' && prev === last.leaf;
    if (!isNext || !isAfter(read.head, last)) return false;
    last = { epoch: read.head.epoch, seq: read.head.seq, leaf };
  }
  return true;
}

/**
 * What judging needs beside the chain.
 * @param known by leaf, of those that the records name; null where they go on from the newest
 */
export async function readFacts(
  trx: Tx,
  earlier: Earlier,
  known: ReadonlyMap<string, Standing> | null,
  records: readonly LinkedRecord[],
): Promise<Omit<LedgerFacts, 'validThrough' | 'refunded'>> {
  const places = known ? [...new Set(records.map(placeMark))] : [];
  return {
    device: earlier.of.device,
    known: known ?? new Map(),
    taken: await findTaken(trx, earlier, places),
    sold: await sumSold(trx, earlier, refundMarks(records)),
  };
}

/** Marks of the sales of which something is given back, each once. */
export function refundMarks(records: readonly LinkedRecord[]): string[] {
  const marks = records.flatMap(({ read }) => {
    const refund = read.kind === 'head' ? refundOf(read.head) : null;
    return refund ? [refund.mark] : [];
  });
  return [...new Set(marks)];
}
