import { createHash } from 'node:crypto';
import { theProgram } from '../../../domain/actor.ts';
import { type Rupiah, rupiah } from '../../../domain/money.ts';
import { milli } from '../../../domain/quantity.ts';
import type { HistoryLine, HistoryRejection } from '../../../domain/history/history-row.ts';
import type { HistoryDocument, HistoryPlan } from '../../../domain/history/documents.ts';
import { priceCart } from '../../../domain/sales/pricing.ts';
import { type UtcMs, zones } from '../../../domain/time.ts';
import { addProduct, findProductId } from '../catalog/product-store.ts';
import type { Tx } from '../database/run.ts';
import { read, write } from '../database/write.ts';
import { adjustStock, hasDocument } from '../inventory/stock-store.ts';
import { readSettings } from '../settings/stall-settings.ts';
import type { Till } from '../till.ts';
import type { SoldLine } from '../../../domain/sales/sale.ts';
import { afterSale, type BookedSale, bookSale } from '../sales/book-sale.ts';
import { type HistorySource, readHistory } from './read-history.ts';
import { findRecordByUuid } from '../sales/sale-store.ts';

/** What a replay added; what was there before is only counted. Rupiah; refunds positive. */
export interface ReplayReport {
  readonly sales: number;
  readonly salesTotalRupiah: number;
  readonly refunds: number;
  readonly refundsTotalRupiah: number;
  /** Invoices without value, which only move stock. */
  readonly stockOnly: number;
  /** Products that were new to the catalog. */
  readonly products: number;
  readonly alreadyThere: number;
  readonly rejected: readonly HistoryRejection[];
}

export interface ReplayJob extends HistorySource {
  readonly onProgress: (doneInvoices: number, totalInvoices: number) => void;
}

/** Invoices in one transaction: few syncs, and the till answers others between two. */
const BATCH = 50;
const UNIT = 'pcs';
const ONE = milli(1000);
/** History was paid to the last rupiah elsewhere: nothing is rounded again. */
const NO_ROUNDING = 1;

/**
 * Rings up the sales history of another system, dated as it was, through the same code as the
 * screen: paid exactly in cash, nothing printed. An invoice that is in the book already is left as
 * it is, so that a replay that stopped half-way is finished by running it once more.
 * @throws LapakError CSV_BROKEN, CSV_COLUMN_MISSING, and what write() throws; the invoices reported
 *   by `onProgress` until then stay
 */
export async function replayHistory(till: Till, job: ReplayJob): Promise<ReplayReport> {
  const { zone } = read(till, readSettings);
  const plan = await readHistory(job, { offset: zones[zone], nowMs: till.clock() });
  const { documents, rejected } = plan;
  let added = nothing;
  for (let done = 0; done < documents.length; done += BATCH) {
    const batch = documents.slice(done, done + BATCH);
    const { tally, newest } = write(till, (tx) => bookBatch(till, tx, batch, plan));
    if (newest) afterSale(till, newest);
    else till.checkpointer.wrote();
    added = sumTallies(added, tally);
    job.onProgress(done + batch.length, documents.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { ...added, rejected };
}

type Tally = Omit<ReplayReport, 'rejected'>;

const nothing: Tally = {
  sales: 0,
  salesTotalRupiah: 0,
  refunds: 0,
  refundsTotalRupiah: 0,
  stockOnly: 0,
  products: 0,
  alreadyThere: 0,
};

function bookBatch(till: Till, tx: Tx, batch: readonly HistoryDocument[], plan: HistoryPlan) {
  let tally = nothing;
  let newest: BookedSale | null = null;
  for (const document of batch) {
    const booked = bookDocument(till, tx, document, plan);
    tally = sumTallies(tally, booked.tally);
    newest = booked.sale ?? newest;
  }
  return { tally, newest };
}

function bookDocument(
  till: Till,
  tx: Tx,
  document: HistoryDocument,
  plan: HistoryPlan,
): { readonly tally: Partial<Tally>; readonly sale: BookedSale | null } {
  const id = documentId(document.name);
  if (findRecordByUuid(tx, id) !== undefined || hasDocument(tx, document.name)) {
    return { tally: { alreadyThere: 1 }, sale: null };
  }
  const products = ensureProducts(tx, document, plan, till.clock());
  const lines = document.lines.map((line) => soldLine(line, plan));
  if (document.kind === 'stock') {
    for (const { code, quantityMilli } of lines) {
      adjustStock(tx, {
        code,
        quantityMilli,
        reason: 'history',
        document: document.name,
        atMs: document.atMs,
      });
    }
    return { tally: { stockOnly: 1, products }, sale: null };
  }
  const { kind, atMs, number } = document;
  const sale = bookSale(tx, till.device, {
    id,
    kind,
    cashier: theProgram.cashier,
    lines,
    tenders: [{ kind: 'cash', amountRupiah: worthOf(lines) }],
    cashRoundingRupiah: NO_ROUNDING,
    soldAtMs: atMs,
    source: number,
  });
  const total = sale.receipt.totalRupiah;
  return kind === 'sale'
    ? { tally: { sales: 1, salesTotalRupiah: total, products }, sale }
    : { tally: { refunds: 1, refundsTotalRupiah: -total, products }, sale };
}

/** Adds the products of a document that the catalog does not know. @returns how many */
function ensureProducts(
  tx: Tx,
  { lines }: HistoryDocument,
  plan: HistoryPlan,
  createdAtMs: UtcMs,
): number {
  let products = 0;
  for (const code of new Set(lines.map((line) => line.code))) {
    if (findProductId(tx, code) !== undefined) continue;
    const { name, priceRupiah } = plan.products.get(code) ?? { name: code, priceRupiah: 0 };
    const units = [{ unit: UNIT, factorMilli: ONE, priceRupiah, barcodes: [] }];
    addProduct(tx, { code, name, category: '', units, createdAtMs });
    products += 1;
  }
  return products;
}

function soldLine(
  { code, name, quantityMilli, priceRupiah }: HistoryLine,
  plan: HistoryPlan,
): SoldLine {
  return {
    code,
    name: name || (plan.products.get(code)?.name ?? code),
    category: '',
    unit: UNIT,
    factorMilli: ONE,
    quantityMilli,
    priceRupiah,
  };
}

function worthOf(lines: readonly SoldLine[]): Rupiah {
  const { totalRupiah } = priceCart({ lines, cashRoundingRupiah: NO_ROUNDING });
  return rupiah(Math.abs(totalRupiah));
}

function sumTallies(a: Tally, b: Partial<Tally>): Tally {
  return {
    sales: a.sales + (b.sales ?? 0),
    salesTotalRupiah: rupiah(a.salesTotalRupiah + (b.salesTotalRupiah ?? 0)),
    refunds: a.refunds + (b.refunds ?? 0),
    refundsTotalRupiah: rupiah(a.refundsTotalRupiah + (b.refundsTotalRupiah ?? 0)),
    stockOnly: a.stockOnly + (b.stockOnly ?? 0),
    products: a.products + (b.products ?? 0),
    alreadyThere: a.alreadyThere + (b.alreadyThere ?? 0),
  };
}

/** A UUID (version 8, RFC 9562) of the document's name: the same at every replay. */
function documentId(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
