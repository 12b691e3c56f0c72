import { RUPIAH_MAX, SALE_MAX, rupiah, type Rupiah } from '../money.ts';
import { timesQuantity } from '../quantity.ts';
import { businessDate, HOUR_MS, type OffsetMinutes, type UtcMs } from '../time.ts';
import { LINES_MAX } from '../sales/order.ts';
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
  /** Its local date, `YYYY-MM-DD`. */
  readonly date: string;
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

/** Most time between the first row and another of one invoice that is written past midnight. */
const SAME_INVOICE_MS = HOUR_MS;
/** Most that the invoices of one file may be worth together, so that all sums stay exact. */
const FILE_RUPIAH_MAX = 1_000 * RUPIAH_MAX;

/**
 * Puts rows together as invoices, whatever their order in the file. An invoice with any row that
 * cannot be read is kept out whole: a part of it would be a sale that never was. The others go on.
 */
export function planHistory(rows: readonly HistoryRow[], rules: HistoryRules): HistoryPlan {
  const { invoices, rejected } = groupRows(rows, rules.offset);
  const documents: HistoryDocument[] = [];
  let fileRupiah = 0;
  for (const { number, lines } of invoices) {
    const worth = worthOf(lines);
    const judged = judgeInvoice(number, lines, rules.refundPrefix);
    const isTooMuch = fileRupiah + worth > FILE_RUPIAH_MAX;
    if ('kind' in judged && !isTooMuch) {
      documents.push(makeDocument(number, judged.kind, lines, rules.offset));
      fileRupiah += worth;
    } else {
      const reason = 'reason' in judged ? judged.reason : 'tooLarge';
      for (const { row } of lines) rejected.push({ row, column: '', reason });
    }
  }
  rejected.sort((a, b) => a.row - b.row);
  return { documents, products: productsOf(documents), rejected };
}

interface Invoice {
  readonly number: string;
  /** At least one, by time and then as in the file. */
  readonly lines: readonly HistoryLine[];
}

/** The whole invoices, oldest first, and the rejections of the others. */
function groupRows(rows: readonly HistoryRow[], offset: OffsetMinutes) {
  const invoices: Invoice[] = [];
  const rejected: HistoryRejection[] = rows.flatMap((row) => row.rejected);
  const byNumber = Map.groupBy(rows, ({ invoice }) => invoice);
  byNumber.delete(''); // of no invoice that is known
  for (const [number, own] of byNumber) {
    const dated = own.flatMap((row) => (row.atMs === null ? [] : [{ ...row, atMs: row.atMs }]));
    // A row without a date may be of any invoice with its number, on whatever day.
    const isAnyUndated = dated.length < own.length;
    dated.sort((a, b) => a.atMs - b.atMs || a.row - b.row);
    for (const invoice of splitByDay(dated, offset)) {
      const lines = invoice.flatMap(({ line }) => line ?? []);
      if (lines.length === invoice.length && !isAnyUndated) invoices.push({ number, lines });
      else for (const { row } of lines) rejected.push(withInvoice(row));
    }
  }
  invoices.sort((a, b) => startOf(a.lines) - startOf(b.lines) || firstRow(a) - firstRow(b));
  return { invoices, rejected };
}

/**
 * Some systems count from 1 each day, so that the number alone does not name an invoice: rows of
 * one local date are one, and those past midnight that are near enough to its first.
 * @param rows of one number, by time
 */
function splitByDay<R extends { readonly atMs: UtcMs }>(rows: readonly R[], offset: OffsetMinutes) {
  const invoices: R[][] = [];
  for (const row of rows) {
    const last = invoices.at(-1);
    const start = last?.[0]?.atMs ?? Number.NEGATIVE_INFINITY;
    const isNear = row.atMs - start <= SAME_INVOICE_MS;
    if (last && (isNear || localDate(start, offset) === localDate(row.atMs, offset))) {
      last.push(row);
    } else invoices.push([row]);
  }
  return invoices;
}

function withInvoice(row: number): HistoryRejection {
  return { row, column: '', reason: 'invoiceRejected' };
}

function firstRow({ lines }: Invoice): number {
  return Math.min(...lines.map(({ row }) => row));
}

/** In rupiah; floating point is near enough for a limit. */
function worthOf(lines: readonly HistoryLine[]): number {
  const milliRupiah = lines.map((line) => Math.abs(line.priceRupiah * line.quantityMilli));
  return milliRupiah.reduce((sum, worth) => sum + worth, 0) / 1000;
}

function judgeInvoice(
  number: string,
  lines: readonly HistoryLine[],
  refundPrefix: string,
): { readonly kind: HistoryKind } | { readonly reason: HistoryReason } {
  if (lines.length > LINES_MAX) return { reason: 'tooManyLines' };
  // Rounding adds at most one rupiah a line.
  if (worthOf(lines) > SALE_MAX - LINES_MAX) return { reason: 'tooLarge' };
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
  const date = localDate(atMs, offset);
  return { number, kind, atMs, date, name: `history|${number}|${date}`, lines };
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

function localDate(atMs: UtcMs, offset: OffsetMinutes): string {
  return businessDate(atMs, offset, 0);
}
