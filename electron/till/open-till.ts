import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { UtcMs } from '../../domain/time.ts';
import { type Checkpointer, openCheckpointer } from './database/checkpointer.ts';
import { type Connection, connectionTo } from './database/connection.ts';
import { databaseFailure } from '../../node/sqlite/failure.ts';
import { type FolderLock, lockFolder } from './database/lock.ts';
import { migrate } from './database/migrate.ts';
import { assertPragmas, openDatabase } from '../../node/sqlite/open-database.ts';
import { checkInBackground } from './database/background-check.ts';
import { isLargeBook } from '../../node/sqlite/quick-check.ts';
import { read, write } from './database/write.ts';
import { readHead } from './journal/append-record.ts';
import { type Device, openDevice } from './journal/device.ts';
import { type HeadFile, openHeadFile } from './journal/head-file.ts';
import { startJournal } from './journal/start-journal.ts';
import { verifyNewest } from './journal/verify.ts';
import { type Log, openLog } from '../../node/log.ts';
import { openPrinterQueue } from './printing/printer-queue.ts';
import { readReceipt } from './sales/sale-store.ts';
import type { Till } from './till.ts';

/** The book's file in the data folder. */
export const BOOK_FILE = 'lapak.db';
/** Records whose chain and signatures are checked at each start. */
const RECORDS_CHECKED = 500;

export interface TillOptions {
  /** Folder of this till's book; made when missing. */
  readonly dataDir: string;
  /** UTC milliseconds. */
  readonly clock: () => UtcMs;
}

/**
 * Opens the till of a folder, on plain Node: lock, database, migrations, device key, journal,
 * printer. Everything it opened is closed again when one step fails.
 * @throws LapakError FOLDER_IN_USE, FOLDER_READ_ONLY, DISK_FULL, DISK_FAULT, DATABASE_DAMAGED,
 * DATABASE_NEWER, DATABASE_ROLLED_BACK, DEVICE_KEY_MISSING
 */
export async function openTill(options: TillOptions): Promise<Till> {
  const { dataDir, clock } = options;
  const lock = lockFolder(dataDir);
  const log = openLog(join(dataDir, 'lapak.log'), clock);
  let db: Database | undefined;
  try {
    db = openDatabase(join(dataDir, BOOK_FILE), dataDir);
    await migrate(db, dataDir);
    const connection = connectionTo(db, dataDir);
    const till = assemble(connection, lock, log, options);
    log.info(`till ${till.device.device} open, SQLite book in WAL, synchronous=FULL`);
    return till;
  } catch (error) {
    db?.close();
    lock.release();
    const failure = databaseFailure(error, dataDir);
    log.error(failure);
    throw failure;
  }
}

/** Waits for the paper in hand, folds the log into the book and gives the folder back. */
export async function closeTill(till: Till): Promise<void> {
  await till.printer.close();
  await till.check?.stop();
  till.checkpointer.close();
  till.head.close();
  till.db.close();
  till.lock.release();
}

function assemble(
  connection: Connection,
  lock: FolderLock,
  log: Log,
  { clock }: TillOptions,
): Till {
  assertPragmas(connection.db); // a migration must not have changed them
  const device: Device = write(connection, openDevice);
  write(connection, (tx) => startJournal(tx, device, { atMs: clock() }));
  read(connection, (tx) => verifyNewest(tx, device.publicKey, RECORDS_CHECKED));
  const head: HeadFile = openHeadFile(connection.dataDir, read(connection, readHead));
  const checkpointer: Checkpointer = openCheckpointer(connection.db, log.error);
  const printer = openPrinterQueue({ connection, clock, log, readReceipt });
  const file = connection.db.name;
  const check = isLargeBook(file) ? checkInBackground(connection, file, log.error) : null;
  return { ...connection, lock, clock, log, device, head, checkpointer, printer, check };
}
