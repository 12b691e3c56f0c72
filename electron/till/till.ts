import type { UtcMs } from '../../domain/time.ts';
import type { Checkpointer } from './database/checkpointer.ts';
import type { Connection } from './database/connection.ts';
import type { BackgroundCheck } from './database/background-check.ts';
import type { FolderLock } from './database/lock.ts';
import type { Device } from './journal/device.ts';
import type { HeadFile } from './journal/head-file.ts';
import type { Log } from '../../node/log.ts';
import type { PrinterQueue } from './printing/printer-queue.ts';

/** The open till: what every capability works with. Made by openTill(), closed by closeTill(). */
export interface Till extends Connection {
  readonly lock: FolderLock;
  /** UTC milliseconds. */
  readonly clock: () => UtcMs;
  readonly log: Log;
  readonly device: Device;
  readonly head: HeadFile;
  readonly printer: PrinterQueue;
  readonly checkpointer: Checkpointer;
  /** The check of a large book, which may still run; a small one was checked before it opened. */
  readonly check: BackgroundCheck | null;
}
