import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rupiah } from '../../domain/money.ts';
import { pcs } from '../../domain/quantity.ts';
import type { RingUp } from '../../domain/sales/order.ts';
import { addProduct, readShelfUnit } from '../../electron/till/catalog/product-store.ts';
import { write } from '../../electron/till/database/write.ts';
import { bookSale } from '../../electron/till/sales/book-sale.ts';
import { openTestShift } from '../support/test-till.ts';
import type { Till } from '../../electron/till/till.ts';
import { plainTerms } from '../support/plain-sale.ts';

/** Lines of a sale in every benchmark. */
export const LINES = 5;
const PRICE = 25_000;

/** Runs `work` in a folder of its own, on the disk of the temporary folder. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lapak-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Code of the product with this number. */
function codeOf(at: number): string {
  return `P-${String(at).padStart(6, '0')}`;
}

/** Puts `count` products on the shelf, five hundred a transaction. */
export function fillShelf(till: Till, count: number, nameOf: (at: number) => string): void {
  for (let from = 0; from < count; from += 500) {
    write(till, (tx) => {
      for (let at = from; at < Math.min(count, from + 500); at += 1) {
        const unit = { unit: 'pcs', factorMilli: 1000, priceRupiah: PRICE, barcodes: [] };
        const product = { code: codeOf(at), name: nameOf(at), category: '', units: [unit] };
        addProduct(tx, { ...product, createdAtMs: 0 });
      }
    });
    till.checkpointer.flush();
  }
}

/**
 * Books `count` sales of five lines with no paper, five hundred a transaction.
 * @param first number of the first of them: two fillings of one book begin at different ones
 * @param isHistory whether they are of another system, each of its own day
 */
export function fillBook(
  till: Till,
  count: number,
  products: number,
  { first = 0, isHistory = false } = {},
): void {
  const shift = openTestShift(till);
  const end = first + count;
  for (let from = first; from < end; from += 500) {
    const tip = write(till, (tx) => {
      let last;
      for (let at = from; at < Math.min(end, from + 500); at += 1) {
        last = bookSale(tx, till.device, {
          id: anId('aaaa', at),
          kind: 'sale',
          cashier: 'kasir-1',
          ...(isHistory ? { source: `INV-${at}` } : { shift }),
          lines: codesFor(at, products).map((code) => {
            const { tax: _, ...shelf } = readShelfUnit(tx, code, 'pcs') ?? missing(code);
            return { ...shelf, quantityMilli: pcs(1) };
          }),
          tenders: [{ kind: 'cash', amountRupiah: rupiah(LINES * PRICE) }],
          terms: plainTerms(),
          soldAtMs: 1_700_000_000_000 + at * 60_000,
        }).tip;
      }
      return last;
    });
    if (tip) till.tipFile.keep(tip);
    till.checkpointer.flush();
  }
}

/** An order of five different products, paid with a larger note. */
export function anOrder(at: number, products: number): RingUp {
  return {
    id: anId('bbbb', at),
    lines: codesFor(at, products).map((code) => {
      return { code, unit: 'pcs', quantityMilli: pcs(1), priceRupiah: rupiah(PRICE) };
    }),
    tenders: [{ kind: 'cash', amountRupiah: rupiah(150_000) }],
    expectedTotalRupiah: rupiah(LINES * PRICE),
  };
}

function codesFor(at: number, products: number): string[] {
  return Array.from({ length: LINES }, (_, line) =>
    codeOf((at * 7919 + line * 104_729) % products),
  );
}

/** Ids in the order of time, as the screen makes them (UUID version 7). */
function anId(kind: string, at: number): string {
  const hex = at.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${kind}00000000`;
}

function missing(code: string): never {
  throw new Error(`no product ${code}`);
}
