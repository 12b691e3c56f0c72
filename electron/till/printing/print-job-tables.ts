import type { Generated } from 'kysely';

export interface PrintJobTable {
  id: Generated<number>;
  kind: 'receipt' | 'test';
  /** Position of the journal record of a receipt. */
  record: number | null;
  /** 1 when it is a copy and marked SALINAN. */
  is_copy: number;
  /** `skipped`: too old at a start to be printed by itself, or not to be read. */
  state: 'pending' | 'printed' | 'skipped';
  created_at_ms: number;
  printed_at_ms: number | null;
}
