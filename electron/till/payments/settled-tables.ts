import type { Generated } from 'kysely';

/** A payment that the hub tells of: a row of a settlement file, of this stall's merchant id. */
export interface SettledPaymentTable {
  /** The till's own number of it. */
  id: Generated<number>;
  /** Of the hub's newest item that told it: it goes with that. */
  item: string;
  /** Hex: the same row, in whichever file, is one payment. */
  row_hash: string;
  provider: string;
  amount_rupiah: number;
  /** Null where the file tells a day alone. UTC ms */
  paid_at_ms: number | null;
  on_date: string;
  /** 1 where that is the day of payment, 0 where one of its settlement. */
  is_paid_day: number;
  reference: string;
  issuer: string;
  /** 1 where other tills are told of it too. */
  is_shared: number;
}
