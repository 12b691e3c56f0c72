import { join } from 'node:path';
import type { UtcMs } from '../../../domain/time.ts';
import { emptyTip } from '../../../domain/journal/chain.ts';
import { writeNewFile } from '../../../node/private-file.ts';
import { openDatabase } from '../../../node/sqlite/open-database.ts';
import { bookOf } from '../database/book.ts';
import { applyMigrations, type Migration } from '../database/migrate.ts';
import { write } from '../database/write.ts';
import { insertPerson } from '../staff/staff-store.ts';
import { appendRecord } from './append-record.ts';
import { insertDevice } from './device-store.ts';
import { makeDevice } from './device.ts';
import { BEGUN, BOOK_FILE, clearBegun, KEY_FILE, nameFirstFiles } from './folder.ts';
import { programStamp, SOFTWARE } from './notice-clock.ts';
import { TIP_FILE, tipFileContent } from './tip-file.ts';

/**
 * Lays out a new data folder: key, book with the record that names the key, tip file. All of it is
 * whole and on disk under other names first, so that a power cut leaves nothing or all.
 * @throws LapakError CLOCK_WRONG; SqliteError and file errors, to be told by databaseFailure()
 */
export function createBook(dataDir: string, atMs: UtcMs, migrations: readonly Migration[]): void {
  const begun = (name: string) => join(dataDir, `${name}${BEGUN}`);
  clearBegun(dataDir);
  try {
    const { device, pem } = makeDevice();
    writeNewFile(begun(KEY_FILE), pem);
    writeNewFile(begun(BOOK_FILE), '');
    const db = openDatabase(begun(BOOK_FILE), dataDir);
    try {
      applyMigrations(db, migrations);
      const { tip } = write(bookOf(db, dataDir), (tx) => {
        insertDevice(tx, device);
        insertPerson(tx, { name: '', role: 'owner', createdAtMs: atMs });
        return appendRecord(tx, device, emptyTip, {
          type: 'start',
          head: { ...programStamp(tx, atMs), publicKey: device.publicKey.toString('hex') },
          body: { software: SOFTWARE },
        });
      });
      writeNewFile(begun(TIP_FILE), tipFileContent(tip));
      db.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      db.close();
    }
    nameFirstFiles(dataDir);
  } catch (error) {
    clearBegun(dataDir);
    throw error;
  }
}
