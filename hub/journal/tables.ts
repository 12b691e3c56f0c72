import type { Bytes } from '../database/ddl.ts';

/** A record of the hub's own journal: in the form of a till's. */
export interface HubRecordTable {
  /** From 1, without a gap. */
  position: number;
  epoch: number;
  seq: number;
  type: string;
  /** The exact signed bytes: canonical JSON in UTF-8. Never rebuilt. */
  head: Bytes;
  /** The exact bytes whose hash the head names. */
  body: Bytes;
  /** SHA-256(0x00 ‖ head) */
  leaf: Bytes;
  signature: Bytes;
}
