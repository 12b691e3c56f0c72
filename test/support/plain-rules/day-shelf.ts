import type { Chance } from '../../../electron/cli/simulate/random.ts';
import type { PlainCart } from './plain-book.ts';
import type { PlainDiscount, PlainLine, PlainTax } from './plain-price.ts';

/** What a stall of the test sells, with a tax of each kind, and carts of it. */

interface Product {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly factor: number;
  readonly priceRupiah: number;
  /** As a cell of a catalog file says it; null is as the stall is. */
  readonly cell: string;
  readonly tax: PlainTax | null;
}

const inPrice = (kind: string): PlainTax => ({ kind, isAdded: false });
const onTop = (kind: string): PlainTax => ({ kind, isAdded: true });

const products: readonly Product[] = [
  // Often in the middle between two steps of the cash rounding.
  product('KOPI', 'Kopi Gayo', 'Kopi', 45_050, 'lapak', null),
  product('TEH', 'Teh Poci', 'Teh', 12_033, 'ppn', inPrice('ppn')),
  product('BATIK', 'Batik Tulis', 'Kain', 325_750, 'ppn+', onTop('ppn')),
  product('TAS', 'Tas Kulit', 'Kain', 1_249_999, 'ppn mewah', inPrice('ppn-luxury')),
  product('JAM', 'Jam Tangan', 'Jam', 2_100_500, 'ppn mewah+', onTop('ppn-luxury')),
  product('NASI', 'Nasi Uduk', 'Makanan', 27_550, 'pbjt+', onTop('pbjt')),
  product('ES', 'Es Cendol', 'Makanan', 8_275, 'pbjt', inPrice('pbjt')),
  product('BUKU', 'Buku Tulis', 'Buku', 61_111, 'tidak', { kind: 'none', isAdded: false }),
  { ...product('GULA', 'Gula Aren', 'Makanan', 17_859, 'lapak', null), unit: 'kg' },
  { ...product('KAOS', 'Kaos', 'Kain', 601_000, 'ppn', inPrice('ppn')), unit: 'lusin', factor: 12 },
];

function product(
  code: string,
  name: string,
  category: string,
  priceRupiah: number,
  cell: string,
  tax: PlainTax | null,
): Product {
  return { code, name, category, unit: 'pcs', factor: 1, priceRupiah, cell, tax };
}

/** The shelf as a catalog file. */
export function shelfFile(): string {
  const rows = products.map(({ code, name, category, unit, factor, priceRupiah, cell }) => {
    const first = factor === 1 ? [] : [[code, name, category, 'pcs', 1, 55_000, cell].join(';')];
    return [...first, [code, name, category, unit, factor, priceRupiah, cell].join(';')].join('\n');
  });
  return ['kode;nama;kategori;satuan;isi;harga;pajak', ...rows, ''].join('\n');
}

/** A cart of some lines. @param stall how it taxes what has no tax of its own */
export function aCart(chance: Chance, stall: PlainTax): PlainCart {
  const lines = Array.from({ length: chance.between(1, 4) }, () => aLine(chance, stall));
  return { lines, discount: seldom(chance, 5) ? aDiscount(chance) : null };
}

function aLine(chance: Chance, stall: PlainTax): PlainLine {
  const discount = seldom(chance, 5) ? aDiscount(chance) : null;
  if (seldom(chance, 10)) return { ...quickItem(chance, stall), discount };
  const sold = pick(chance, products);
  const { cell: _, priceRupiah, tax, ...line } = sold;
  const quantityMilli =
    sold.unit === 'kg' ? chance.between(20, 3_500) : 1_000 * chance.between(1, 5);
  const agreed = priceRupiah - chance.between(1, Math.floor(priceRupiah / 4));
  const prices = seldom(chance, 6)
    ? { priceRupiah: agreed, shelfRupiah: priceRupiah }
    : { priceRupiah, shelfRupiah: null };
  return { ...line, quantityMilli, ...prices, discount, tax: tax ?? stall };
}

function quickItem(chance: Chance, tax: PlainTax): Omit<PlainLine, 'discount'> {
  return {
    code: '',
    name: 'Bungkus kado',
    category: 'Barang cepat',
    unit: 'pcs',
    factor: 1,
    quantityMilli: 1_000,
    priceRupiah: 50 * chance.between(10, 600),
    shelfRupiah: null,
    tax,
  };
}

function aDiscount(chance: Chance): PlainDiscount {
  if (seldom(chance, 2)) return { kind: 'amount', amountRupiah: chance.between(500, 60_000) };
  const rateBp = seldom(chance, 12) ? 10_000 : chance.between(50, 6_000);
  return { kind: 'percent', rateBp };
}

/** A cart as the lines of an order. */
export function orderOf({ lines, discount }: PlainCart): { lines: object[]; discount?: object } {
  return { lines: lines.map(orderLine), ...(discount ? { discount } : {}) };
}

function orderLine(line: PlainLine): object {
  const { code, name, unit, quantityMilli, priceRupiah, shelfRupiah, discount } = line;
  const cut = discount ? { discount } : {};
  const taken = { code, unit, quantityMilli, ...cut };
  if (code === '') return { ...taken, name, priceRupiah, agreedRupiah: priceRupiah };
  if (shelfRupiah === null) return { ...taken, priceRupiah };
  return { ...taken, priceRupiah: shelfRupiah, agreedRupiah: priceRupiah };
}

export const productCodes = products.map(({ code }) => code);

/** One of them. */
export function pick<T>(chance: Chance, all: readonly T[]): T {
  const one = all[chance.between(0, all.length - 1)];
  if (one === undefined) throw new Error('there is one to pick');
  return one;
}

/** Once in so many times. */
export function seldom(chance: Chance, times: number): boolean {
  return chance.between(1, times) === 1;
}
