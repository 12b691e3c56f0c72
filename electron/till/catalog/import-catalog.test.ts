import { theOwner } from '../../../domain/actor.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportEvent, ImportReport } from '../../../domain/catalog/import-report.ts';
import { ShelfProduct } from '../../../domain/catalog/product.ts';
import { catalogPageId } from '../../../domain/catalog/page/text.id.ts';
import { catalogEn } from '../../../domain/catalog/text.en.ts';
import { catalogId } from '../../../domain/catalog/text.id.ts';
import { collect } from '../../../test/support/collect.ts';
import {
  aUnit,
  openTestTill,
  stockProduct,
  type TestTill,
} from '../../../test/support/test-till.ts';
import { write } from '../database/write.ts';
import { adjustStock } from '../inventory/stock-store.ts';
import { importCatalog, type ImportInput } from './import-catalog.ts';
import { findBarcode, searchCatalog } from './procedures.ts';

let shop: TestTill;
beforeEach(async () => {
  shop = await openTestTill();
});
afterEach(() => shop.close());

/** The last event of an import. */
async function end(content: string, how: Partial<ImportInput> = {}) {
  const events = importCatalog(shop.till, theOwner, { content, mode: 'apply', ...how });
  return (await collect<ImportEvent>(events)).at(-1);
}

async function run(content: string, how: Partial<ImportInput> = {}): Promise<ImportReport> {
  const event = await end(content, how);
  if (event?.type !== 'done') throw new Error('this import ends with its report');
  const { rows, added, updated, unchanged, rejectedRows, remaining } = event.report;
  expect(added + updated + unchanged + rejectedRows + remaining).toBe(rows);
  return event.report;
}

/** The whole catalog, by name. */
function shelf(): ShelfProduct[] {
  return searchCatalog(shop.till, { text: '', category: '', cursor: '', limit: 100 }).products;
}

/** Reasons as `row column reason value other`, one a line. */
function reasons(report: ImportReport): string[] {
  for (const { reason } of report.rejected) {
    expect(catalogId).toHaveProperty([`import.reason.${reason}`]);
    expect(catalogEn).toHaveProperty([`import.reason.${reason}`]);
  }
  return report.rejected.map(({ row, column, reason, value, other }) =>
    [row, column, reason, value, other].join('|'),
  );
}

const header = 'kode;nama;kategori;satuan;isi;harga;barcode;stok';
const goodFile = `${header}
BTK-1;Batik Cap;Batik;pcs;1;Rp 145.000;8997000000043;24
KOP-1;Kopi curah;Kopi;ons;0,1;19.500;;
BTK-1;Batik Cap;Batik;kodi;20;2.465.000;8997000000050;
KOP-1;Kopi curah;Kopi;kg;1;185.000,00;2000000002675;12,5
`;
const goodShelf = [
  {
    code: 'BTK-1',
    name: 'Batik Cap',
    category: 'Batik',
    units: [
      { unit: 'pcs', factorMilli: 1000, priceRupiah: 145_000, barcodes: ['8997000000043'] },
      { unit: 'kodi', factorMilli: 20_000, priceRupiah: 2_465_000, barcodes: ['8997000000050'] },
    ],
    onHandMilli: 24_000,
  },
  {
    code: 'KOP-1',
    name: 'Kopi curah',
    category: 'Kopi',
    units: [
      { unit: 'kg', factorMilli: 1000, priceRupiah: 185_000, barcodes: ['2000000002675'] },
      { unit: 'ons', factorMilli: 100, priceRupiah: 19_500, barcodes: [] },
    ],
    onHandMilli: 12_500,
  },
];

test('rows of one code become one product with its units, whatever their order', async () => {
  const report = await run(goodFile);

  expect(report).toMatchObject({
    rows: 4,
    added: 4,
    products: { added: 2, updated: 0, unchanged: 0 },
    rejected: [],
    rejectedFile: '',
    notes: [],
    cancelled: false,
  });
  expect(shelf()).toEqual(goodShelf);
});

test.each([
  ['commas, a BOM and lines of Windows', '\uFEFFname,price,code\r\n"Batik, cap","12,500",B1\r\n'],
  ['tabs and English titles', 'CODE\tName\tPRICE\nB1\tBatik, cap\t12500\n'],
  ['a separator at the end of each line', 'kode;nama;harga;\nB1;Batik, cap;12.500;\n'],
  ['blank rows', 'kode;nama;harga\n\n;;\nB1;Batik, cap;12.500\n ; ; \n'],
  ["Excel's note of its separator", 'sep=;\nkode;nama;harga\nB1;Batik, cap;12.500\n'],
  ['a column more and a line break', 'harga;kode;warna;nama\n12500;B1;biru;"Batik,\n cap"\n'],
  ['old line ends and no last one', 'sku;nama;harga jual\rB1;Batik, cap;Rp12.500,-'],
])('a file with %s is read', async (_, content) => {
  const report = await run(content);

  expect(report).toMatchObject({ rows: 1, added: 1, rejected: [] });
  const units = [{ unit: 'pcs', factorMilli: 1000, priceRupiah: 12_500, barcodes: [] }];
  expect(shelf()).toEqual([
    { code: 'B1', name: 'Batik, cap', category: '', units, onHandMilli: 0 },
  ]);
});

test('the same file a second time changes nothing, and leaves the stock alone', async () => {
  await run(goodFile);
  write(shop.till, (tx) => {
    const sold = { code: 'BTK-1', quantityMilli: -4000, document: null, atMs: 1 };
    adjustStock(tx, { ...sold, reason: 'history' });
  });

  const report = await run(goodFile);

  expect(report).toMatchObject({ rows: 4, unchanged: 4, rejected: [], changes: [] });
  expect(report.products).toEqual({ added: 0, updated: 0, unchanged: 2 });
  expect(shelf()[0]?.onHandMilli).toBe(20_000);
});

test('a later file changes names, prices and barcodes; what it does not say stays', async () => {
  await run(goodFile);

  const content =
    'kode;nama;satuan;harga;barcode\nBTK-1;Batik Cap Halus;;150.000;KB/1\n' +
    'BTK-1;Batik cap halus;KODI;2.600.000;\nKOP-1;Kopi curah;kg;185.000;';
  const report = await run(content);

  expect(report).toMatchObject({ rows: 3, added: 0, updated: 2, unchanged: 1, rejected: [] });
  expect(report.changes).toEqual([
    {
      code: 'BTK-1',
      name: 'Batik Cap',
      kind: 'updated',
      changes: [
        { field: 'name', unit: '', old: 'Batik Cap', new: 'Batik Cap Halus' },
        { field: 'price', unit: 'pcs', old: 'Rp145.000', new: 'Rp150.000' },
        { field: 'barcode', unit: 'pcs', old: '8997000000043', new: '8997000000043 KB/1' },
        { field: 'price', unit: 'kodi', old: 'Rp2.465.000', new: 'Rp2.600.000' },
      ],
    },
  ]);
  const [batik] = goodShelf;
  expect(shelf()[0]).toEqual({
    ...batik,
    name: 'Batik Cap Halus',
    units: [
      { ...batik?.units[0], priceRupiah: 150_000, barcodes: ['8997000000043', 'KB/1'] },
      { ...batik?.units[1], priceRupiah: 2_600_000 },
    ],
  });
  expect(findBarcode(shop.till, { barcode: 'KB/1' })).toMatchObject({ unit: 'pcs' });
  const found = searchCatalog(shop.till, { text: 'alus', category: '', cursor: '', limit: 9 });
  expect(found.products).toHaveLength(1);
});

test('a dry run tells what an import would do, and changes nothing', async () => {
  const dry = await run(`${goodFile};;;;;x;;\n`, { mode: 'dry-run' });

  expect(shelf()).toEqual([]);
  expect(await run(`${goodFile};;;;;x;;\n`)).toEqual(dry);
  expect(dry).toMatchObject({ rows: 5, added: 4, rejectedRows: 1, products: { added: 2 } });
  expect(dry.changes[1]).toEqual({
    code: 'KOP-1',
    name: 'Kopi curah',
    kind: 'added',
    changes: [
      { field: 'category', unit: '', old: '', new: 'Kopi' },
      { field: 'price', unit: 'kg', old: '', new: 'Rp185.000' },
      { field: 'barcode', unit: 'kg', old: '', new: '2000000002675' },
      { field: 'stock', unit: '', old: '', new: '12,5' },
      { field: 'factor', unit: 'ons', old: '', new: '0,1' },
      { field: 'price', unit: 'ons', old: '', new: 'Rp19.500' },
    ],
  });
});

test('every cell that keeps its row out has a reason, and the good rows go in', async () => {
  const content = `Kode;Nama;Satuan;Isi;Harga;Kode Batang;Stok
;;;;;;
A1;Kain;pcs;1;12,5;8997000000044;
;;;;gratis;;
A2;${'x'.repeat(121)};;;-5;;sepuluh
A3;Topi;;0;1.000.000.000.001;8,997E+12;-1.000.001
A4;Tas;12,500
A5;Bros;;;1.000;кофе;
A6;Gelang;;;0;8997000000043;1
A7;Cincin;;;500;8997000000043;
A6;Kalung;lusin;12;500;;
A6;Gelang;lusin;;500;;
A6;Gelang;PCS;1;500;;
A8;Sarung;kodi;20;500;;
`;
  const report = await run(content);

  expect(report).toMatchObject({ rows: 12, added: 1, updated: 0 });
  expect(reasons(report)).toEqual([
    '3|Kode Batang|barcodeInvalid|8997000000044|',
    '3|Harga|rupiahFraction|12,5|',
    '4|Kode|missing||',
    '4|Nama|missing||',
    '4|Harga|numberInvalid|gratis|',
    `5|Nama|tooLong|${'x'.repeat(80)}|120`,
    '5|Harga|numberNegative|-5|',
    '5|Stok|numberInvalid|sepuluh|',
    '6|Kode Batang|barcodeRounded|8,997E+12|',
    '6|Harga|numberTooLarge|1.000.000.000.001|',
    '6|Stok|numberTooLarge|-1.000.001|',
    '6|Isi|factorZero|0|',
    '7||cellsWrong|3 / 7|',
    '8|Kode Batang|barcodeUnreadable|кофе|',
    '10|Kode Batang|barcodeTwice|8997000000043|Gelang',
    '11|Kode|codeTwice|A6|Gelang',
    '12|Isi|missing||',
    '13|Satuan|unitTwice|PCS|',
    '14|Isi|baseUnitMissing|kodi|',
  ]);
  expect(shelf().map(({ code, units }) => [code, units[0]?.priceRupiah])).toEqual([['A6', 0]]);
});

test('what another product of the catalog has is not taken from it', async () => {
  await run(goodFile);

  const report = await run(
    `kode;nama;satuan;isi;harga;barcode
X1;Kain baru;pcs;1;1.000;8997000000043
X1;Kain baru;lusin;12;11.000;
X2;Daster;pcs;1;1.000;
X2;Daster;lusin;12;9.000;8997000000050
KOP-1;Kopi curah;kg;10;1;
`,
  );

  expect(report).toMatchObject({ rows: 5, added: 1, updated: 0, unchanged: 0 });
  expect(reasons(report)).toEqual([
    '2|barcode|barcodeTaken|8997000000043|Batik Cap',
    '3|isi|baseUnitMissing|lusin|',
    '5|barcode|barcodeTaken|8997000000050|Batik Cap',
    '6|isi|baseUnitChanged|kg|',
  ]);
  expect(shelf().map(({ code, units }) => `${code} ${units.length}`)).toEqual([
    'BTK-1 2',
    'X2 1',
    'KOP-1 2',
  ]);
});

test('a number of 12 digits is the barcode of 13 that begins with a zero', async () => {
  const report = await run(
    'kode;nama;harga;barcode\nU1;Kopi;1;036000291452\n' +
      'U2;Teh;1;0036000291452\nU3;Gula;1;036000291452',
  );

  expect(reasons(report)).toEqual([
    '3|barcode|barcodeTwice|0036000291452|Kopi',
    '4|barcode|barcodeTwice|036000291452|Kopi',
  ]);
  const again = await run('kode;nama;harga;barcode\nU2;Teh;1;0036000291452');
  expect(reasons(again)).toEqual(['2|barcode|barcodeTaken|0036000291452|Kopi']);
  expect(findBarcode(shop.till, { barcode: '0036000291452' }).product.code).toBe('U1');
});

test('a broken line is rejected alone, and every line around it comes in', async () => {
  const report = await run(
    `${header}\nA;"Kain;;;;1;;\nB;Topi;;;;1;;\nC;"Tas";;;;1;;\rD;"To"pi;;;;1;;\r\nE;Bros 7";;;;1;;`,
  );

  expect(report).toMatchObject({ rows: 5, added: 3 });
  expect(reasons(report)).toEqual(['2||quote|A;"Kain;;;;1;;|', '5||quote|D;"To"pi;;;;1;;|']);
  expect(shelf().map(({ name }) => name)).toEqual(['Bros 7"', 'Tas', 'Topi']);
});

test.each([
  ['CSV_BROKEN', 'kode;"nama;harga\nA;Kain;1'],
  ['CSV_BROKEN', `${header}\nA;Kain;;;;1;;\n\0PNG`],
  ['CSV_EMPTY', ''],
  ['CSV_EMPTY', '\n;;\n'],
  ['CSV_COLUMN_MISSING', 'nama;stok\nA;1'],
  ['CSV_COLUMN_TWICE', 'kode;nama;harga;harga jual\nA;B;1;2'],
])('%s keeps a whole file out: %j', async (code, content) => {
  await expect(run(content)).rejects.toMatchObject({ code });
  expect(shelf()).toEqual([]);
});

test('numbers that can be read in two ways are asked, and nothing is changed before', async () => {
  const content = 'kode;nama;harga;stok\nA;Gula;15.000;0.5\nB;Teh;9.500;2\n';

  expect(await end(content)).toEqual({
    type: 'doubt',
    doubt: {
      column: 'harga',
      example: '15.000',
      asThousands: { decimal: ',', valueMilli: 15_000_000 },
      asDecimal: { decimal: '.', valueMilli: 15_000 },
    },
  });
  expect(shelf()).toEqual([]);
  expect(await run(content, { decimal: ',' })).toMatchObject({ added: 2, rejected: [] });
  expect(shelf().map((product) => [product.units[0]?.priceRupiah, product.onHandMilli])).toEqual([
    [15_000, 500],
    [9500, 2000],
  ]);
});

test('stock is read in the style of the prices of its file', async () => {
  await run('kode;nama;harga;stok\nA;Gula;12.500;1.500\n');

  expect(shelf()[0]).toMatchObject({ onHandMilli: 1_500_000, units: [{ priceRupiah: 12_500 }] });
});

test('what comes in otherwise than a person may think is noted', async () => {
  await run(goodFile);
  const report = await run(
    `${header}
BTK-1;Batik Cap;Batik;pcs;1;145.000;;30
BTK-1;Batik Cap;Batik;kodi;20;2.465.000;;7
btk-1;Kain lain;;pcs;1;0;;
BTK-1X;Kain;;pcs;1;500;;1
BTK-1x;Sarung;;pcs;1;500;;
`,
  );

  expect(report).toMatchObject({ rows: 5, added: 3, unchanged: 2, noteCount: 5, rejected: [] });
  expect(
    report.notes.map(({ row, column, note, value, other }) =>
      [row, column, note, value, other].join('|'),
    ),
  ).toEqual([
    '2|stok|stockKept|30|24',
    '3|stok|stockIgnored|7|',
    '4|harga|priceZero|0|',
    '4|kode|codeCase|btk-1|BTK-1',
    '6|kode|codeCase|BTK-1x|BTK-1X',
  ]);
  for (const { note } of report.notes) {
    expect(catalogPageId).toHaveProperty([`import.note.${note}`]);
  }
  expect(shelf().find(({ code }) => code === 'BTK-1')?.onHandMilli).toBe(24_000);
});

test('a barcode that is another product’s code is refused, and the other way round', async () => {
  await run('kode;nama;harga;barcode\n8997000000043;Batik;1;\nA;Topi;1;036000291452');

  const report = await run(
    'kode;nama;harga;barcode\nB;Tas;1;8997000000043\n0036000291452;Bros;1;\n' +
      'K1;Kain;1;K1\nK2;Sarung;1;K1\nC;Gelang;1;K3\nK3;Cincin;1;',
  );

  expect(reasons(report)).toEqual([
    '2|barcode|barcodeIsCode|8997000000043|Batik',
    '3|kode|codeIsBarcode|0036000291452|Topi',
    '5|barcode|barcodeTwice|K1|Kain',
    '7|kode|codeIsBarcode|K3|Gelang',
  ]);
});

/** A row of one product with `count` barcodes. */
function barcodesFile(from: number, count: number): string {
  const barcodes = Array.from({ length: count }, (_, at) => `K${from + at}`);
  return `kode;nama;harga;barcode\nA;Kain;1;${barcodes.join(' ')}`;
}

test('two imports give a unit no more barcodes than one may', async () => {
  await run(barcodesFile(0, 15));

  expect(reasons(await run(barcodesFile(15, 6)))).toEqual([
    '2|barcode|tooMany|K15 K16 K17 K18 K19 K20|',
  ]);
  expect(await run(barcodesFile(10, 10))).toMatchObject({ updated: 1, rejected: [] });
  expect(shelf()[0]?.units[0]?.barcodes).toHaveLength(20);
});

test('a unit that has more barcodes than one may is shown with all of them', () => {
  const barcodes = Array.from({ length: 25 }, (_, at) => `K${at}`);
  stockProduct(shop.till, { code: 'A', name: 'Kain', units: [aUnit('pcs', 1, 1, barcodes)] });

  expect(ShelfProduct.parse(shelf()[0]).units[0]?.barcodes).toHaveLength(25);
});

test('a new product does not begin with less than nothing', async () => {
  expect(reasons(await run('kode;nama;harga;stok\nA;Kain;1;-4'))).toEqual([
    '2|stok|numberNegative|−4|',
  ]);
});

test('the rejected rows come back as a file that can be mended and imported', async () => {
  const content = 'Kode;Nama;Warna;Harga\nA;"Kain; halus";merah;dua\nB;Topi;;500\nC;"Tas;;900\n';
  const report = await run(content);

  expect(report.unknownColumns).toEqual(['Warna']);
  expect(report.rejectedFile).toBe(
    '\uFEFFKode;Nama;Warna;Harga;alasan\r\n' +
      'A;"Kain; halus";merah;dua;Harga: Bukan angka: dua\r\n' +
      `C;"""Tas";;900;${catalogId['import.reason.quote']}\r\n`,
  );
  const mended = report.rejectedFile.replace('merah;dua', 'merah;2.000').replace('"""Tas"', 'Tas');
  expect(await run(mended)).toMatchObject({ rows: 2, added: 2, rejected: [] });
  expect(shelf().map(({ name }) => name)).toEqual(['Kain; halus', 'Tas', 'Topi']);
});

test('the reasons in that file are in the language that is asked for', async () => {
  const report = await run('kode;nama;harga\nX;;1', { language: 'en' });

  expect(report.rejectedFile).toContain(`nama: ${catalogEn['import.reason.missing']}`);
});

/** 1000 products. */
const manyRows = Array.from({ length: 1000 }, (_, at) => `P${at};Kain ${at};1`);
const longFile = `kode;nama;harga\n${manyRows.join('\n')}`;

test('an import tells how far it is, and lets others work in between', async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 0);
  const done: number[] = [];
  for await (const event of importCatalog(shop.till, theOwner, {
    content: longFile,
    mode: 'apply',
  })) {
    if (event.type === 'progress') done.push(event.doneRows);
  }
  clearInterval(timer);

  expect(done).toEqual([200, 400, 600, 800, 1000]);
  expect(turns).toBeGreaterThan(0);
});

test('a stopped import keeps what it added; the same file goes on from there', async () => {
  const stop = new AbortController();
  let report: ImportReport | undefined;
  const input = { content: longFile, mode: 'apply', signal: stop.signal } as const;
  for await (const event of importCatalog(shop.till, theOwner, input)) {
    if (event.type === 'done') ({ report } = event);
    else if (event.type === 'progress' && event.doneRows === 400) stop.abort();
  }

  expect(report).toMatchObject({ rows: 1000, added: 400, remaining: 600, cancelled: true });
  expect(await run(longFile)).toMatchObject({ added: 600, unchanged: 400, cancelled: false });
});

test('a file goes in only over the catalog that its dry run saw', async () => {
  await run(goodFile);
  const dearer = goodFile.replace('145.000', '150.000');
  const { catalogVersion } = await run(dearer, { mode: 'dry-run' });
  await run(goodFile.replace('145.000', '160.000')); // in another window

  await expect(run(dearer, { seenVersion: catalogVersion })).rejects.toThrow('CATALOG_CHANGED');
  expect(shelf()[0]?.units[0]?.priceRupiah).toBe(160_000);
  const again = await run(dearer, { mode: 'dry-run' });
  expect(again.changes[0]?.changes[0]).toMatchObject({ old: 'Rp160.000', new: 'Rp150.000' });
  const done = await run(dearer, { seenVersion: again.catalogVersion });
  expect(done.products).toMatchObject({ updated: 1 });
});

test('a long file stops where somebody changes the catalog; a sale is no change', async () => {
  const { catalogVersion: seenVersion } = await run(longFile, { mode: 'dry-run' });
  shop.till.news.catalog.stockChanged();
  const input = { content: longFile, mode: 'apply', seenVersion } as const;
  const going = importCatalog(shop.till, theOwner, input);
  await going.next();
  shop.till.news.catalog.catalogChanged();

  await expect(collect(going)).rejects.toThrow('CATALOG_CHANGED');
  expect(await run(longFile)).toMatchObject({ added: 800, unchanged: 200 });
});

test('an import stopped before it began adds nothing', async () => {
  expect(await run(longFile, { signal: AbortSignal.abort() })).toMatchObject({
    added: 0,
    cancelled: true,
  });
  expect(shelf()).toEqual([]);
});
