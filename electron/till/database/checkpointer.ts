import type { Database } from 'better-sqlite3';

/** Idle time after the last write before the log is folded into the database. */
const IDLE_MS = 400;
/** Rows written before an idle checkpoint is worth its two syncs: about fifty sales. */
const ROWS_WORTH_IT = 700;
/** Rows written before it no longer waits for idleness: bounds the log at some tens of MB. */
const ROWS_MAX = 6_000;

/** Folds the write-ahead log into the database, off the sale's path. */
export interface Checkpointer {
  /** Told after each commit; checkpoints later, when nobody waits. */
  wrote(): void;
  /** Folds the whole log now. */
  flush(): void;
  close(): void;
}

/** What SQLite answers to wal_checkpoint. Source: sqlite.org/pragma.html#pragma_wal_checkpoint. */
export interface CheckpointResult {
  readonly busy: number;
  readonly log: number;
  readonly checkpointed: number;
}

/**
 * A checkpoint that fails (a full disk) loses nothing: the log keeps the commits; told and
 * retried.
 */
export function openCheckpointer(db: Database, onFault: (error: unknown) => void): Checkpointer {
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  let folded = rowsWritten();
  let idle: NodeJS.Timeout | undefined;
  let soon: NodeJS.Immediate | undefined;

  function rowsWritten(): number {
    return changes.get() ?? 0;
  }
  function fold(mode: 'PASSIVE' | 'TRUNCATE'): void {
    clearImmediate(soon); // one that is still to come may come after the book is closed
    soon = undefined;
    try {
      // busy, pages in the log, pages folded: a reader may hold some of them back
      const [result] = db.pragma(`wal_checkpoint(${mode})`) as CheckpointResult[]; // one row
      if (result && result.busy === 0 && result.log === result.checkpointed) {
        folded = rowsWritten();
      }
    } catch (error) {
      onFault(error);
    }
  }
  return {
    wrote() {
      const rows = rowsWritten() - folded;
      if (rows >= ROWS_MAX) soon ??= setImmediate(fold, 'PASSIVE');
      clearTimeout(idle);
      if (rows >= ROWS_WORTH_IT) idle = setTimeout(fold, IDLE_MS, 'PASSIVE').unref();
    },
    flush: () => fold('TRUNCATE'),
    close() {
      clearTimeout(idle);
      clearImmediate(soon);
      fold('TRUNCATE');
    },
  };
}
