import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { UtcMs } from '../../domain/time.ts';
import { type Log, openLog } from '../../node/log.ts';
import { databaseFailure } from '../../node/sqlite/failure.ts';
import { assertPragmas, openDatabase } from '../../node/sqlite/open-database.ts';
import { isLargeBook } from '../../node/sqlite/quick-check.ts';
import { checkInBackground } from './database/background-check.ts';
import { openCheckpointer } from './database/checkpointer.ts';
import { type Book, bookOf, LOCK_FILE } from './database/book.ts';
import { lockFolder } from '../../node/sqlite/lock-folder.ts';
import { assertMigrated, migrate } from './database/migrate.ts';
import { migrations } from './database/migrations.ts';
import { findSchemaDifference } from './database/schema.ts';
import { read, write } from './database/write.ts';
import { chargeBehind } from './fees/charge-behind.ts';
import { beginFeeDay } from './fees/fee-news.ts';
import { readTip } from './journal/append-record.ts';
import { assertWhole } from './journal/assert-whole.ts';
import { damagedBook } from './journal/check-placed.ts';
import { createBook } from './journal/create-book.ts';
import type { Device } from './journal/device.ts';
import { BOOK_FILE, type BookFolder, inspectFolder } from './journal/folder.ts';
import { noticeClock } from './journal/notice-clock.ts';
import { openTipFile } from './journal/tip-file.ts';
import { watchDay } from './journal/watch-day.ts';
import { makeNews } from './news.ts';
import { publishSticker } from './payments/sticker-news.ts';
import type { JobTools } from './printing/print-job.ts';
import { openPrinterQueue } from './printing/printer-queue.ts';
import { readCodes } from './printing/receipt-extras.ts';
import { keepCartHolders } from './sales/cart-holders.ts';
import { readReceipt } from './sales/read-receipt.ts';
import { openStaff } from './staff/open-staff.ts';
import { publishDrawers } from './shifts/drawers.ts';
import { makeOutbox } from './sync/outbox.ts';
import { openUploader } from './sync/uploader.ts';
import { realWorld, type SyncWorld } from './sync/world.ts';
import type { Till } from './till.ts';

export interface TillOptions {
  /** Folder of this till's book; made when missing. */
  readonly dataDir: string;
  /** UTC milliseconds. */
  readonly clock: () => UtcMs;
  /** Milliseconds that no change of the clock moves; how long somebody is locked or signed in. */
  readonly monotonic?: () => number;
  /** All that reporting to the hub uses of the world outside; the real one by default. */
  readonly world?: SyncWorld;
  /** False reports to the hub only where it is asked to: a command is no open till. */
  readonly isReporting?: boolean;
}

/**
 * Opens the till of a folder, on plain Node. Nothing is made, deleted or signed before the folder
 * is known to be whole: key, tip file, book and -wal. What was opened is closed again when a later
 * step fails.
 * @throws LapakError FOLDER_IN_USE, FOLDER_READ_ONLY, FILE_FOREIGN, DISK_FULL, DISK_FAULT,
 * BOOK_LOST, DATABASE_DAMAGED, DATABASE_NEWER, DATABASE_ROLLED_BACK, TIP_MISSING,
 * DEVICE_KEY_MISSING, CLOCK_WRONG
 */
export async function openTill(options: TillOptions): Promise<Till> {
  const { dataDir, clock } = options;
  await using opened = new AsyncDisposableStack();
  const lock = lockFolder(dataDir, LOCK_FILE);
  opened.defer(lock.release);
  const log = openLog(join(dataDir, 'lapak.log'), clock);
  try {
    const folder = bookedFolder(dataDir, clock());
    const db = openDatabase(join(dataDir, BOOK_FILE), dataDir);
    opened.defer(() => void db.close());
    const book = await openBook(db, dataDir, folder);
    return assemble(book, { device: folder.device, clock, log }, { options, opened });
  } catch (error) {
    const failure = databaseFailure(error, dataDir);
    log.error(failure);
    throw failure;
  }
}

/** Waits for the paper in hand, folds the log into the book and gives the folder back. */
export function closeTill(till: Till): Promise<void> {
  return till.close();
}

function bookedFolder(dataDir: string, atMs: UtcMs): BookFolder {
  const found = inspectFolder(dataDir);
  if (found.kind === 'book') return found;
  createBook(dataDir, atMs, migrations);
  const made = inspectFolder(dataDir);
  if (made.kind === 'book') return made;
  throw new Error('a folder that was laid out has a book');
}

async function openBook(db: Database, dataDir: string, { device, tip }: BookFolder): Promise<Book> {
  const book = bookOf(db, dataDir);
  const done = assertMigrated(db, dataDir, migrations);
  const schema = findSchemaDifference(db, migrations.slice(0, done));
  if (schema) throw damagedBook(book, `the schema: ${schema}`);
  read(book, (tx) => assertWhole(tx, device, tip));
  await migrate(db, dataDir, migrations);
  assertPragmas(db); // a migration must not have changed them
  return book;
}

interface Parts {
  readonly device: Device;
  readonly clock: () => UtcMs;
  readonly log: Log;
}

interface Opening {
  readonly options: TillOptions;
  readonly opened: AsyncDisposableStack;
}

function assemble(book: Book, parts: Parts, { options, opened }: Opening): Till {
  const { device, clock, log } = parts;
  const { monotonic = () => performance.now(), isReporting = true } = options;
  const file = book.db.name;
  const tipFile = openTipFile(book.dataDir);
  opened.defer(tipFile.close);
  const { tip, clockFromMs } = write(book, (tx) => noticeClock(tx, device, readTip(tx), clock()));
  tipFile.keep(tip);
  const checkpointer = openCheckpointer(book.db, log.error);
  opened.defer(checkpointer.close);
  const check = isLargeBook(file) ? checkInBackground(book, file, log.error) : null;
  opened.defer(async () => check?.stop());
  const codes: JobTools['readCodes'] = (tx, of) => readCodes(tx, device, of);
  const printer = openPrinterQueue({ book, clock, log, readReceipt, readCodes: codes });
  opened.defer(() => printer.close());
  const news = makeNews();
  opened.defer(news.close);
  const outbox = makeOutbox();
  const journal = { ...book, ...parts, tipFile, checkpointer, outbox, news };
  const { lines, tryLocks, close: closeStaff } = openStaff(journal, monotonic);
  opened.defer(closeStaff);
  const beginDay = () => {
    publishDrawers(journal);
    beginFeeDay(journal);
    publishSticker(journal);
  };
  opened.defer(watchDay(journal, beginDay));
  const world = options.world ?? realWorld(clock);
  const uploader = openUploader({ till: journal, world, isByItself: isReporting });
  opened.defer(() => uploader.close());
  const charging = chargeBehind(journal);
  opened.defer(charging.close);
  outbox.listen(() => {
    uploader.wrote();
    charging.wrote();
  });
  if (clockFromMs !== null) {
    log.warn(`the clock jumped from ${new Date(clockFromMs).toISOString()}`);
  }
  log.info(`till ${device.device} open, SQLite book in WAL, synchronous=FULL`);
  const all = opened.move();
  const close = () => all.disposeAsync();
  const carts = keepCartHolders();
  const outside = { printer, carts, lines, tryLocks, uploader };
  return { ...journal, ...outside, check, clockFromMs, close };
}
