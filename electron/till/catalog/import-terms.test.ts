import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import type { ImportReport } from '../../../domain/catalog/import-report.ts';
import { collect } from '../../../test/support/collect.ts';
import { openTestTill, type TestTill } from '../../../test/support/test-till.ts';
import { importCatalog, type ImportInput } from './import-catalog.ts';
import { readProduct } from './procedures.ts';

let shop: TestTill;
beforeEach(async () => {
  shop = await openTestTill();
  await run(
    `${header}
KOPI;Kopi Gayo;pcs;1;45.000;40.000;ppn+
KOPI;Kopi Gayo;lusin;12;500.000;;
`,
  );
});
afterEach(() => shop.close());

const header = 'kode;nama;satuan;isi;harga;Harga Terendah;Pajak';

async function run(content: string, mode: ImportInput['mode'] = 'apply'): Promise<ImportReport> {
  const last = (await collect(importCatalog(shop.till, theOwner, { content, mode }))).at(-1);
  if (last?.type !== 'done') throw new Error('this import ends with its report');
  return last.report;
}

const kopi = () => readProduct(shop.till, { code: 'KOPI' }).product;

/** `row column reason value other` of each cell that keeps its row out. */
function reasons({ rejected }: ImportReport): string[] {
  return rejected.map((cell) => Object.values(cell).join('|'));
}

/** `field unit: old → new` of each change. */
function changes(report: ImportReport): string[] {
  return report.changes.flatMap((product) =>
    product.changes.map(({ field, unit, old, new: now }) => `${field} ${unit}: ${old} → ${now}`),
  );
}

test('a product comes in with its floor and its tax', () => {
  expect(kopi()).toMatchObject({
    tax: { kind: 'ppn', isAdded: true },
    units: [{ unit: 'pcs', floorRupiah: 40_000 }, { unit: 'lusin' }],
  });
});

test('a file without these columns, or without a word in them, leaves what there is', async () => {
  const before = kopi();

  const plain = await run('kode;nama;harga\nKOPI;Kopi Gayo;45.000\n');
  const empty = await run(`${header}\nKOPI;Kopi Gayo;pcs;1;45.000;;\n`);

  expect([plain, empty]).toMatchObject([{ unchanged: 1 }, { unchanged: 1 }]);
  expect(kopi()).toEqual(before);
});

test('a dry run tells the old and the new floor and tax, and the import does it', async () => {
  const content = `${header}
KOPI;Kopi Gayo;pcs;1;45.000;-;lapak
KOPI;Kopi Gayo;lusin;12;500.000;480.000;
TEH;Teh Melati;pcs;1;9.000;8.500;pbjt
`;

  const report = await run(content, 'dry-run');

  expect(changes(report)).toEqual([
    'tax : ppn+ → lapak',
    'floor pcs: Rp40.000 → -',
    'floor lusin:  → Rp480.000',
    'tax :  → pbjt',
    'price pcs:  → Rp9.000',
    'floor pcs:  → Rp8.500',
  ]);
  expect(kopi()).toHaveProperty('tax');
  expect(changes(await run(content))).toEqual(changes(report));
  expect(kopi()).not.toHaveProperty('tax');
  expect(kopi().units.map(({ floorRupiah }) => floorRupiah)).toEqual([undefined, 480_000]);
  expect(await run(content)).toMatchObject({ updated: 0, unchanged: 3 });
});

test('every floor and tax that cannot be has its reason', async () => {
  const report = await run(
    `${header}
A;Abon;pcs;1;1.000;1.001;
B;Bros;pcs;1;1.000;-5;ppn 11%
KOPI;Kopi Gayo;pcs;1;39.000;;
KOPI;Kopi Gayo;lusin;12;500.000;500.000;tidak+
`,
  );

  expect(reasons(report)).toEqual([
    '2|Harga Terendah|floorAbovePrice|Rp1.001|Rp1.000',
    '3|Harga Terendah|numberNegative|-5|',
    '3|Pajak|taxUnknown|ppn 11%|',
    '4|harga|priceBelowFloor|Rp39.000|Rp40.000',
    '5|Pajak|taxUnknown|tidak+|',
  ]);
  expect(kopi().units[0]?.priceRupiah).toBe(45_000);
});

test('a price may sink below the floor that its own row takes away', async () => {
  await run(`${header}\nKOPI;Kopi Gayo;pcs;1;39.000;-;\n`);

  expect(kopi().units[0]).toEqual(expect.objectContaining({ priceRupiah: 39_000 }));
});

test('a tax that differs in another row of the product is not used, and told', async () => {
  const report = await run(
    `${header}
KOPI;Kopi Gayo;pcs;1;45.000;;pbjt
KOPI;Kopi Gayo;lusin;12;500.000;;tidak
`,
  );

  expect(report.notes).toEqual([
    { row: 3, column: 'Pajak', note: 'taxIgnored', value: 'tidak', other: 'pbjt' },
  ]);
  expect(kopi().tax).toEqual({ kind: 'pbjt', isAdded: false });
});

test('a floor is read in the style of the prices of its file', async () => {
  await run('code,name,price,lowest price,tax\nT,Teh,"12,500.00","11,500",ppn mewah\n');

  expect(readProduct(shop.till, { code: 'T' }).product).toMatchObject({
    tax: { kind: 'ppn-luxury', isAdded: false },
    units: [{ priceRupiah: 12_500, floorRupiah: 11_500 }],
  });
});
