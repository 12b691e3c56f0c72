import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sortKey } from '../../domain/catalog/sort-key.ts';
import { foldText } from '../../domain/catalog/search-text.ts';
import { findBarcode, searchCatalog } from '../../electron/till/catalog/procedures.ts';
import { applyMigrations } from '../../electron/till/database/migrate.ts';
import { migrations } from '../../electron/till/database/migrations.ts';
import { closeTill, openTill } from '../../electron/till/open-till.ts';
import type { Till } from '../../electron/till/till.ts';
import { bruteForce, foldProduct, type FoldedProduct } from '../support/search-oracle.ts';
import { atLeast, atMost, type Figure, quantile } from './figure.ts';
import { fillCatalog, plausibleProduct } from './plausible-products.ts';

const PRODUCTS = 100_000;
const PAGE = 60;
const ROUNDS = 5;
const LOOK_UPS = 5000;
/** Products in one transaction of the build. */
const STEP = 200;

/**
 * Search in 100.000 products: first page by fragment beside filtering the same list in JavaScript,
 * completeness against trying every product, look-up by barcode, and the time to fill the index.
 */
export async function benchSearch(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-bench-search-'));
  const till = await openTill({ dataDir, clock: () => 0 });
  try {
    const buildMs = fillCatalog(till, PRODUCTS);
    const products = Array.from({ length: PRODUCTS }, (_, index) => knownProduct(index));
    const fragments = makeFragments(products);
    const ours = timeSearch(till, fragments);
    const filter = timeFilter(products, fragments);
    const recall = measureRecall(till, products);
    const barcode = timeBarcodes(till, products);
    const bareBarcode = timeBareBarcodes(till, products);
    const bareMs = timeBareCatalog(dataDir);
    return [
      ...searchFigures(ours, filter),
      atLeast(1, {
        name: 'pages equal to trying every product, in order',
        ours: recall * 100,
        floor: 100,
        beside: 'all of them',
        unit: '%',
      }),
      ...[0.5, 0.99].map((share) =>
        atMost(8, {
          name: `a barcode's product with all its units, p${share * 100}`,
          ours: quantile(barcode, share),
          floor: quantile(bareBarcode, share),
          beside: 'a bare prepared look-up',
          unit: 'ms',
        }),
      ),
      atMost(5, {
        name: '100.000 products into the catalog and its index',
        ours: buildMs / 1000,
        floor: bareMs / 1000,
        beside: 'their rows bare, no index of words',
        unit: 's',
      }),
    ];
  } finally {
    await closeTill(till);
    rmSync(dataDir, { recursive: true });
  }
}

function knownProduct(index: number): FoldedProduct {
  const product = plausibleProduct(index);
  return foldProduct({ ...product, barcodes: product.units.flatMap((unit) => unit.barcodes) });
}

/** What people type: letters, pieces from the middle of words, two words, codes, and misses. */
function makeFragments(products: readonly FoldedProduct[]): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
  const pieces = Array.from({ length: 40 }, (_, at) => {
    const product = products[(at * 7919) % products.length];
    const [first = '', second = '', third = ''] = product?.words ?? [];
    const code = product?.code ?? '';
    return [
      first.slice(0, 2),
      first.slice(0, 3),
      second.slice(1, 3),
      second.slice(1, 4),
      third.slice(1),
      second,
      `${first} ${third}`,
      `${third.slice(0, 3)} ${first.slice(1, 4)}`,
      `${first} ${second} ${third}`,
      code,
      code.slice(0, 8),
      product?.barcodes[0]?.slice(5, 11) ?? '',
    ];
  });
  const misses = ['zzz', 'qx', 'xqzkj', 'batik kopi', 'kopi gerabah', 'sambal tulis perak'];
  return [...letters, ...pieces.flat().filter((piece) => piece !== ''), ...misses];
}

function timeSearch(till: Till, fragments: readonly string[]): number[] {
  const search = (text: string) => firstPage(till, text);
  fragments.slice(0, 50).forEach(search); // statements compiled, as in a till that is open
  return Array.from({ length: ROUNDS }, () => timeEach(fragments, search)).flat();
}

function firstPage(till: Till, text: string) {
  return searchCatalog(till, { text, category: '', cursor: '', limit: PAGE });
}

/** The peer: every product's text in memory, and `includes` for each word. */
function timeFilter(products: readonly FoldedProduct[], fragments: readonly string[]): number[] {
  const list = products.map((product) => ({ product, text: product.words.join(' ') }));
  return timeEach(fragments, (fragment) => {
    const words = foldText(fragment).split(' ');
    return list.filter(({ text }) => words.every((word) => text.includes(word))).slice(0, PAGE);
  });
}

/** Share of the products that ought to be found which are found, in their place. */
function measureRecall(till: Till, products: readonly FoldedProduct[]): number {
  const fragments = ['a', 'z', '7', 'qu', 'an', 'ti', 'ang', 'atik', 'endaw', '0 5', 'opi ga'];
  const asked = [...fragments, 'kopi', 'merah solo', '00012', 'KOP-00', products[77]?.code ?? ''];
  let expected = 0;
  let right = 0;
  for (const text of asked) {
    const found = allPages(till, text);
    const wanted = bruteForce(products, { text, category: '' });
    expected += Math.max(wanted.length, found.length); // what is found and should not be counts too
    right += wanted.filter((code, at) => found[at] === code).length;
  }
  return right / expected;
}

function allPages(till: Till, text: string): string[] {
  const codes: string[] = [];
  let cursor = '';
  do {
    const page = searchCatalog(till, { text, category: '', cursor, limit: 100 });
    codes.push(...page.products.map((product) => product.code));
    cursor = page.nextCursor;
  } while (cursor !== '');
  return codes;
}

function timeBarcodes(till: Till, products: readonly FoldedProduct[]): number[] {
  const barcodes = Array.from({ length: LOOK_UPS }, (_, at) => {
    return products[(at * 7919) % products.length]?.barcodes[0] ?? '';
  });
  const find = (barcode: string) => findBarcode(till, { barcode });
  barcodes.slice(0, 500).forEach(find);
  return timeEach(barcodes, find);
}

function timeEach(inputs: readonly string[], act: (input: string) => unknown): number[] {
  return inputs.map((input) => {
    const start = performance.now();
    act(input);
    return performance.now() - start;
  });
}

/** The floor: the barcode's price by one prepared join. */
function timeBareBarcodes({ db }: Till, products: readonly FoldedProduct[]): number[] {
  const find = db.prepare(
    `SELECT p.code, p.name, u.unit, u.price_rupiah FROM barcode b
     JOIN product_unit u ON u.id = b.product_unit_id JOIN product p ON p.id = u.product_id
     WHERE b.barcode = ?`,
  );
  const barcodes = Array.from({ length: LOOK_UPS }, (_, at) => {
    return products[(at * 7919) % products.length]?.barcodes[0] ?? '';
  });
  barcodes.slice(0, 500).forEach((barcode) => find.get(barcode));
  return timeEach(barcodes, (barcode) => find.get(barcode));
}

/** The floor: the same products' rows in the same steps, by nothing but better-sqlite3. */
function timeBareCatalog(dataDir: string): number {
  const db = new Database(join(dataDir, 'bare.db'));
  applyMigrations(db, migrations);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const product = db.prepare('INSERT INTO product VALUES (?, ?, ?, ?, ?, ?, NULL, NULL, 0, 0, 0)');
  const unit = db.prepare('INSERT INTO product_unit VALUES (?, ?, 0, ?, ?, ?, NULL)');
  const barcode = db.prepare('INSERT INTO barcode VALUES (?, ?)');
  const fill = db.transaction((from: number) => {
    for (let at = from; at < from + STEP; at += 1) {
      const { code, name, category, units } = plausibleProduct(at);
      product.run(at, code, name, foldText(name), sortKey(name), category);
      for (const one of units) {
        unit.run(at, at, one.unit, one.factorMilli, one.priceRupiah);
        for (const text of one.barcodes) barcode.run(text, at);
      }
    }
  });
  const startedAt = performance.now();
  for (let at = 0; at < PRODUCTS; at += STEP) fill.immediate(at);
  const took = performance.now() - startedAt;
  db.close();
  return took;
}

/** Ours has to be ten times faster at the median, and never slower where it is slowest. */
function searchFigures(ours: readonly number[], filter: readonly number[]): Figure[] {
  const beside = 'filtering in JavaScript';
  return [
    atMost(0.1, {
      name: 'search in 100.000 products, first page, p50',
      ours: quantile(ours, 0.5),
      floor: quantile(filter, 0.5),
      beside,
      unit: 'ms',
    }),
    atMost(1, {
      name: 'search in 100.000 products, first page, p99',
      ours: quantile(ours, 0.99),
      floor: quantile(filter, 0.99),
      beside,
      unit: 'ms',
    }),
  ];
}
