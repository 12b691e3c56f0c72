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

/** One row: who this till is. */
export interface DeviceTable {
  only: 1;
  device: string;
  /** Letters before the receipt number. */
  prefix: string;
  /** Raw Ed25519 public key, 32 bytes. */
  public_key: Buffer;
}
