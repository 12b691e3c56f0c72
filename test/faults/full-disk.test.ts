import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LapakError } from '../../domain/errors.ts';
import { rupiah } from '../../domain/money.ts';
import { pcs } from '../../domain/quantity.ts';
import { translator } from '../../domain/translator.ts';
import { read } from '../../electron/till/database/write.ts';
import { verifyFolder } from '../../electron/till/journal/verify-folder.ts';
import { verifyBook } from '../../electron/till/journal/verify.ts';
import { describeError } from '../../node/log.ts';
import { closeTill, openTill } from '../../electron/till/open-till.ts';
import { ringUp } from '../../electron/till/sales/ring-up.ts';
import { findReceiptByUuid } from '../../electron/till/sales/read-receipt.ts';
import type { Till } from '../../electron/till/till.ts';
import { NO_SMALL_DISK, openSmallDisk, type SmallDisk } from '../support/small-disk.ts';
import { aUnit, stockProduct, atDrawer, openTestShift } from '../support/test-till.ts';

let disk: SmallDisk | null = null;
beforeEach(() => {
  disk = openSmallDisk(12);
});
afterEach(() => disk?.close());

const open = (dataDir: string) => openTill({ dataDir, clock: Date.now });

test('a full disk refuses a sale in one sentence, books no half of it, and sells on', async (t) => {
  if (!disk) return t.skip(NO_SMALL_DISK);
  const till = await openShop(disk.folder);
  const answered = [sell(till), sell(till)];

  disk.fill();
  const refused = sellUntilRefused(till, answered);
  expect(refused).toMatchObject({ code: 'DISK_FULL' });
  expect(translator('id').error(refused.code, refused.data)).toMatch(/Penyimpanan .*penuh/);
  expect(describeError(refused)).toMatch(/^DISK_FULL: The disk .*full/);
  expect(() => sell(till)).toThrow(LapakError); // and again
  await expectBook(till, answered);

  disk.free();
  answered.push(sell(till), sell(till)); // with no restart
  await expectBook(till, answered);

  await closeTill(till);
  const again = await open(disk.folder);
  await expectBook(again, answered);
  await closeTill(again);
});

test('a till that is closed and opened on a full disk loses nothing', async (t) => {
  if (!disk) return t.skip(NO_SMALL_DISK);
  const till = await openShop(disk.folder);
  const answered = [sell(till)];
  disk.fill();
  sellUntilRefused(till, answered);
  await closeTill(till);

  const opened = await open(disk.folder).catch((error: unknown) => error);
  if (opened instanceof LapakError) expect(opened.code).toBe('DISK_FULL');
  else if (opened instanceof Error) throw opened;
  else await closeTill(opened as Till); // what openTill gives when it does not throw

  disk.free();
  const again = await open(disk.folder);
  await expectBook(again, answered);
  await closeTill(again);
});

test('a first start on a full disk leaves no half of a key behind', async (t) => {
  if (!disk) return t.skip(NO_SMALL_DISK);
  disk.fill();
  await expect(open(disk.folder)).rejects.toMatchObject({ code: 'DISK_FULL' });
  expect(existsSync(join(disk.folder, 'device-key.pem'))).toBe(false);

  disk.free();
  const till = await openShop(disk.folder);
  await expectBook(till, [sell(till)]);
  await closeTill(till);
});

test('a folder that cannot be made is refused in one sentence and at once', async () => {
  await expect(open('/proc/lapak/till')).rejects.toMatchObject({ code: 'FOLDER_READ_ONLY' });
});

test('a folder that cannot be written is refused in one sentence and not changed', async (t) => {
  if (!disk) return t.skip(NO_SMALL_DISK);
  const { folder } = disk;
  const till = await openShop(folder);
  sell(till);
  await closeTill(till);
  const before = readFileSync(join(folder, 'lapak.db'));

  disk.makeReadOnly();
  const refused = await open(folder).catch((error: unknown) => error);

  if (!(refused instanceof LapakError)) throw refused;
  expect(refused).toMatchObject({ code: 'FOLDER_READ_ONLY', data: { dataDir: folder } });
  expect(translator('id').error(refused.code, refused.data)).toContain('tidak dapat ditulisi');
  expect(describeError(refused)).toMatch(/cannot be written/);
  expect(readFileSync(join(folder, 'lapak.db')).equals(before)).toBe(true);
  await expect(verifyFolder(folder)).rejects.toMatchObject({ code: 'FOLDER_READ_ONLY' });
});

async function openShop(folder: string): Promise<Till> {
  const till = await open(folder);
  openTestShift(till);
  const unit = aUnit('pcs', 1, 45_000);
  stockProduct(till, { code: 'KOPI-01', name: 'Kopi Gayo 250 g', units: [unit] });
  return till;
}

/** Sells one. @returns the id of the answered sale */
function sell(till: Till): string {
  const { id } = ringUp(till, atDrawer, {
    id: randomUUID(),
    lines: [{ priceRupiah: rupiah(45_000), code: 'KOPI-01', unit: 'pcs', quantityMilli: pcs(1) }],
    tenders: [{ kind: 'cash', amountRupiah: rupiah(50_000) }],
    expectedTotalRupiah: rupiah(45_000),
  });
  return id;
}

/** Sells into what the log still has room for. @returns why the first sale was refused */
function sellUntilRefused(till: Till, answered: string[]): LapakError {
  for (let left = 2_000; left > 0; left -= 1) {
    try {
      answered.push(sell(till));
    } catch (error) {
      if (error instanceof LapakError) return error;
      throw error;
    }
  }
  throw new Error('the disk never was full');
}

/** Every answered sale is whole in the book, and nothing else is but the shift they are of. */
async function expectBook(till: Till, answered: readonly string[]): Promise<void> {
  const counts = read(till, ({ db }) =>
    db
      .prepare(
        `SELECT (SELECT count(*) FROM sale) AS sales, (SELECT count(*) FROM sale_line) AS lines,
          (SELECT count(*) FROM sale_tender) AS tenders, (SELECT count(*) FROM print_job) AS jobs,
          (SELECT count(*) FROM stock_move) AS moves,
          (SELECT -sum(on_hand_milli) / 1000 FROM stock) AS sold`,
      )
      .get(),
  );
  const each = answered.length;
  expect(counts).toEqual({
    sales: each,
    lines: each,
    tenders: each,
    jobs: each,
    moves: each,
    sold: each,
  });
  for (const id of answered) {
    expect(read(till, (tx) => findReceiptByUuid(tx, id))).toMatchObject({ totalRupiah: 45_000 });
  }
  expect(await verifyBook(till)).toMatchObject({ ok: true, records: each + 2 });
}
