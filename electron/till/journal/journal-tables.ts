import type { Generated } from 'kysely';

export interface JournalRecordTable {
  position: Generated<number>;
  epoch: number;
  seq: number;
  type: string;
  /** The exact signed bytes: canonical JSON in UTF-8. Never rebuilt. */
  head: Buffer;
  /** The exact bytes whose hash the head names. */
  body: Buffer;
  /** SHA-256(0x00 ‖ head) */
  leaf: Buffer;
  signature: Buffer;
}

/** A record that is no sale, for the audit trail. */
export interface ActTable {
  /** Position of its record. */
  record: number;
  /** Of the record. */
  type: string;
  act: string;
  at_ms: number;
  offset_minutes: number;
  /** `YYYY-MM-DD` */
  business_date: string;
  cashier: string;
  approver: string | null;
  subject: string;
  /** Rupiah, where money was moved. */
  amount_rupiah: number | null;
  note: string;
  /** JSON: what was changed, before and after. */
  changes: string;
}

/** One row: who this till is. */
export interface DeviceTable {
  only: 1;
  device: string;
  /** Letters before the receipt number. */
  prefix: string;
  /** Raw Ed25519 public key, 32 bytes. */
  public_key: Buffer;
}
