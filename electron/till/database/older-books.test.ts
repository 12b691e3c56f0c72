import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { bookPieces } from '../../../test/support/test-till.ts';
import { findBarcode } from '../catalog/procedures.ts';
import { rebuildFolder } from '../journal/rebuild.ts';
import { verifyFolder } from '../journal/verify-folder.ts';
import { closeTill, openTill } from '../open-till.ts';
import { readReceiptByNumber, readTotals } from '../sales/procedures.ts';
import { readStallSettings } from '../settings/procedures.ts';

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
    bookPieces(till, 1, { id: '0193f1f0-0000-7000-8000-999999999999' });
    await closeTill(till);
    expect(await verifyFolder(folder)).toMatchObject({ ok: true, records: 7 });
    expect(rebuildFolder(folder)).toMatchObject({ records: 7, changed: [] });
  },
);
