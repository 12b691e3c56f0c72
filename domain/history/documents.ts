import { RUPIAH_MAX, rupiah, type Rupiah } from '../money.ts';
import { timesQuantity } from '../quantity.ts';
import { businessDate, HOUR_MS, type OffsetMinutes, type UtcMs } from '../time.ts';
import { LINES_MAX } from '../sales/contract.ts';
import type { HistoryLine, HistoryReason, HistoryRejection, HistoryRow } from './history-row.ts';

/**
 * `sale`: goods out, money in. `refund`: goods back, money out. `stock`: an invoice without value,
 * with which systems correct their stock; its quantities are added as they stand.
 */
export type HistoryKind = 'sale' | 'refund' | 'stock';

/** One invoice of another system. */
export interface HistoryDocument {
  readonly number: string;
  readonly kind: HistoryKind;
  /** Of its first line. */
  readonly atMs: UtcMs;
  /** The same for the same invoice in every export: its number and local date. */
  readonly name: string;
  readonly lines: readonly HistoryLine[];
}

/** What the catalog learns about a product from the history. */
export interface HistoryProduct {
  readonly code: string;
  readonly name: string;
  readonly priceRupiah: Rupiah;
}

export interface HistoryPlan {
  /** Oldest first. */
  readonly documents: readonly HistoryDocument[];
  /** By code. */
  readonly products: ReadonlyMap<string, HistoryProduct>;
  /** By row. */
  readonly rejected: readonly HistoryRejection[];
}

export interface HistoryRules {
  /**
   * An invoice whose number begins with it is a refund; empty for none. One whose quantities are
   * negative is a refund whatever its number.
   */
  readonly refundPrefix: string;
  readonly offset: OffsetMinutes;
}

/** Most time between the rows of one invoice that is written past midnight. */
const SAME_INVOICE_MS = HOUR_MS;

/**
 * Puts rows together as invoices. An invoice with any row that cannot be read is kept out whole:
 * a part of it would be a sale that never was. The others go on.
 */
export function planHistory(rows: readonly HistoryRow[], rules: HistoryRules): HistoryPlan {
  const { invoices, rejected } = groupRows(rows, rules.offset);
  const documents: HistoryDocument[] = [];
  for (const { number, lines } of invoices) {
    const judged = judgeInvoice(number, lines, rules.refundPrefix);
    if ('kind' in judged) documents.push(makeDocument(number, judged.kind, lines, rules.offset));
    else for (const { row } of lines) rejected.push({ row, column: '', reason: judged.reason });
  }
  documents.sort((a, b) => a.atMs - b.atMs); // stable: within a minute as in the file
  rejected.sort((a, b) => a.row - b.row);
  return { documents, products: productsOf(documents), rejected };
}

interface Invoice {
  readonly number: string;
  /** At least one. */
  readonly lines: HistoryLine[];
}

function groupRows(rows: readonly HistoryRow[], offset: OffsetMinutes) {
  const spoilt = new Set(rows.filter(({ line }) => line === null).map(({ invoice }) => invoice));
  const invoices: Invoice[] = [];
  const byDay = new Map<string, Invoice>();
  const newest = new Map<string, Invoice>();
  const rejected: HistoryRejection[] = [];
  for (const { row, invoice: number, line, rejected: cells } of rows) {
    rejected.push(...cells);
    if (line === null) continue;
    if (spoilt.has(number)) {
      rejected.push({ row, column: '', reason: 'invoiceRejected' });
      continue;
    }
    // Some systems count from 1 each day, so that the number alone does not name an invoice.
    const day = documentName(number, line.atMs, offset);
    const same = byDay.get(day) ?? writtenPastMidnight(newest.get(number), line);
    if (same) {
      same.lines.push(line);
      continue;
    }
    const invoice = { number, lines: [line] };
    invoices.push(invoice);
    byDay.set(day, invoice);
    newest.set(number, invoice);
  }
  return { invoices, rejected };
}

function writtenPastMidnight(invoice: Invoice | undefined, line: HistoryLine) {
  const isNear = invoice && Math.abs(line.atMs - startOf(invoice.lines)) <= SAME_INVOICE_MS;
  return isNear ? invoice : undefined;
}

function judgeInvoice(
  number: string,
  lines: readonly HistoryLine[],
  refundPrefix: string,
): { readonly kind: HistoryKind } | { readonly reason: HistoryReason } {
  if (lines.length > LINES_MAX) return { reason: 'tooManyLines' };
  // Floating point is near enough for a limit; rounding adds at most one rupiah a line.
  const worth = lines.reduce(
    (sum, line) => sum + Math.abs(line.priceRupiah * line.quantityMilli),
    0,
  );
  if (worth / 1000 > RUPIAH_MAX - LINES_MAX) return { reason: 'tooLarge' };
  const isCalledRefund = refundPrefix !== '' && number.startsWith(refundPrefix);
  const hasValue = lines.some((line) => timesQuantity(line.priceRupiah, line.quantityMilli) !== 0);
  if (!hasValue && !isCalledRefund) return { kind: 'stock' };
  const comingBack = lines.filter((line) => line.quantityMilli < 0).length;
  if (comingBack === lines.length) return { kind: 'refund' };
  if (comingBack > 0) return { reason: 'mixed' };
  return isCalledRefund ? { reason: 'refundPositive' } : { kind: 'sale' };
}

function makeDocument(
  number: string,
  kind: HistoryKind,
  lines: readonly HistoryLine[],
  offset: OffsetMinutes,
): HistoryDocument {
  const atMs = startOf(lines);
  return { number, kind, atMs, name: documentName(number, atMs, offset), lines };
}

/** The name a sale gave first, since corrections of stock write remarks there; the newest price. */
function productsOf(documents: readonly HistoryDocument[]): Map<string, HistoryProduct> {
  const sold = documents.filter(({ kind }) => kind !== 'stock');
  const corrected = documents.filter(({ kind }) => kind === 'stock');
  const products = new Map<string, HistoryProduct>();
  for (const { code, name, priceRupiah } of [...sold, ...corrected].flatMap(({ lines }) => lines)) {
    const known = products.get(code) ?? { code, name: '', priceRupiah: rupiah(0) };
    products.set(code, {
      code,
      name: known.name || name,
      priceRupiah: priceRupiah || known.priceRupiah, // a gift is no price
    });
  }
  for (const [code, product] of products) {
    if (product.name === '') products.set(code, { ...product, name: code });
  }
  return products;
}

function startOf(lines: readonly HistoryLine[]): UtcMs {
  return lines[0]?.atMs ?? 0; // an invoice has at least one line
}

function documentName(number: string, atMs: UtcMs, offset: OffsetMinutes): string {
  return `history|${number}|${businessDate(atMs, offset, 0)}`;
}
