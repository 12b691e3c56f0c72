import type { UtcMs } from '../../domain/time.ts';
import type { Log } from '../../node/log.ts';
import type { BackgroundCheck } from './database/background-check.ts';
import type { Checkpointer } from './database/checkpointer.ts';
import type { Book } from './database/book.ts';
import type { Device } from './journal/device.ts';
import type { TipFile } from './journal/tip-file.ts';
import type { TillNews } from './news.ts';
import type { PrinterQueue } from './printing/printer-queue.ts';
import type { CartHolders } from './sales/cart-holders.ts';
import type { Lines } from './staff/lines.ts';
import type { TryLocks } from './staff/try-locks.ts';
import type { Outbox } from './sync/outbox.ts';
import type { Uploader } from './sync/uploader.ts';

/**
 * The open till, put together by openTill(). A capability does not take it whole: it names the
 * parts it uses.
 */
export interface Till extends Book {
  /** UTC milliseconds. */
  readonly clock: () => UtcMs;
  readonly log: Log;
  readonly device: Device;
  readonly tipFile: TipFile;
  readonly printer: PrinterQueue;
  readonly carts: CartHolders;
  readonly lines: Lines;
  readonly tryLocks: TryLocks;
  readonly news: TillNews;
  readonly checkpointer: Checkpointer;
  readonly outbox: Outbox;
  /** Reports to the hub. */
  readonly uploader: Uploader;
  /** The check of a large book, which may still run; a small one was checked before it opened. */
  readonly check: BackgroundCheck | null;
  /** From what time the clock had jumped when the till opened, or null. */
  readonly clockFromMs: UtcMs | null;
  /** Waits for the paper in hand, folds the log into the book and gives the folder back. */
  close(): Promise<void>;
}
