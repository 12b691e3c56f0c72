import { CODE_MAX, NAME_MAX } from '../catalog/product.ts';
import { mulDivRound, RUPIAH_MAX, rupiah, type Rupiah } from '../money.ts';
import { milli, MILLI_MAX, type Milli } from '../quantity.ts';
import type { OffsetMinutes, UtcMs } from '../time.ts';
import type { HistoryColumn, HistoryLayout } from './columns.ts';
import { type Decimal, type HistoryFormat, parseDecimal, parseTime } from './format.ts';

/** Longest number of an invoice. */
const DOCUMENT_MAX = 60;

/** Why a row was kept out; its words are `history.reason.<key>`. */
export const historyReasons = [
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
 * @param row counted from 1, the header
 */
export function readHistoryRow(
  cells: readonly string[],
  row: number,
  reading: HistoryReading,
): HistoryRow {
  const { layout, header } = reading;
  const rejected: HistoryRejection[] = [];
  const reject = (column: HistoryColumn, reason: HistoryReason) => {
    rejected.push({ row, column: header[layout[column]] ?? column, reason });
    return null;
  };
  const cell = (column: HistoryColumn) => tidy(cells[layout[column]] ?? '');
  const invoice = cell('invoice').slice(0, DOCUMENT_MAX + 1);
  if (cells.length !== header.length) {
    return { row, invoice, line: null, rejected: [{ row, column: '', reason: 'cells' }] };
  }
  const isNamed = invoice !== '' && invoice.length <= DOCUMENT_MAX;
  if (!isNamed) reject('invoice', 'invoice');
  const code = cell('code');
  if (code === '' || code.length > CODE_MAX) reject('code', 'code');
  const quantityMilli = readQuantity(cell('quantity'), reading) ?? reject('quantity', 'quantity');
  const priceRupiah = readPrice(cell('price'), reading, (reason) => reject('price', reason));
  const atMs = readTime(cell('date'), cell('time'), reading, (reason) => reject('date', reason));
  if (quantityMilli === null || priceRupiah === null || atMs === null || rejected.length > 0) {
    return { row, invoice: isNamed ? invoice : '', line: null, rejected };
  }
  const name = cutName(cell('description'));
  return { row, invoice, line: { row, code, name, quantityMilli, priceRupiah, atMs }, rejected };
}

function readQuantity(cell: string, { format }: HistoryReading): Milli | null {
  const number = parseDecimal(cell, format.decimal);
  if (!number || number.digits === 0 || number.scale > 3) return null;
  const quantity = number.digits * 10 ** (3 - number.scale);
  return Math.abs(quantity) <= MILLI_MAX ? milli(quantity) : null;
}

function readPrice(
  cell: string,
  { format, rate }: HistoryReading,
  reject: (reason: HistoryReason) => null,
): Rupiah | null {
  const number = parseDecimal(cell, format.decimal);
  if (!number) return reject('price');
  if (number.digits < 0) return reject('priceNegative');
  const price = mulDivRound(number.digits, rate.digits, 10 ** (number.scale + rate.scale));
  return price <= RUPIAH_MAX ? rupiah(price) : reject('tooLarge');
}

function readTime(
  date: string,
  time: string,
  { format, offset, nowMs }: HistoryReading,
  reject: (reason: HistoryReason) => null,
): UtcMs | null {
  const text = time === '' || date.includes(':') ? date : `${date} ${time}`;
  const atMs = parseTime(text, format.dates, offset);
  if (atMs === null) return reject('date');
  return atMs <= nowMs ? atMs : reject('future');
}

/** NFC, as the journal wants it, without control characters, which a printer would obey. */
function tidy(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
}

/** At most NAME_MAX, never half of a surrogate pair. */
function cutName(name: string): string {
  return name
    .slice(0, NAME_MAX)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}
