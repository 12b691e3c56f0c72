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
  /** Place of the newest record; 0.0 before the chain begins, whatever is beside it. */
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
  /** Behind the newest record: see shifts-column.ts. */
  open_shifts: string;
  /** What its records that count moved: see MOVED_MAX. Rupiah */
  moved: number;
  /** Leaves in the tree. */
  size: number;
  /** Roots of the complete subtrees, largest first: 32 bytes each. */
  frontier: Bytes;
  /** So many records, from the beginning of the tree, whose own signature was checked. */
  checked_size: number;
  /** Of those, how many nobody signed: neither they are, nor was what names them when they came. */
  unsigned: number;
  /** Of which a person has settled the alarm. */
  unsigned_settled: number;
  /** Of those checked, how many have a wrong signature, and a later record proves them. */
  proven_later: number;
  /** 1 once a fork is among its records, as judged last: an alarm is raised where it was not. */
  has_fork: number;
  /** 0 once something stands beside it or was not signed: batches are looked at closer. */
  is_straight: number;
  /** The first fork since a person last settled that alarm; null for none. */
  forked_at_ms: number | null;
  /**
   * When the till was first found behind its own records, since a person last settled that alarm:
   * it was set back, or there are two of it. Null for never.
   */
  rolled_back_at_ms: number | null;
  /** When a batch last brought something; null before the first. */
  reported_at_ms: number | null;
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
  /** Of the head, rupiah; 0 where it cannot be read. */
  total: number;
  /**
   * The leaf before it in the till's journal as the till said, of what was not read as a head that
   * names it; no bytes before the first.
   */
  follows: Bytes | null;
  /** The exact signed bytes. Never rebuilt. */
  head: Bytes;
  signature: Bytes;
  verdict: VerdictKind;
  reason: VerdictReason | null;
  /** 1 where the chain goes on from it; 0 where it stands beside the chain. */
  goes_on: number;
  /** The shifts that are open behind it, on its branch: see shifts-column.ts. */
  open_shifts: string;
  /**
   * Newest version of heads that the program knew which could not read this one; null where it
   * could. A program that knows a newer one judges it anew.
   */
  unread_by: number | null;
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
  /** Sales and refunds. */
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

/** What was given back of the sale at this place. Rupiah */
export interface RefundedTable extends OfDevice {
  epoch: number;
  seq: number;
  amount: number;
}

/** What a device sent, on the last day on which it did, that nobody signed. */
export interface UnsignedDayTable extends OfDevice {
  /** Days since 1970, UTC. */
  day: number;
  bytes: number;
}
