import { periodOf } from '../../domain/fees/period.ts';
import type { Posting } from '../../domain/fees/postings.ts';
import { insertRows, type Rows } from '../database/insert-rows.ts';
import type { Tx } from '../database/transact.ts';
import type { PlacedFee } from './effect-rows.ts';

/** Adds postings to what each account took and gave in their month. */
export async function addBookSums(
  trx: Tx,
  fees: readonly PlacedFee[],
  postings: ReadonlyMap<string, readonly Posting[]>,
): Promise<void> {
  const sums = new Map<string, BookSum>();
  for (const { body } of fees) {
    for (const posting of postings.get(body.id) ?? []) {
      addPosting(sums, { mall: body.mall, month: periodOf(body.on) }, posting);
    }
  }
  await insertRows(trx, sumRows, [...sums.values()]);
}

/** What an account took and gave in a month. Rupiah */
export interface BookSum {
  readonly mall: string;
  readonly month: string;
  readonly account: string;
  debit: number;
  credit: number;
}

/** Adds a posting to the sums of its two accounts, which are kept by mall, month and account. */
export function addPosting(
  sums: Map<string, BookSum>,
  of: Pick<BookSum, 'mall' | 'month'>,
  { debit, credit, amount }: Posting,
): void {
  sumOf(sums, of, debit).debit += amount;
  sumOf(sums, of, credit).credit += amount;
}

function sumOf(
  sums: Map<string, BookSum>,
  { mall, month }: Pick<BookSum, 'mall' | 'month'>,
  account: string,
): BookSum {
  const key = [mall, month, account].join(' ');
  const found = sums.get(key) ?? { mall, month, account, debit: 0, credit: 0 };
  sums.set(key, found);
  return found;
}

const sumRows: Rows<'fee_book_sum'> = {
  table: 'fee_book_sum',
  columns: {
    mall: 'text',
    month: 'text',
    account: 'text',
    debit: 'bigint',
    credit: 'bigint',
  },
  addedBy: ['mall', 'month', 'account'],
};
