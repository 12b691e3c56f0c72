import { join } from 'node:path';
import { LapakError } from '../../../domain/errors.ts';
import type { UtcMs } from '../../../domain/time.ts';
import { removeFile, renameFile, syncFolderOf, writeNewFile } from '../../../node/private-file.ts';
import type { Book } from '../database/book.ts';
import { read, write } from '../database/write.ts';
import { appendRecord, readTip } from './append-record.ts';
import { assertWhole } from './assert-whole.ts';
import type { Device } from './device.ts';
import { BEGUN } from './folder.ts';
import { noticeClock, programStamp, SOFTWARE } from './notice-clock.ts';
import { repairFolder } from './repair-folder.ts';
import { type KeptTip, readTipFile, TIP_FILE, tipFileContent, type TipFound } from './tip-file.ts';

/** The tip file that a recovery begins before its commit, and names after it. */
const BEGUN_TIP_FILE = `${TIP_FILE}${BEGUN}`;

/** What a recovery wrote. */
export interface Recovered {
  /** The epoch that it opened. */
  readonly epoch: number;
  /** `epoch.seq` of the newest record that was lost; null where nobody knows. */
  readonly lost: string | null;
}

/**
 * Lets a book sell again that was set back, or whose tip file is gone. A recovery record opens the
 * next epoch and names what was lost, for every auditor to see: where the tip file names it, no
 * number is used twice; what was lost stays lost. A recovery that broke off behind its commit is
 * finished, and not made again.
 * @throws LapakError RECOVERY_NOT_NEEDED for a whole book, BOOK_MISSING, DATABASE_DAMAGED,
 *   DEVICE_KEY_MISSING, FOLDER_IN_USE, CLOCK_WRONG
 */
export function recoverFolder(dataDir: string, atMs: UtcMs): Recovered {
  return repairFolder(dataDir, (book, { device, tip }) => recover(book, device, tip, atMs));
}

function recover(book: Book, device: Device, kept: TipFound, atMs: UtcMs): Recovered {
  assertNeeded(book, device, kept);
  const lost = typeof kept === 'string' ? null : `${kept.epoch}.${kept.seq}`;
  const begun = readTipFile(book.dataDir, BEGUN_TIP_FILE);
  const tip = isNewest(book, begun) ? begun : openEpoch(book, device, lost, atMs);
  const file = join(book.dataDir, TIP_FILE);
  renameFile(join(book.dataDir, BEGUN_TIP_FILE), file);
  syncFolderOf(file);
  return { epoch: tip.epoch, lost };
}

function openEpoch(book: Book, device: Device, lost: string | null, atMs: UtcMs): KeptTip {
  return write(book, (tx) => {
    const before = readTip(tx);
    const recovery = appendRecord(tx, device, before, {
      type: 'recovery',
      head: { ...programStamp(tx, atMs), ...(lost === null ? {} : { lost }) },
      body: { software: SOFTWARE },
    });
    // Behind it, so that no place of the old epoch is signed twice.
    const from = { ...recovery.tip, clockMs: before.clockMs };
    const { tip } = noticeClock(tx, device, from, atMs);
    beginTipFile(book.dataDir, tip);
    return tip;
  });
}

/** On disk before the commit: what it names is in the book, or was never written. */
function beginTipFile(dataDir: string, tip: KeptTip): void {
  const file = join(dataDir, BEGUN_TIP_FILE);
  removeFile(file);
  writeNewFile(file, tipFileContent(tip));
  syncFolderOf(file);
}

/** Whether a tip is the place of the book's newest record. */
function isNewest(book: Book, tip: TipFound): tip is KeptTip {
  return typeof tip !== 'string' && read(book, readTip).leaf === tip.leaf;
}

/** @throws LapakError RECOVERY_NOT_NEEDED; what no recovery mends */
function assertNeeded(book: Book, device: Device, kept: TipFound): void {
  try {
    read(book, (tx) => assertWhole(tx, device, kept));
  } catch (error) {
    const isLoss =
      error instanceof LapakError &&
      (error.code === 'DATABASE_ROLLED_BACK' || error.code === 'TIP_MISSING');
    if (isLoss) return;
    throw error;
  }
  throw new LapakError('RECOVERY_NOT_NEEDED', {});
}
