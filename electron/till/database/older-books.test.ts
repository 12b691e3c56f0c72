import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { endTestShift } from '../../../test/support/end-test-shift.ts';
import { pins } from '../../../test/support/staffed-till.ts';
import { atDrawer, bookPieces } from '../../../test/support/test-till.ts';
import { findBarcode } from '../catalog/procedures.ts';
import { rebuildFolder } from '../journal/rebuild.ts';
import { verifyFolder } from '../journal/verify-folder.ts';
import { closeTill, openTill } from '../open-till.ts';
import { readReceiptByNumber, readTotals } from '../sales/procedures.ts';
import { readStallSettings } from '../settings/procedures.ts';
import { readX, readZByNumber } from '../shifts/procedures.ts';
import { readPeople } from '../staff/people.ts';
import { signIn } from '../staff/sign-in.ts';

const fixtures = join(import.meta.dirname, '..', '..', '..', 'test', 'fixtures');

let folder: string;
afterEach(() => rmSync(folder, { recursive: true }));

test.each(readdirSync(fixtures))(
  'a book as %s was written opens, is whole, and sells on',
  async (name) => {
    folder = mkdtempSync(join(tmpdir(), 'lapak-older-'));
    cpSync(join(fixtures, name), folder, { recursive: true });
    const till = await openTill({ dataDir: folder, clock: () => Date.UTC(2026, 10, 24) });

    expect(readTotals(till)).toMatchObject({
      sales: 3,
      salesTotalRupiah: 270_000,
      refunds: 1,
      refundsTotalRupiah: 45_000,
      history: { sales: 1, salesTotalRupiah: 135_000 },
    });
    expect(readReceiptByNumber(till, { number: 'last' })).toMatchObject({
      stall: { name: 'Kopi Ibu Ani', number: 'B-7' },
      totalRupiah: 45_000,
    });
    expect(findBarcode(till, { barcode: '8991000000014' }).product).toMatchObject({
      name: 'Kopi Gayo 250 g',
      onHandMilli: 35_000,
    });
    expect(readStallSettings(till).stall.name).toBe('Kopi Ibu Ani');
    expect(readZByNumber(till, { number: 'last' })).toMatchObject({
      shift: 1,
      sums: { netRupiah: 45_000 },
      cash: {
        floatRupiah: 200_000,
        cashTakenRupiah: 90_000,
        cashRefundsRupiah: 45_000,
        outRupiah: 20_000,
        expectedRupiah: 225_000,
        moves: [{ reason: 'safe-drop', amountRupiah: -20_000 }],
      },
      closing: { number: 'Z-000001', countedRupiah: 300_000, differenceRupiah: 75_000 },
    });
    expect(readX(till, atDrawer, { shift: null })).toMatchObject({
      shift: 2,
      cash: { float: [{ valueRupiah: 100_000, pieces: 3 }] },
      sums: { netRupiah: 45_000 },
    });
    expect(readPeople(till)).toMatchObject([
      { id: 'kasir-1', role: 'owner', hasPin: true },
      { id: 'kasir-2', role: 'cashier', name: 'Budi', hasPin: true },
    ]);
    await signIn(till, {}, { staff: 'kasir-2', pin: pins['kasir-2'] });
    bookPieces(till, 1, { id: '0193f1f0-0000-7000-8000-999999999999' });
    endTestShift(till);
    expect(readZByNumber(till, { number: 'last' })).toMatchObject({
      shift: 2,
      sums: { netRupiah: 90_000 },
      closing: { number: 'Z-000002', countedRupiah: 300_000, differenceRupiah: -70_000 },
    });
    await closeTill(till);
    expect(await verifyFolder(folder)).toMatchObject({ ok: true, records: 22 });
    expect(rebuildFolder(folder)).toMatchObject({ records: 22, changed: [] });
  },
);
