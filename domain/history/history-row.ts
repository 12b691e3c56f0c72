import { CODE_MAX, NAME_MAX } from '../catalog/product.ts';
import { mulDivRound, RUPIAH_MAX, rupiah, type Rupiah } from '../money.ts';
import { milli, MILLI_MAX, type Milli } from '../quantity.ts';
import type { OffsetMinutes, UtcMs } from '../time.ts';
import type { HistoryColumn, HistoryLayout } from './columns.ts';
import { tidyCell } from '../tables/cell-text.ts';
import { type Decimal, parseDecimal } from '../tables/read-number.ts';
import { type HistoryFormat, parseTime } from './format.ts';

/** Longest number of an invoice. */
const DOCUMENT_MAX = 60;

/** Why a row was kept out; its words are `history.reason.<key>`. */
export const historyReasons = [
  'quote',
  'lineTooLong',
  'cells',
  'invoice',
  'code',
  'quantity',
  'price',
  'priceNegative',
  'date',
  'future',
  'mixed',
  'refundPositive',
  'tooManyLines',
  'tooLarge',
  'invoiceRejected',
] as const;
export type HistoryReason = (typeof historyReasons)[number];

/** A cell that kept its row out, or the whole row when `column` is empty. Row 1 is the header. */
export interface HistoryRejection {
  readonly row: number;
  /** As the file names it. */
  readonly column: string;
  readonly reason: HistoryReason;
}

/** One line of an invoice of another system. */
export interface HistoryLine {
  readonly row: number;
  readonly code: string;
  /** Empty where the file has no description. */
  readonly name: string;
  /** As in the file: negative where goods come back or are written off. */
  readonly quantityMilli: Milli;
  readonly priceRupiah: Rupiah;
  readonly atMs: UtcMs;
}

/** A row as read: its line, or why there is none. */
export interface HistoryRow {
  readonly row: number;
  /** Number of its invoice; empty when that cell is what is wrong. */
  readonly invoice: string;
  /** Null when its date is what is wrong. */
  readonly atMs: UtcMs | null;
  readonly line: HistoryLine | null;
  readonly rejected: readonly HistoryRejection[];
}

/** What is the same for all rows of a file. */
export interface HistoryReading {
  /** Cells of the first row. */
  readonly header: readonly string[];
  readonly layout: HistoryLayout;
  readonly format: HistoryFormat;
  /** Rupiah for one unit of the file's currency. */
  readonly rate: Decimal;
  readonly offset: OffsetMinutes;
  readonly nowMs: UtcMs;
}

/**
 * Reads one row. Who bought is not read at all: no customer enters the book.
 * @param row line of the file
 */
export function readHistoryRow(
  cells: readonly string[],
  row: number,
  reading: HistoryReading,
): HistoryRow {
  const { layout, header } = reading;
  if (cells.length !== header.length) return readBrokenRow(cells, row, reading, 'cells');
  const rejected: HistoryRejection[] = [];
  const reject = (column: HistoryColumn, reason: HistoryReason) => {
    rejected.push({ row, column: header[layout[column]] ?? column, reason });
    return null;
  };
  const cell = (column: HistoryColumn) => tidyCell(cells[layout[column]] ?? '');
  const invoice = readInvoice(cells, reading);
  if (invoice === '') reject('invoice', 'invoice');
  const code = cell('code');
  if (code === '' || code.length > CODE_MAX) reject('code', 'code');
  const quantityMilli = readQuantity(cell('quantity'), reading) ?? reject('quantity', 'quantity');
  const priceRupiah = readPrice(cell('price'), reading, (reason) => reject('price', reason));
  const atMs = readTime(cells, reading, (reason) => reject('date', reason));
  if (quantityMilli === null || priceRupiah === null || atMs === null || rejected.length > 0) {
    return { row, invoice, atMs, line: null, rejected };
  }
  const name = cutName(cell('description'));
  const line = { row, code, name, quantityMilli, priceRupiah, atMs };
  return { row, invoice, atMs, line, rejected };
}

/**
 * What can be told of a row whose cells are not where they belong: it keeps the invoice out that it
 * seems to be of.
 */
export function readBrokenRow(
  cells: readonly string[],
  row: number,
  reading: HistoryReading,
  reason: HistoryReason,
): HistoryRow {
  const bare = cells.map((cell) => cell.replaceAll('"', ''));
  const invoice = readInvoice(bare, reading);
  const atMs = readTime(bare, reading, () => null);
  return { row, invoice, atMs, line: null, rejected: [{ row, column: '', reason }] };
}

/** Empty for a number that is none. */
function readInvoice(cells: readonly string[], { layout }: HistoryReading): string {
  const invoice = tidyCell(cells[layout.invoice] ?? '');
  return invoice.length <= DOCUMENT_MAX ? invoice : '';
}

function readQuantity(cell: string, { format }: HistoryReading): Milli | null {
  const number = parseDecimal(cell, format.quantity);
  if (typeof number === 'string' || number.digits === 0 || number.scale > 3) return null;
  const quantity = number.digits * 10 ** (3 - number.scale);
  return Math.abs(quantity) <= MILLI_MAX ? milli(quantity) : null;
}

function readPrice(
  cell: string,
  { format, rate }: HistoryReading,
  reject: (reason: HistoryReason) => null,
): Rupiah | null {
  const number = parseDecimal(cell, format.price);
  if (typeof number === 'string') {
    return reject(number === 'numberTooLarge' ? 'tooLarge' : 'price');
  }
  if (number.digits < 0) return reject('priceNegative');
  const divisor = 10 ** (number.scale + rate.scale);
  // Floating point is near enough to tell what is far too large for exact figures.
  if ((number.digits * rate.digits) / divisor > RUPIAH_MAX + 1) return reject('tooLarge');
  const price = mulDivRound(number.digits, rate.digits, divisor);
  return price <= RUPIAH_MAX ? rupiah(price) : reject('tooLarge');
}

function readTime(
  cells: readonly string[],
  { layout, format, offset, nowMs }: HistoryReading,
  reject: (reason: HistoryReason) => null,
): UtcMs | null {
  const date = tidyCell(cells[layout.date] ?? '');
  const time = tidyCell(cells[layout.time] ?? '');
  const text = time === '' || date.includes(':') ? date : `${date} ${time}`;
  const atMs = parseTime(text, format.dates, offset);
  if (atMs === null) return reject('date');
  return atMs <= nowMs ? atMs : reject('future');
}

/** At most NAME_MAX, never half of a surrogate pair. */
function cutName(name: string): string {
  return name
    .slice(0, NAME_MAX)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}
