import { build } from '../database/build.ts';
import { prepare, type Tx } from '../database/run.ts';

/** A voucher that was given out. */
export interface StoredVoucher {
  /** Place in the journal of the refund, or of the sale that left a rest. */
  readonly record: number;
  readonly amountRupiah: number;
  /** Place of the sale that it was paid with; null where it was not yet. */
  readonly usedIn: number | null;
}

/** The voucher whose code has this hash; undefined of one that this till never gave out. */
export function findVoucher(tx: Tx, hash: string): StoredVoucher | undefined {
  return findByHash.first(tx, { hash });
}

const findByHash = prepare<{ hash: string }, StoredVoucher>((given) =>
  build
    .selectFrom('voucher as v')
    .leftJoin('voucher_use as u', 'u.hash', 'v.hash')
    .select(['v.record', 'v.amount_rupiah as amountRupiah', 'u.record as usedIn'])
    .where('v.hash', '=', given('hash')),
);
