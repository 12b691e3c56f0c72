import { QUICK_CODE, QUICK_UNIT } from '../../../domain/catalog/quick.ts';
import { type Rupiah, rupiah } from '../../../domain/money.ts';
import type { Tender } from '../../../domain/payments/tender.ts';
import { milli, pcs } from '../../../domain/quantity.ts';
import type { Discount } from '../../../domain/sales/discount.ts';
import type { OrderLine } from '../../../domain/sales/order.ts';
import { roundCash } from '../../../domain/sales/pricing.ts';
import type { TaxTerms } from '../../../domain/sales/tax.ts';
import { addProduct } from '../../till/catalog/product-store.ts';
import { write } from '../../till/database/write.ts';
import type { Till } from '../../till/till.ts';
import type { Chance } from './random.ts';

/** What simulated stalls sell, carts of it, and how those are paid. */

interface Product {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly priceRupiah: number;
  /** Left out where it is taxed as the stall is. */
  readonly tax?: TaxTerms;
}

const products: readonly [Product, ...Product[]] = [
  { code: 'KOPI', name: 'Kopi Gayo', category: 'Kopi', priceRupiah: 45_000 },
  { code: 'TEH', name: 'Teh Melati', category: 'Teh', priceRupiah: 17_950 },
  {
    code: 'BATIK',
    name: 'Batik Tulis',
    category: 'Kain',
    priceRupiah: 325_000,
    tax: { kind: 'ppn', isAdded: false },
  },
  {
    code: 'NASI',
    name: 'Nasi Uduk',
    category: 'Makanan',
    priceRupiah: 27_500,
    tax: { kind: 'pbjt', isAdded: true },
  },
  {
    code: 'BUKU',
    name: 'Buku Tulis',
    category: 'Buku',
    priceRupiah: 61_500,
    tax: { kind: 'none', isAdded: false },
  },
];

/** Puts them on the shelf of a till. */
export function stockProducts(till: Till): void {
  write(till, (tx) => {
    for (const { priceRupiah, ...product } of products) {
      const units = [{ unit: 'pcs', factorMilli: 1_000, priceRupiah, barcodes: [] }];
      addProduct(tx, { ...product, units, createdAtMs: till.clock() });
    }
  });
}

/** What somebody buys; its prices and discounts are agreed with the owner. */
export interface SimulatedCart {
  readonly lines: readonly OrderLine[];
  readonly discount?: Discount;
}

/** One to three lines, some at an agreed price or with a discount. */
export function aCart(chance: Chance): SimulatedCart {
  const lines = Array.from({ length: chance.between(1, 3) }, () => aLine(chance));
  const rateBp = 100 * chance.between(1, 20);
  return { lines, ...(isOnceIn(chance, 6) ? { discount: { kind: 'percent', rateBp } } : {}) };
}

function aLine(chance: Chance): OrderLine {
  if (isOnceIn(chance, 12)) return quickItem(chance);
  const { code, priceRupiah } = products[chance.between(0, products.length - 1)] ?? products[0];
  const line = { code, unit: 'pcs', priceRupiah: rupiah(priceRupiah) };
  const quantityMilli = isOnceIn(chance, 6) ? milli(chance.between(250, 2_500)) : aFew(chance);
  const agreedRupiah = rupiah(priceRupiah - 100 * chance.between(1, 50));
  const amountRupiah = rupiah(100 * chance.between(5, 100));
  return {
    ...line,
    quantityMilli,
    ...(isOnceIn(chance, 8) ? { agreedRupiah } : {}),
    ...(isOnceIn(chance, 8) ? { discount: { kind: 'amount', amountRupiah } } : {}),
  };
}

function aFew(chance: Chance) {
  return pcs(chance.between(1, 4));
}

function quickItem(chance: Chance): OrderLine {
  const priceRupiah = rupiah(500 * chance.between(4, 40));
  const price = { priceRupiah, agreedRupiah: priceRupiah };
  return {
    code: QUICK_CODE,
    name: 'Bungkus kado',
    unit: QUICK_UNIT,
    quantityMilli: pcs(1),
    ...price,
  };
}

/** All of a sum, by one means or two; never more than it without cash. @param step of rounding */
export function paymentOf(chance: Chance, sum: Rupiah, step: number): Tender[] {
  if (sum === 0) return [];
  if (isOnceIn(chance, 3)) return [byOther(chance, sum)];
  if (isOnceIn(chance, 3)) {
    const first = chance.between(1, sum);
    const parts = [byOther(chance, first)];
    return first === sum ? parts : [...parts, inCash(chance, sum - first, step)];
  }
  return [inCash(chance, sum, step)];
}

function inCash(chance: Chance, sum: number, step: number): Tender {
  const more = isOnceIn(chance, 2) ? 50_000 : 0;
  return { kind: 'cash', amountRupiah: rupiah(roundCash(rupiah(sum), step) + more) };
}

function byOther(chance: Chance, amount: number): Tender {
  const amountRupiah = rupiah(amount);
  switch (chance.between(1, 3)) {
    case 1:
      return { kind: 'qris', amountRupiah, state: 'claimed' };
    case 2:
      return { kind: 'card', amountRupiah, bank: 'BCA', approval: '012345', last: '1234' };
    default:
      return { kind: 'transfer', amountRupiah, state: 'verified' };
  }
}

/** One of them; undefined where there is none. */
export function oneOf<T>(chance: Chance, all: readonly T[]): T | undefined {
  return all[chance.between(0, Math.max(0, all.length - 1))];
}

/** True once in so many times. */
export function isOnceIn(chance: Chance, times: number): boolean {
  return chance.between(1, times) === 1;
}
