import type { VerdictKind, VerdictReason } from '../../domain/sync/verdict.ts';
import type { Bytes } from '../database/ddl.ts';

/** Whose row it is: every table of ingest is divided by stall. */
interface OfDevice {
  /** Code of the stall. */
  stall: string;
  /** 32 hex digits. */
  device: string;
}

/** Where the chain of a device stands at the hub: one row each, locked while a batch is stored. */
export interface ChainTable extends OfDevice {
  /** Place of the newest record. */
  epoch: number;
  seq: number;
  leaf: Bytes;
  /**
   * Counters of the newest record that could be read: rupiah sold and given back, and how many
   * records count; and how many records stand behind it that could not.
   */
  sales: number;
  refunds: number;
  count: number;
  unread: number;
  /** Leaves in the tree. */
  size: number;
  /** Roots of the complete subtrees, largest first: 32 bytes each. */
  frontier: Bytes;
  /** So many records, from the beginning of the tree, whose own signature was checked. */
  checked_size: number;
  /** Of those, how many have another signature than their device's. */
  bad_signatures: number;
  /** 1 after a fork. */
  is_frozen: number;
  /** When the till was found behind its own records: it was set back, or there are two of it. */
  rolled_back_at_ms: number | null;
  updated_at_ms: number;
}

/** A record as it was stored; divided by month on PostgreSQL. */
export interface RecordTable extends OfDevice {
  epoch: number;
  seq: number;
  /** SHA-256(0x00 ‖ head) */
  leaf: Bytes;
  /** `YYYY-MM-DD`; '' of a head that cannot be read. */
  business_date: string;
  /** In the tree, from 0. */
  idx: number;
  /** Of the head; '' where it cannot be read. */
  type: string;
  /** The exact signed bytes. Never rebuilt. */
  head: Bytes;
  signature: Bytes;
  verdict: VerdictKind;
  reason: VerdictReason | null;
  received_at_ms: number;
}

/** A complete subtree of a device's Merkle tree; level 0 is a leaf. */
export interface TreeNodeTable extends OfDevice {
  level: number;
  idx: number;
  hash: Bytes;
}

/** The details of a record, where the stall gave them. */
export interface BodyTable extends OfDevice {
  epoch: number;
  seq: number;
  leaf: Bytes;
  /** The exact bytes whose hash the head names. */
  body: Bytes;
  received_at_ms: number;
}

/** What one device took. Rupiah; tax and rounding as in the heads. */
interface Takings {
  /** How many sales. */
  receipts: number;
  sales: number;
  refund_count: number;
  refunds: number;
  discount: number;
  tax: number;
  rounding: number;
}

/** What one device took on one business date, from its records. */
export interface DayTotalTable extends OfDevice, Takings {
  business_date: string;
  /** Z reports, and those of a shift without trade. */
  z_count: number;
  nil_z_count: number;
  /** Records that are not in the sums. */
  quarantined: number;
  records: number;
}

export interface DayTenderTable extends OfDevice {
  business_date: string;
  /** Kind of tender. */
  tender: string;
  /** Rupiah, net of change. */
  amount: number;
}

/** From Z reports. */
export interface DayTaxTable extends OfDevice {
  business_date: string;
  /** Kind of tax. */
  kind: string;
  /** Rupiah. */
  base: number;
  tax: number;
}

/** What one shift took, from its records: held against its Z. */
export interface ShiftTotalTable extends OfDevice, Takings {
  shift: number;
}

export interface ShiftTenderTable extends OfDevice {
  shift: number;
  tender: string;
  /** Rupiah, net of change. */
  amount: number;
}

/** What was given back of the sale at this place. Rupiah */
export interface RefundedTable extends OfDevice {
  epoch: number;
  seq: number;
  amount: number;
}
