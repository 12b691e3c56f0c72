import type { Generated } from 'kysely';
import type { DeviceState } from '../../../domain/sync/contract.ts';

/** One row: the hub that this till is enrolled at. */
export interface HubTable {
  only: 1;
  /** `https://hub.example` */
  origin: string;
  /** As it calls itself in its checkpoints. */
  name: string;
  /** Raw Ed25519 public key for them, 32 bytes; pinned. */
  public_key: Buffer;
  stall_code: string;
  stall_name: string;
  mall_name: string;
  state: DeviceState;
}

/** One row: how far that hub has acknowledged the journal. */
export interface SyncCursorTable {
  only: 1;
  /** Of the newest record that it has, in the journal. */
  position: number;
  epoch: number;
  seq: number;
  leaf: Buffer;
  /** Of the tree of the checkpoint. */
  size: number;
  /** The newest that was verified: the till's receipt for having reported. */
  checkpoint: string;
  reported_at_ms: number;
}

/**
 * One row since the hub forgot what it had acknowledged: how far it has the journal now. Null where
 * it has nothing of it, or nobody here knows what.
 */
export interface SyncAnewTable {
  only: 1;
  /** Of the newest record that it is known to have, in the journal. */
  position: number | null;
  epoch: number | null;
  seq: number | null;
  leaf: Buffer | null;
  /** Of its tree; 0 for none. */
  size: number;
  checkpoint: string | null;
}

/** A run of records that left the till on one day. */
export interface SyncSentTable {
  id: Generated<number>;
  /** `YYYY-MM-DD` */
  business_date: string;
  /** Its origin. */
  hub: string;
  /** Positions in the journal. */
  first: number;
  last: number;
  /** Whether their bodies went along. */
  has_details: 0 | 1;
  first_at_ms: number;
  last_at_ms: number;
}

/** One row while the owner shares details. */
export interface SyncDetailsTable {
  only: 1;
  /** What was written before stays with the stall, whenever it is sent. */
  after_position: number;
}
