/** A voucher that was given out: who knows its code pays with it, once. */
export interface VoucherTable {
  /** Position of the record of the refund, or of the sale that left a rest. */
  record: number;
  /** Of the tender in that record. */
  position: number;
  /** SHA-256 of its code, lower-case hex: the code itself stands on paper only. */
  hash: string;
  amount_rupiah: number;
}

/** A voucher that was paid with. */
export interface VoucherUseTable {
  /** Position of the record of the sale. */
  record: number;
  position: number;
  hash: string;
}
