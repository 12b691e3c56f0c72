import type { Tx } from '../database/run.ts';
import { findReached } from '../sync/anew-store.ts';
import { newestPlace } from './record-store.ts';

/** Records that no hub has acknowledged: all of them, while the till is enrolled nowhere. */
export function countUnsent(tx: Tx): number {
  // Positions count from 1, without a gap.
  return (newestPlace(tx)?.position ?? 0) - findReached(tx).position;
}
