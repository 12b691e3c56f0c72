import { createHash } from 'node:crypto';
import { theProgram } from '../../../domain/actor.ts';
import { assert } from '../../../domain/assert.ts';
import type { HistoryDocument, HistoryPlan } from '../../../domain/history/documents.ts';
import type { HistoryLine } from '../../../domain/history/history-row.ts';
import type { ChainHead } from '../../../domain/journal/record.ts';
import { type Rupiah, rupiah } from '../../../domain/money.ts';
import { milli } from '../../../domain/quantity.ts';
import { priceCart } from '../../../domain/sales/pricing.ts';
import type { UtcMs } from '../../../domain/time.ts';
import { addProduct, findProductId } from '../catalog/product-store.ts';
import type { Tx } from '../database/run.ts';
import { listDocumentMoves, moveStock } from '../inventory/stock-store.ts';
import { type BookedLine, bookSale } from '../sales/book-sale.ts';
import { findReceiptByUuid } from '../sales/sale-store.ts';
import type { Till } from '../till.ts';

const UNIT = 'pcs';
const ONE = milli(1000);
/** History was paid to the last rupiah elsewhere: nothing is rounded again. */
const NO_ROUNDING = 1;

/** A document as the book has it. */
export interface BookedDocument {
  /** Negative in a refund; 0 where only stock moved. */
  readonly totalRupiah: number;
  /** Whether the file's document has the same lines, quantities and prices. */
  readonly isSame: boolean;
}

/** What the document is worth; negative in a refund. */
export function totalOf(document: HistoryDocument): Rupiah {
  const lines = document.lines.map((line) => ({ ...line, unit: UNIT }));
  return priceCart({ lines, cashRoundingRupiah: NO_ROUNDING }).totalRupiah;
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
  const moves = listDocumentMoves(tx, document.name);
  if (moves.length === 0) return undefined;
  const lines = document.lines.map(({ code, quantityMilli }) => {
    return { code: String(findProductId(tx, code)), quantityMilli, priceRupiah: 0 };
  });
  const booked = moves.map(({ productId, quantityMilli }) => {
    return { code: String(productId), quantityMilli, priceRupiah: 0 };
  });
  const isSame = document.kind === 'stock' && contentOf(booked) === contentOf(lines);
  return { totalRupiah: 0, isSame };
}

/**
 * Books a document that is not in the book, with the products that the catalog does not know.
 * @returns where the journal stands after it; null when only stock moved
 */
export function bookDocument(
  till: Till,
  tx: Tx,
  document: HistoryDocument,
  plan: HistoryPlan,
): ChainHead | null {
  const productIds = ensureProducts(tx, document, plan, till.clock());
  const lines = document.lines.map((line) => bookedLine(line, productIds, plan));
  const { kind, atMs, name, number } = document;
  if (kind === 'stock') {
    for (const { productId, quantityMilli } of lines) {
      const move = { productId, quantityMilli, reason: 'history', saleId: null } as const;
      moveStock(tx, { ...move, document: name, atMs });
    }
    return null;
  }
  const { head } = bookSale(till, tx, {
    id: documentId(name),
    kind,
    cashier: theProgram.cashier,
    lines,
    tenders: [{ kind: 'cash', amountRupiah: rupiah(Math.abs(totalOf(document))) }],
    cashRoundingRupiah: NO_ROUNDING,
    soldAtMs: atMs,
    document: number,
    print: false,
  });
  return head;
}

/** The catalog's ids of a document's products; those it does not know are added to it. */
function ensureProducts(tx: Tx, { lines }: HistoryDocument, plan: HistoryPlan, atMs: UtcMs) {
  const productIds = new Map<string, number>();
  for (const code of new Set(lines.map((line) => line.code))) {
    productIds.set(code, findProductId(tx, code) ?? addFromHistory(tx, code, atMs, plan));
  }
  return productIds;
}

function addFromHistory(tx: Tx, code: string, createdAtMs: UtcMs, plan: HistoryPlan): number {
  const { name, priceRupiah } = plan.products.get(code) ?? { name: code, priceRupiah: rupiah(0) };
  const units = [{ unit: UNIT, factorMilli: ONE, priceRupiah, barcodes: [] }];
  return addProduct(tx, { code, name, category: '', units, createdAtMs });
}

function bookedLine(
  { code, name, quantityMilli, priceRupiah }: HistoryLine,
  productIds: ReadonlyMap<string, number>,
  plan: HistoryPlan,
): BookedLine {
  const productId = productIds.get(code);
  assert(productId !== undefined, 'every product of an invoice is in the catalog');
  return {
    productId,
    code,
    name: name || (plan.products.get(code)?.name ?? code),
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
