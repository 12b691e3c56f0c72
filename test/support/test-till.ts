import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AtDrawer, theOwner } from '../../domain/actor.ts';
import { rupiah } from '../../domain/money.ts';
import { pcs } from '../../domain/quantity.ts';
import type { Receipt } from '../../domain/sales/receipt.ts';
import type { SoldLine } from '../../domain/sales/sale.ts';
import { linesBack } from '../../domain/sales/standing.ts';
import {
  type NewProduct,
  type NewUnit,
  addProduct,
} from '../../electron/till/catalog/product-store.ts';
import { read, write } from '../../electron/till/database/write.ts';
import { closeTill, openTill, type TillOptions } from '../../electron/till/open-till.ts';
import { type BookedSale, bookSale, type SaleOrder } from '../../electron/till/sales/book-sale.ts';
import { type BackLines, bookLines } from '../../electron/till/sales/book-back.ts';
import { readStanding } from '../../electron/till/sales/read-standing.ts';
import { readTerms } from '../../electron/till/sales/sold-lines.ts';
import type { Tx } from '../../electron/till/database/run.ts';
import { openShift } from '../../electron/till/shifts/open-shift.ts';
import { findOpenShift } from '../../electron/till/shifts/shift-store.ts';
import type { CashCount } from '../../domain/shifts/cash-count.ts';
import type { Till } from '../../electron/till/till.ts';

/** 23 November 2026, 10:00 in Jakarta. */
const TEN_O_CLOCK_MS = Date.UTC(2026, 10, 23, 3, 0);

/** A till on a folder of its own, with clocks that stand until they are set. */
export interface TestTill {
  /** The open one; another after each reopen(). */
  readonly till: Till;
  readonly dataDir: string;
  readonly clock: { now: number };
  /** Milliseconds that setting the clock does not move. */
  readonly uptime: { now: number };
  /** Closes the till and opens it again on the same folder. */
  reopen(): Promise<Till>;
  close(): Promise<void>;
}

/** Opens an empty till in a new folder. @param now what its clock says at first */
export async function openTestTill(
  now = TEN_O_CLOCK_MS,
  sync: Pick<TillOptions, 'world' | 'isReporting'> = {},
): Promise<TestTill> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-till-'));
  const clock = { now };
  const uptime = { now: 5_000 };
  const monotonic = () => uptime.now;
  const open = () => openTill({ dataDir, clock: () => clock.now, monotonic, ...sync });
  let till = await open();
  return {
    get till() {
      return till;
    },
    dataDir,
    clock,
    uptime,
    reopen: async () => {
      if (till.db.open) await closeTill(till);
      till = await open();
      return till;
    },
    close: async () => {
      if (till.db.open) await closeTill(till);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Puts a product on the shelf. @returns product.id */
export function stockProduct(
  till: Till,
  product: {
    code: string;
    name: string;
    category?: string;
    tax?: NewProduct['tax'];
    units: NewUnit[];
  },
): number {
  return write(till, (tx) =>
    addProduct(tx, { category: '', ...product, createdAtMs: till.clock() }),
  );
}

/** A unit without barcodes: `aUnit('pcs', 1, 45_000)`. */
export function aUnit(unit: string, factor: number, priceRupiah: number, barcodes: string[] = []) {
  return { unit, factorMilli: factor * 1000, priceRupiah, barcodes };
}

let ids = 0;

/** An id that no sale of this run had. */
export function anId(): string {
  ids += 1;
  return `0193f1f0-0000-7000-8000-${String(ids).padStart(12, '0')}`;
}

/** The owner at the first drawer. */
export const atDrawer: AtDrawer = { actor: theOwner, drawer: 1 };

/** The shift that is open at the first drawer; opens one where none is. @returns its number */
export function openTestShift(till: Till, float: CashCount = []): number {
  const open = read(till, (tx) => findOpenShift(tx, 1));
  return open?.number ?? openShift(till, theOwner, { id: anUnusedId(), drawer: 1, float }).shift;
}

/** An id that no process gives twice. */
export function anUnusedId(): string {
  return randomUUID();
}

/** So many of a product that costs Rp45.000, as a line of a sale. Below nothing they came back. */
export function aLine(pieces: number, code = 'KOPI-01'): SoldLine {
  return {
    code,
    name: 'Kopi Gayo',
    category: 'Kopi',
    unit: 'pcs',
    factorMilli: 1000,
    quantityMilli: pcs(pieces),
    priceRupiah: rupiah(45_000),
  };
}

/**
 * Books a sale of `pieces` in the shift that is open or a new one; of another system also a refund,
 * where they are below nothing. Nothing is printed.
 */
export function bookPieces(
  till: Till,
  pieces: number,
  change: Partial<SaleOrder> = {},
): BookedSale {
  return bookPiecesTimes(till, 1, pieces, change);
}

/** Books so many of them in one transaction. @returns the last */
export function bookPiecesTimes(
  till: Till,
  times: number,
  pieces: number,
  change: Partial<SaleOrder> = {},
): BookedSale {
  const place = change.source === undefined ? { shift: openTestShift(till) } : {};
  const anOrder = (tx: Tx): SaleOrder => ({
    id: anId(),
    kind: pieces < 0 ? 'refund' : 'sale',
    cashier: 'kasir-1',
    lines: [aLine(pieces)],
    tenders: [{ kind: 'cash', amountRupiah: rupiah(Math.abs(pieces) * 45_000) }],
    terms: { ...readTerms(tx, change.soldAtMs ?? till.clock()), cashRoundingRupiah: 1 },
    soldAtMs: till.clock(),
    ...place,
    ...change,
  });
  const sale = write(till, (tx) => {
    for (let more = times; more > 1; more -= 1) bookSale(tx, till.device, anOrder(tx));
    return bookSale(tx, till.device, anOrder(tx));
  });
  till.tipFile.keep(sale.tip);
  return sale;
}

/**
 * Books that `pieces` of the first line of a sale come back, for Rp45.000 each in cash, in the
 * shift that is open or a new one; nothing is printed.
 */
export function bookRefund(
  till: Till,
  { number }: Pick<Receipt, 'number'>,
  pieces: number,
  change: { readonly at?: AtDrawer; readonly tenders?: BackLines['tenders'] } = {},
): BookedSale {
  const { at = atDrawer, tenders = [{ kind: 'cash', amount: pieces * 45_000 }] } = change;
  if (at.drawer === 1) openTestShift(till);
  const back = write(till, (tx) => {
    const standing = readStanding(tx, number);
    const returned = [{ at: 0, quantityMilli: pcs(pieces), isRestocked: true }];
    const lines = linesBack(standing, returned);
    const { sale } = standing;
    const about = { type: 'refund', id: anId(), change: 0, reason: 'Salah ukuran' } as const;
    return bookLines(tx, till, at, { ...about, sale, lines, tenders });
  });
  till.tipFile.keep(back.tip);
  return back;
}
