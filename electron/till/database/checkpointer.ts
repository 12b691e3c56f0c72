import type { Database } from 'better-sqlite3';

/** Idle time after the last write before the log is folded into the database. */
const IDLE_MS = 400;
/** Rows written before an idle checkpoint is worth its two syncs: about fifty sales. */
const ROWS_WORTH_IT = 700;
/** Rows written before it no longer waits for idleness: bounds the log at some tens of MB. */
const ROWS_MAX = 6_000;

/** How long until a log that another program held back is emptied again. */
const AGAIN_MS = 5_000;

/** Folds the write-ahead log into the database, off the sale's path. */
export interface Checkpointer {
  /** Told after each commit; checkpoints later, when nobody waits. */
  wrote(): void;
  /**
   * Folds the whole log and empties it, so that what was taken out of the book is in no file. While
   * another program reads the book that has to wait, and is done as soon as it can be.
   * @returns whether it is done
   */
  flush(): boolean;
  close(): void;
}

/** What SQLite answers to wal_checkpoint. Source: sqlite.org/pragma.html#pragma_wal_checkpoint. */
interface CheckpointResult {
  readonly busy: number;
  readonly log: number;
  readonly checkpointed: number;
}

/**
 * A checkpoint that fails (a full disk) loses nothing: the log keeps the commits; told and
 * retried. What a till that was killed has left in the log is folded first: a name may be there.
 */
export function openCheckpointer(db: Database, onFault: (error: unknown) => void): Checkpointer {
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  let folded = rowsWritten();
  let idle: NodeJS.Timeout | undefined;
  let soon: NodeJS.Immediate | undefined;
  let again: NodeJS.Timeout | undefined;

  function rowsWritten(): number {
    return changes.get() ?? 0;
  }
  function fold(mode: 'PASSIVE' | 'TRUNCATE'): boolean {
    clearImmediate(soon); // one that is still to come may come after the book is closed
    soon = undefined;
    try {
      // busy, pages in the log, pages folded: a reader may hold some of them back
      const [result] = db.pragma(`wal_checkpoint(${mode})`) as CheckpointResult[]; // one row
      const isWhole = result?.busy === 0 && result.log === result.checkpointed;
      if (isWhole) folded = rowsWritten();
      return isWhole;
    } catch (error) {
      onFault(error);
      return false;
    }
  }
  function flush(): boolean {
    clearTimeout(again);
    const isDone = withoutWaiting(db, () => fold('TRUNCATE'));
    if (!isDone) again = setTimeout(flush, AGAIN_MS).unref();
    return isDone;
  }
  flush();
  return {
    wrote() {
      const rows = rowsWritten() - folded;
      if (rows >= ROWS_MAX) soon ??= setImmediate(fold, 'PASSIVE');
      clearTimeout(idle);
      if (rows >= ROWS_WORTH_IT) idle = setTimeout(fold, IDLE_MS, 'PASSIVE').unref();
    },
    flush,
    close() {
      clearTimeout(idle);
      clearTimeout(again);
      clearImmediate(soon);
      fold('TRUNCATE');
    },
  };
}

/** Nobody at the till waits for a program that reads the book. */
function withoutWaiting<T>(db: Database, act: () => T): T {
  const waitMs = Number(db.pragma('busy_timeout', { simple: true }));
  db.pragma('busy_timeout = 0');
  try {
    return act();
  } finally {
    db.pragma(`busy_timeout = ${waitMs}`);
  }
}
