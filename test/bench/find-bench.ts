import { formatReceiptLink } from '../../domain/journal/receipt-link.ts';
import type { SalesChoice } from '../../domain/sales/find-sales.ts';
import { closeTill } from '../../electron/till/open-till.ts';
import { listSales } from '../../electron/till/sales/list-sales.ts';
import { readReceiptByNumber } from '../../electron/till/sales/procedures.ts';
import { receiptOfLink } from '../../electron/till/sales/receipt-of-link.ts';
import { findPlaced } from '../../electron/till/journal/record-store.ts';
import { read } from '../../electron/till/database/write.ts';
import type { Till } from '../../electron/till/till.ts';
import { fillBook, fillShelf, inFolder } from './bench-till.ts';
import { atMost, type Figure, quantile } from './figure.ts';
import { plausibleProduct } from './plausible-products.ts';
import { openBench } from './time-sales.ts';

const PAST_SALES = 100_000;
const PRODUCTS = 2_000;
const PAGE = 60;
const ROUNDS = 4;
/** The longest that a search may take. */
const MOST_MS = 20;

type Search = Pick<SalesChoice, 'text' | 'days'>;

/**
 * One sale found in 100.000 by each thing that a person may know of it, its first page of sixty
 * beside that of the newest sales, which searches for nothing.
 */
export function benchFind(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const till = await openBench(folder);
    try {
      fillShelf(till, PRODUCTS, nameOf);
      // Own sales are of the day of their shift; those of another system of two months.
      fillBook(till, PAST_SALES / 2, PRODUCTS, { isHistory: true });
      fillBook(till, PAST_SALES / 2, PRODUCTS, { first: PAST_SALES / 2 });
      const newest = timeEach(
        Array.from({ length: 400 }, () => everyDay('')),
        till,
      );
      return Object.entries(kindsOf(till)).flatMap(([kind, searches]) => {
        const times = Array.from({ length: ROUNDS }, () => timeEach(searches, till)).flat();
        return figuresOf(kind, times, newest);
      });
    } finally {
      await closeTill(till);
    }
  });
}

function figuresOf(kind: string, times: readonly number[], newest: readonly number[]): Figure[] {
  const ours = quantile(times, 0.99);
  const name = `a sale of 100.000 by ${kind}, p99`;
  const beside = 'the newest page, p99';
  return [
    atMost(8, { name, ours, floor: quantile(newest, 0.99), beside, unit: 'ms' }),
    atMost(1, { name: `${name}, most`, ours, floor: MOST_MS, beside: 'the most', unit: 'ms' }),
  ];
}

function kindsOf(till: Till): Readonly<Record<string, readonly (Search | string)[]>> {
  const places = Array.from({ length: 60 }, (_, at) => 1 + ((at * 7919) % (PAST_SALES / 2)));
  const { number: last, seq } = readReceiptByNumber(till, { number: 'last' });
  const numbers = places.map((at) => last.slice(0, 4) + String(at).padStart(6, '0'));
  return {
    number: numbers.flatMap((one) => [everyDay(one), everyDay(one.slice(-4))]),
    amount: ['125.000', '150000', '125001', '7'].map(everyDay),
    product: places.flatMap((at) => fragmentsOf(at).map(everyDay)),
    'number within days': numbers.map((one) => ({ text: one.slice(-3), days: aMonth })),
    'product within days': places.flatMap((at) =>
      fragmentsOf(at).map((text) => ({ text, days: aMonth })),
    ),
    days: [aMonth, { ...aMonth, to: null }, { ...aMonth, from: null }].map((days) => {
      return { text: '', days };
    }),
    QR: places.map((at) => linkOf(till, seq - at + 1)),
  };
}

/** Of those that the sales of the other system are of. */
const aMonth = { from: '2023-11-18', to: '2023-12-11' };

function everyDay(text: string): Search {
  return { text, days: { from: null, to: null } };
}

function nameOf(at: number): string {
  return plausibleProduct(at * 37).name;
}

/** Letters, words and parts of them, a code, and what no product has. */
function fragmentsOf(place: number): string[] {
  const at = place % PRODUCTS;
  const name = nameOf(at).toLowerCase();
  const [first = '', second = ''] = name.split(' ');
  const code = `P-${String(at).padStart(6, '0')}`;
  return [name, first, second.slice(1, 4), first.slice(0, 1), code, `${second} zzz`, 'xqzkj'];
}

function linkOf(till: Till, seq: number): string {
  const leaf = read(till, (tx) => findPlaced(tx, 1, seq)?.leaf.toString('hex') ?? '');
  const place = { device: till.device.device, epoch: 1, seq, leaf16: leaf.slice(0, 32) };
  const unsigned = { atMs: 1, totalRupiah: 1, signature: new Uint8Array(64) };
  return formatReceiptLink(null, { ...place, ...unsigned });
}

function timeEach(searches: readonly (Search | string)[], till: Till): number[] {
  return searches.map((search) => {
    const startedAt = performance.now();
    if (typeof search === 'string') receiptOfLink(till, { text: search });
    else listSales(till, { ...search, cursor: '', limit: PAGE });
    return performance.now() - startedAt;
  });
}
