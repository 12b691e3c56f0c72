import { theOwner } from '../../../domain/actor.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportReport } from '../../../domain/catalog/import-report.ts';
import { openTestTill } from '../../../test/support/test-till.ts';
import type { Till } from '../till.ts';
import { importCatalog, type ImportInput } from './import-catalog.ts';
import { searchCatalog } from './procedures.ts';

async function run(till: Till, content: string, mode: ImportInput['mode']): Promise<ImportReport> {
  for await (const event of importCatalog(till, theOwner, { content, mode })) {
    if (event.type === 'done') return event.report;
  }
  throw new Error('an import ends with its report');
}

function shelf(till: Till) {
  return searchCatalog(till, { text: '', category: '', cursor: '', limit: 100 }).products;
}

/** A report without the names of others: the file itself may have changed them meanwhile. */
function told(report: ImportReport) {
  const rejected = report.rejected.map((cell) => ({ ...cell, other: '' }));
  return { ...report, rejected, rejectedFile: '' };
}

/** What becomes of the rows of a report, all together. */
function accounted({ added, updated, unchanged, rejectedRows, remaining }: ImportReport): number {
  return added + updated + unchanged + rejectedRows + remaining;
}

const titles = 'kode;nama;satuan;isi;harga;barcode;stok;harga_terendah;pajak';

/** A catalog of a few codes, so that rows meet: units twice, barcodes of others, other names. */
const aFile = fc
  .array(
    fc.tuple(
      fc.constantFrom('A', 'B', 'a', 'K1'),
      fc.constantFrom('Kain', 'Kain', 'Kain', 'Topi'),
      fc.constantFrom('', 'pcs', 'KG', 'kodi'),
      fc.constantFrom('', '1', '0,5', '20'),
      fc.integer({ min: 0, max: 9 }).map(String),
      fc.constantFrom('', '', 'K1', 'K2', '036000291452', '0036000291452'),
      fc.constantFrom('', '5', '-1'),
      fc.constantFrom('', '', '0', '4', '-'),
      fc.constantFrom('', '', 'ppn', 'pbjt+', 'lapak', 'x'),
    ),
    { maxLength: 8 },
  )
  .map((rows) => `${titles}\n${rows.map((r) => r.join(';')).join('\n')}`);

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
        expect(accounted(report)).toBe(report.rows);
        expect(report.rows).toBe(file.trimEnd().split('\n').length - 1);
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
    { numRuns: 50 },
  );
}, 120_000);

test('whatever happened to a file, every row of it is accounted for', async () => {
  const shop = await openTestTill();
  const aChange = fc.tuple(fc.nat(300), fc.constantFrom('"', ';', '\n', '\r', "'", 'x', ''));
  await fc.assert(
    fc.asyncProperty(aFile, fc.array(aChange, { maxLength: 5 }), async (file, changes) => {
      const [titles = '', ...rows] = file.split('\n');
      let body = rows.join('\n');
      for (const [at, text] of changes) body = body.slice(0, at) + text + body.slice(at + 1);
      const report = await run(shop.till, `${titles}\n${body}`, 'dry-run');

      expect(accounted(report)).toBe(report.rows);
    }),
    { numRuns: 200 },
  );
  await shop.close();
}, 120_000);
