import type { UtcMs } from '../../domain/time.ts';
import type { Connection } from './database/connection.ts';
import type { Device } from './journal/device.ts';
import type { HeadFile } from './journal/head-file.ts';
import type { Log } from './log.ts';
import type { PrinterQueue } from './printing/printer-queue.ts';
import type { Checkpointer } from './database/checkpointer.ts';

/** The open till: what every capability works with. Made by openTill(), closed by close(). */
export interface Till extends Connection {
  /** UTC milliseconds. */
  readonly clock: () => UtcMs;
  readonly log: Log;
  readonly device: Device;
  readonly head: HeadFile;
  readonly printer: PrinterQueue;
  readonly checkpointer: Checkpointer;
  /** Pseudonym of who sells; people's names never enter the book. */
  readonly cashier: string;
}
