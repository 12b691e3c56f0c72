import type { Bytes } from '../database/ddl.ts';

/** A link by which an administrator signs in, once. */
export interface SignInLinkTable {
  /** SHA-256 of its token: the token itself is nowhere. */
  hash: Bytes;
  expires_at_ms: number;
  /** Kept once it was used: somebody has signed in at this hub. */
  used_at_ms: number | null;
}

/** A browser in which an administrator is signed in. */
export interface SessionTable {
  /** SHA-256 of what its cookie carries. */
  hash: Bytes;
  administrator: string;
  opened_at_ms: number;
  seen_at_ms: number;
  expires_at_ms: number;
}
