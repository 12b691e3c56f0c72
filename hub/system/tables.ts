import type { Bytes } from '../database/ddl.ts';

/** One row: who this hub is. */
export interface HubTable {
  only: 1;
  /** Its name in its checkpoints. */
  name: string;
  /** 32 hex digits of the SHA-256 of its public key. */
  device: string;
  /** Raw Ed25519 public key: 32 bytes. */
  public_key: Bytes;
  /** Of the nonces that it gives out. */
  nonce_secret: Bytes;
  created_at_ms: number;
}
