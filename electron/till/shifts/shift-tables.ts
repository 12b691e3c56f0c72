export interface ShiftTable {
  /** Position of its record in the journal. */
  record: number;
  /** Client-made id of the act. */
  uuid: string;
  number: number;
  drawer: number;
  opened_at_ms: number;
  offset_minutes: number;
  /** `YYYY-MM-DD` */
  business_date: string;
  /** Who opened it. */
  cashier: string;
  float_rupiah: number;
}

/** The close of a shift. */
export interface ZTable {
  record: number;
  uuid: string;
  number: number;
  epoch: number;
  shift: number;
  drawer: number;
  closed_at_ms: number;
  offset_minutes: number;
  cashier: string;
  /** Sales less refunds. */
  net_rupiah: number;
  counted_rupiah: number;
  /** Counted less expected. */
  difference_rupiah: number;
}

/** Cash in or out beside sales, or an opening of the drawer (amount 0). */
export interface DrawerMoveTable {
  record: number;
  uuid: string;
  shift: number;
  reason: string;
  amount_rupiah: number;
}

/** A count of a drawer. */
export interface DrawerCountTable {
  record: number;
  shift: number;
  total_rupiah: number;
}
