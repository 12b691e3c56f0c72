import type { Generated } from 'kysely';
import type { DeviceState } from '../../domain/sync/contract.ts';
import type { Bytes } from '../database/ddl.ts';

/** A one-time code that a manager handed out. */
export interface EnrolmentCodeTable {
  /** SHA-256 of the code: the code itself is nowhere. */
  hash: Bytes;
  /** Code of the stall that it is of. */
  stall: string;
  created_at_ms: number;
  expires_at_ms: number;
  used_at_ms: number | null;
  /** The device that used it. */
  device: string | null;
}

/** A till that enrolled. */
export interface DeviceTable {
  /** 32 hex digits of the SHA-256 of its public key. */
  device: string;
  /** Code of its stall, for good. */
  stall: string;
  /** Raw Ed25519 public key of its journal: 32 bytes. */
  public_key: Bytes;
  /** Raw Ed25519 public key of its requests: 32 bytes. */
  transport_key: Bytes;
  state: DeviceState;
  enrolled_at_ms: number;
  approved_at_ms: number | null;
  revoked_at_ms: number | null;
  /** Of a revoked device: the last place of its chain that is good. */
  last_epoch: number | null;
  last_seq: number | null;
  /** Up to which version it was told what the hub tells tills; 0 for nothing. */
  told_version: Generated<number>;
}

/** A nonce that a request was signed with: it cannot be used again. */
export interface UsedNonceTable {
  nonce: string;
  expires_at_ms: number;
}
