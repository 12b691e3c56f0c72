import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  bruteForce,
  foldProduct,
  type FoldedProduct,
  type KnownProduct,
} from '../../../test/support/search-oracle.ts';
import { aUnit, openTestTill, type TestTill } from '../../../test/support/test-till.ts';
import type { Tx } from '../database/run.ts';
import { write } from '../database/write.ts';
import { setArchived } from './product-change-store.ts';
import { addProduct, findProductId } from './product-store.ts';
import { searchPage } from './search-catalog.ts';

let shop: TestTill;
beforeAll(async () => {
  shop = await openTestTill();
});
afterAll(() => shop.close());

/** Runs `look` on a till with these products alone; takes them away again. */
function withProducts<T>(products: readonly KnownProduct[], look: (tx: Tx) => T): T {
  class Undo extends Error {
    readonly result: T;
    constructor(result: T) {
      super();
      this.result = result;
    }
  }
  try {
    return write(shop.till, (tx) => {
      for (const { barcodes, ...product } of products) {
        const units = [aUnit('pcs', 1, 1000, [...barcodes])];
        addProduct(tx, { ...product, units, createdAtMs: 0 });
      }
      throw new Undo(look(tx)); // a transaction that fails leaves nothing behind
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
    return error.result;
  }
}

/** The codes of all pages, best match first. */
function searchAll(tx: Tx, text: string, { category = '', limit = 2 } = {}): string[] {
  const codes: string[] = [];
  let cursor = '';
  do {
    const page = searchPage(tx, { text, category, cursor, limit });
    codes.push(...page.products.map((product) => product.code));
    cursor = page.nextCursor;
    expect(page.products.length).toBe(cursor === '' ? page.products.length : limit);
  } while (cursor !== '');
  return codes;
}

function aProduct(code: string, name: string, ...barcodes: string[]): KnownProduct {
  return { code, name, category: '', barcodes };
}

const stall = [
  aProduct('KOP-2', 'Kopi Toraja'),
  aProduct('KOP-1', 'Kopi Gayo', '8997000000517'),
  aProduct('SBN-1', 'Sabun Kopi Bali'),
  aProduct('Kop', 'Gelas'),
  aProduct('TOP-1', 'Kopiah Aceh'),
  aProduct('SKP-9', 'Skop 8997'),
];

test.each([
  ['kop', ['Kop', 'KOP-1', 'KOP-2', 'TOP-1', 'SBN-1', 'SKP-9']],
  ['kopi', ['KOP-1', 'KOP-2', 'TOP-1', 'SBN-1']],
  ['KOP-1', ['KOP-1', 'SBN-1', 'TOP-1']],
  ['kop-2', ['KOP-2']],
  ['gayo kopi', ['KOP-1']],
  ['opi', ['KOP-2', 'KOP-1', 'SBN-1', 'TOP-1']],
  ['8997000000517', ['KOP-1']],
  ['8997', ['KOP-1', 'SKP-9']],
  ['97000', ['KOP-1']],
  ['kopì  GAYO!', ['KOP-1']],
  ['y', ['KOP-1']],
  ['teh', []],
  ['', ['Kop', 'KOP-1', 'KOP-2', 'TOP-1', 'SBN-1', 'SKP-9']],
])('%j finds %j, best match first', (text, codes) => {
  expect(withProducts(stall, (tx) => searchAll(tx, text))).toEqual(codes);
});

test('signs that no name has find nothing, and nothing typed finds all', () => {
  const found = withProducts(stall, (tx) => [searchAll(tx, ' 🙂 '), searchAll(tx, '**')]);

  expect(found).toEqual([[], []]);
  expect(withProducts(stall, (tx) => searchAll(tx, '  ')).length).toBe(stall.length);
});

test('numbers are in the order in which people count, on every page', () => {
  const names = ['Nomor 10', 'Nomor 100', 'Nomor 2', 'Nomor 1', 'Nomor 21', 'Nomora', 'Nomor'];
  const numbered = names.map((name, at) => aProduct(`N${at}`, name));
  const named = (codes: string[]) => codes.map((code) => names[Number(code.slice(1))]);

  const found = withProducts(numbered, (tx) => [
    named(searchAll(tx, '')),
    named(searchAll(tx, 'nomor 1')),
    named(searchAll(tx, 'nomor 10', { limit: 1 })),
  ]);

  expect(found).toEqual([
    ['Nomor', 'Nomor 1', 'Nomor 2', 'Nomor 10', 'Nomor 21', 'Nomor 100', 'Nomora'],
    ['Nomor 1', 'Nomor 10', 'Nomor 100', 'Nomor 21'], // the last has a 1 within
    ['Nomor 10', 'Nomor 100'],
  ]);
});

test('an archived product is found among the archived, and nowhere else', () => {
  const found = withProducts(stall, (tx) => {
    const productId = findProductId(tx, 'KOP-1');
    setArchived(tx, productId ?? 0, true);
    return ['kop', 'gayo', 'KOP-1', '8997000000517', ''].map((text) => {
      const archived = { text, category: '', isArchived: true, cursor: '', limit: 9 };
      const codes = searchPage(tx, archived).products.map(({ code }) => code);
      return [searchAll(tx, text).includes('KOP-1'), codes];
    });
  });

  expect(found).toEqual(found.map(() => [false, ['KOP-1']]));
});

test('a page knows its products whole: units, prices, barcodes and stock', () => {
  const page = withProducts(stall, (tx) =>
    searchPage(tx, { text: 'gayo', category: '', cursor: '', limit: 10 }),
  );

  const units = [
    { unit: 'pcs', factorMilli: 1000, priceRupiah: 1000, barcodes: ['8997000000517'] },
  ];
  const product = { code: 'KOP-1', name: 'Kopi Gayo', category: '', units, onHandMilli: 0 };
  expect(page).toEqual({ products: [product], nextCursor: '' });
});

test('a cursor that is not ours begins at the first page', () => {
  const first = withProducts(stall, (tx) =>
    ['', 'what', 'name x', 'name 99999999', 'last 1', `name ${'9'.repeat(300)}`].map(
      (cursor) =>
        searchPage(tx, { text: 'kopi', category: '', cursor, limit: 1 }).products[0]?.code,
    ),
  );

  expect(new Set(first)).toEqual(new Set(['KOP-1']));
});

test('a text as long as a call allows is searched', () => {
  const long = aProduct('L', 'x'.repeat(120));
  const words = Array.from({ length: 100 }, (_, at) => 'abcdefghij'[at % 10]).join(' ');

  const found = withProducts([...stall, long, aProduct('J', 'a b c d e f g h i jk')], (tx) => [
    searchAll(tx, 'x'.repeat(119)),
    searchAll(tx, 'y'.repeat(200)),
    searchAll(tx, words),
  ]);

  expect(found).toEqual([['L'], [], ['J']]);
});

const letter = fc.constantFrom(...'aabbk12é-  \u0301ꦧ京ğﷺ._"*');
const texts = (maxLength: number) => fc.string({ unit: letter, maxLength });
const catalogs = fc.uniqueArray(
  fc.record({
    code: fc.string({ unit: fc.constantFrom(...'aAbB1-é'), minLength: 1, maxLength: 4 }),
    name: texts(12),
    category: fc.constantFrom('', 'a', 'A', 'a b'),
    barcodes: fc.constant<string[]>([]),
  }),
  { selector: (product) => product.code, maxLength: 25 },
);
const codes = fc.constantFrom('012345678905', '0012345678905', '12345678');

test('paging through a search finds exactly what trying every product finds, in order', () => {
  const question = fc.record({
    text: fc.oneof(texts(6), fc.constantFrom('a', 'b', 'ab', 'aab', 'abab', '1', 'a 1'), codes),
    category: fc.constantFrom('', '', 'a', 'A', 'a b'),
    limit: fc.constantFrom(1, 2, 7, 100),
  });
  const questions = fc.array(question, { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(catalogs, codes, questions, (catalog, barcode, questions) => {
      const products: FoldedProduct[] = catalog.map((product, at) =>
        foldProduct(at === 0 ? { ...product, barcodes: [barcode] } : product),
      );
      withProducts(products, (tx) => {
        for (const asked of questions) {
          expect(searchAll(tx, asked.text, asked)).toEqual(bruteForce(products, asked));
        }
      });
    }),
    { numRuns: 300 },
  );
});
