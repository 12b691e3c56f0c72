import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportReport } from '../../../domain/catalog/contract.ts';
import { openTestTill } from '../../../test/support/test-till.ts';
import type { Till } from '../till.ts';
import { importCatalog, type ImportInput } from './import-catalog.ts';
import { searchCatalog } from './procedures.ts';

async function run(till: Till, content: string, mode: ImportInput['mode']): Promise<ImportReport> {
  for await (const event of importCatalog(till, { content, mode })) {
    if (event.type === 'done') return event.report;
  }
  throw new Error('an import ends with its report');
}

function shelf(till: Till) {
  return searchCatalog(till, { text: '', category: '', cursor: '', limit: 100 }).products;
}

/** A report without the names of others: the file itself may have changed them meanwhile. */
function told({ rejected, ...counts }: ImportReport) {
  return { ...counts, rejected: rejected.map((cell) => ({ ...cell, other: '' })) };
}

/** A catalog of a few codes, so that rows meet: units twice, barcodes of others, other names. */
const aFile = fc
  .array(
    fc.tuple(
      fc.constantFrom('A', 'B', 'C'),
      fc.constantFrom('Kain', 'Kain', 'Kain', 'Topi'),
      fc.constantFrom('', 'pcs', 'KG', 'kodi'),
      fc.constantFrom('', '1', '0,5', '20'),
      fc.integer({ min: 0, max: 9 }).map(String),
      fc.constantFrom('', '', 'K1', 'K2', '036000291452', '0036000291452'),
      fc.constantFrom('', '5'),
    ),
    { maxLength: 8 },
  )
  .map(
    (rows) => `kode;nama;satuan;isi;harga;barcode;stok\n${rows.map((r) => r.join(';')).join('\n')}`,
  );

test('a dry run foretells the import, and the same file again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(aFile, aFile, async (before, file) => {
      const shop = await openTestTill();
      try {
        await run(shop.till, before, 'apply');
        const foretold = await run(shop.till, file, 'dry-run');
        const report = await run(shop.till, file, 'apply');
        const kept = shelf(shop.till);
        const stock = kept.map(({ code, onHandMilli }) => [code, onHandMilli]);

        expect(told(report)).toEqual(told(foretold));
        expect(kept.every(({ units }) => units[0]?.factorMilli === 1000)).toBe(true);
        if (report.rejected.length === 0) {
          const again = await run(shop.till, file, 'apply');
          expect(again).toMatchObject({ added: 0, updated: 0, rejected: [] });
          expect(shelf(shop.till)).toEqual(kept);
        }
        expect(shelf(shop.till).map(({ code, onHandMilli }) => [code, onHandMilli])).toEqual(stock);
      } finally {
        await shop.close();
      }
    }),
    { numRuns: 100 },
  );
});
