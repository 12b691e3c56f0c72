import { createHash } from 'node:crypto';
import { theProgram } from '../../../domain/actor.ts';
import type { HistoryDocument, HistoryPlan } from '../../../domain/history/documents.ts';
import type { HistoryLine } from '../../../domain/history/history-row.ts';
import { type Rupiah, rupiah } from '../../../domain/money.ts';
import { milli } from '../../../domain/quantity.ts';
import { priceCart } from '../../../domain/sales/pricing.ts';
import type { SoldLine } from '../../../domain/sales/sale.ts';
import { untaxed } from '../../../domain/sales/tax.ts';
import { type Terms, termsAt } from '../../../domain/sales/terms.ts';
import type { UtcMs } from '../../../domain/time.ts';
import { addProduct, findProductId } from '../catalog/product-store.ts';
import type { Tx } from '../database/run.ts';
import { adjustStock, listDocumentAdjustments } from '../inventory/stock-store.ts';
import type { Device } from '../journal/device.ts';
import { type BookedSale, bookSale } from '../sales/book-sale.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { findReceiptByUuid } from '../sales/read-receipt.ts';

const UNIT = 'pcs';
const ONE = milli(1000);
/** Of what is untaxed the date decides nothing. */
const NO_DATE = '1970-01-01';

/** A document as the book has it. */
export interface BookedDocument {
  /** Negative in a refund; 0 where only stock moved. */
  readonly totalRupiah: number;
  /** Whether the file's document has the same lines, quantities and prices. */
  readonly isSame: boolean;
}

/** What the document is worth; negative in a refund. */
export function totalOf(document: HistoryDocument): Rupiah {
  const { lines } = document;
  return priceCart({ lines, businessDate: NO_DATE }).totalRupiah;
}

/** The codes of a document's products that the catalog does not know. */
export function unknownCodes(tx: Tx, { lines }: HistoryDocument): string[] {
  const codes = new Set(lines.map(({ code }) => code));
  return [...codes].filter((code) => findProductId(tx, code) === undefined);
}

/** The document in the book, where it was replayed before. */
export function findBooked(tx: Tx, document: HistoryDocument): BookedDocument | undefined {
  const receipt = findReceiptByUuid(tx, documentId(document.name));
  if (receipt) {
    const isSame =
      receipt.kind === document.kind && contentOf(receipt.lines) === contentOf(document.lines);
    return { totalRupiah: receipt.totalRupiah, isSame };
  }
  const adjustments = listDocumentAdjustments(tx, document.name);
  if (adjustments.length === 0) return undefined;
  const [booked, told] = [adjustments, document.lines].map((lines) =>
    contentOf(lines.map(({ code, quantityMilli }) => ({ code, quantityMilli, priceRupiah: 0 }))),
  );
  return { totalRupiah: 0, isSame: document.kind === 'stock' && booked === told };
}

/**
 * Books a document that is not in the book, with the products that the catalog does not know.
 * @returns the sale; null when only stock changed
 */
export function bookDocument(
  tx: Tx,
  device: Device,
  document: HistoryDocument,
  { plan, nowMs }: { readonly plan: HistoryPlan; readonly nowMs: UtcMs },
): BookedSale | null {
  for (const code of unknownCodes(tx, document)) addFromHistory(tx, code, nowMs, plan);
  const { kind, atMs, name, number } = document;
  if (kind === 'stock') {
    for (const { code, quantityMilli } of document.lines) {
      adjustStock(tx, { code, quantityMilli, reason: 'history', document: name, atMs });
    }
    return null;
  }
  return bookSale(tx, device, {
    id: documentId(name),
    kind,
    cashier: theProgram.cashier,
    lines: document.lines.map((line) => soldLine(line, plan)),
    tenders: [{ kind: 'cash', amountRupiah: rupiah(Math.abs(totalOf(document))) }],
    terms: historyTerms(tx, atMs),
    soldAtMs: atMs,
    source: number,
  });
}

/** History was paid to the last rupiah elsewhere: nothing is rounded or taxed again. */
function historyTerms(tx: Tx, atMs: UtcMs): Terms {
  const { zone, cutOffHour } = readSettings(tx);
  return termsAt({ cashRoundingRupiah: 1, tax: untaxed, npwp: '', zone, cutOffHour }, atMs);
}

function addFromHistory(tx: Tx, code: string, createdAtMs: UtcMs, plan: HistoryPlan): void {
  const { name, priceRupiah } = plan.products.get(code) ?? { name: code, priceRupiah: rupiah(0) };
  const units = [{ unit: UNIT, factorMilli: ONE, priceRupiah, barcodes: [] }];
  addProduct(tx, { code, name, category: '', units, createdAtMs });
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

interface ComparedLine {
  readonly code: string;
  readonly quantityMilli: number;
  readonly priceRupiah: number;
}

/** The same for the same lines in whatever order; names may be written anew. */
function contentOf(lines: readonly ComparedLine[]) {
  const told = lines.map(({ code, quantityMilli, priceRupiah }) => {
    return JSON.stringify([code, quantityMilli, priceRupiah]);
  });
  return told.sort().join('\n');
}

/** A UUID (version 8, RFC 9562) of the document's name: the same at every replay. */
function documentId(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
