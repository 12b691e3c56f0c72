import {
  parseSwift,
  type SwiftAmount,
  type SwiftStatement,
  type SwiftTransaction,
} from './swift-parser.ts';
import type { StatementHints } from '../../../domain/fees/bank/read-statement-grid.ts';
import { checkCurrency } from '../../../domain/fees/bank/read-statement-grid.ts';
import {
  type BookedRow,
  rejectedRow,
  type RejectedRow,
  type StatementFile,
} from '../../../domain/fees/bank/statement.ts';
import { RUPIAH_MAX } from '../../../domain/money.ts';
import { isDate } from '../../../domain/time.ts';
import { LapakError } from '../../../domain/errors.ts';
import { tidyCell } from '../../../domain/tables/cell-text.ts';
import { splitLines } from '../../tables/read-table.ts';
import { checkRows } from './bank-text.ts';
import { joinStatements, ofAccount, type SingleStatement } from './join-statements.ts';

const DESCRIPTION_MAX = 1000;

/** Whether a text is an MT940 message: its first tag is one, or a block of a SWIFT header. */
export function isMt940(text: string): boolean {
  return /^\s*(?:\{1:|:\d{2}[A-Z]?:)/.test(text) && /^:60[FM]:/m.test(text.slice(0, 20_000));
}

/**
 * Reads an MT940 file of one or more statements. Source: SWIFT, Category 9, MT 940.
 * @throws LapakError TABLE_TOO_LONG, STATEMENT_BROKEN, STATEMENT_ACCOUNTS, STATEMENT_CURRENCY
 */
export function readMt940(text: string, hints: StatementHints): StatementFile {
  const lines = splitLines(text);
  const places = lines.flatMap((line, at) => (line.startsWith(':61:') ? [at + 1] : []));
  const count = (begin: string) => lines.filter((line) => line.startsWith(begin)).length;
  checkRows(places.length, Math.max(count(':20:'), count('{1:')));
  checkLines(lines);
  const statements = parse(lines.join('\n'));
  let next = 0;
  const all = statements.map((statement): SingleStatement => {
    const rows: BookedRow[] = [];
    const rejected: RejectedRow[] = [];
    for (const transaction of statement.transactions) {
      const place = places[next] ?? 0;
      const read = rowOf(transaction, place, lines[place - 1] ?? '');
      next += 1;
      if ('reason' in read) rejected.push(read);
      else rows.push(read);
    }
    if (statement.currency !== undefined) checkCurrency(statement.currency);
    const from = dateOf(statement.openingBalanceDate);
    const to = dateOf(statement.closingBalanceDate);
    return {
      account: accountOf(statement),
      id: idOf(statement, to),
      period: { from: rows[0]?.on ?? from, to },
      openingSen: senOf(statement.openingBalance),
      closingSen: senOf(statement.closingBalance),
      rows,
      rejected,
    };
  });
  return joinStatements('mt940', ofAccount(all, hints.accounts ?? []));
}

/** The beginning of a line of a statement: value day, booking day, direction, amount. */
const entryLine = /^:61:(\d{6})(\d{4})?(?:[ER]?[CD][A-Z]?([\d,]*))?/;
const balanceLine = /^:(6[02][FM]):[CD]?(\d{6})(?:[A-Z]{3}([\d,]*))?/;
/** Rupiah and, behind a comma, at most two digits: a third would be rounded away. */
const amountText = /^\d+(?:,\d{0,2})?$/;

/**
 * The parser takes the 31st month for one, and rounds: days and balances are looked at before it.
 * @throws LapakError STATEMENT_BROKEN
 */
function checkLines(lines: readonly string[]): void {
  const refuse = (at: number, tag: string, value: string) => {
    throw new LapakError('STATEMENT_BROKEN', { detail: `${at + 1}: :${tag}: ${value}` });
  };
  for (const [at, line] of lines.entries()) {
    if (!line.startsWith(':6')) continue;
    const [, value, booked = ''] = entryLine.exec(line) ?? [];
    if (value !== undefined) {
      if (!isDate(dayOf(value))) refuse(at, '61', value);
      if (!isDate(bookedOn(value, booked))) refuse(at, '61', value + booked);
      continue;
    }
    const [, tag = '', day, amount = ''] = balanceLine.exec(line) ?? [];
    if (day !== undefined && !isDate(dayOf(day))) refuse(at, tag, day);
    if (amount !== '' && !amountText.test(amount)) refuse(at, tag, amount);
  }
}

/** @throws LapakError STATEMENT_BROKEN */
function parse(data: string): SwiftStatement[] {
  try {
    return parseSwift(data);
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : 'MT940';
    throw new LapakError('STATEMENT_BROKEN', { detail }, { cause: error });
  }
}

function rowOf(transaction: SwiftTransaction, row: number, line: string): BookedRow | RejectedRow {
  const { amount, reference, bankReference, extraDetails, detailSegments } = transaction;
  const [, value = '', booked = '', written = ''] = entryLine.exec(line) ?? [];
  if (!amountText.test(written)) return rejectedRow(row, ':61:', 'amountInvalid', written);
  const amountSen = senOf(amount);
  if (amountSen === null || Math.abs(amountSen) > 100 * RUPIAH_MAX) {
    return rejectedRow(row, ':61:', 'amountTooLarge', written);
  }
  const remarks = [extraDetails, ...detailSegments].join(' ').replace(/\n/g, ' ');
  return {
    row,
    isPending: false,
    on: bookedOn(value, booked),
    amountSen,
    balanceSen: null,
    description: tidyCell(remarks).slice(0, DESCRIPTION_MAX),
    reference: bankReference !== '' ? bankReference : reference === 'NONREF' ? '' : reference,
  };
}

/**
 * The booking day has no year of its own: it is the one nearest to the value day.
 * @param value `YYMMDD`
 * @param booked `MMDD`; empty where it is the value day
 */
function bookedOn(value: string, booked: string): string {
  if (booked === '') return dayOf(value);
  const months = Number(booked.slice(0, 2)) - Number(value.slice(2, 4));
  const years = months > 6 ? -1 : months < -6 ? 1 : 0;
  return `${2000 + Number(value.slice(0, 2)) + years}-${booked.slice(0, 2)}-${booked.slice(2)}`;
}

/** `YYMMDD` as `YYYY-MM-DD`. */
function dayOf(day: string): string {
  return day.replace(/^(\d\d)(\d\d)(\d\d)$/, '20$1-$2-$3');
}

/** Some banks put their own code before the number. */
function accountOf({ accountIdentification = '' }: SwiftStatement): string | null {
  const digits = (accountIdentification.split('/').at(-1) ?? '').replace(/\D/g, '');
  return digits === '' ? null : digits;
}

function idOf({ transactionReference = '', number }: SwiftStatement, to: string | null): string {
  const count = number ? `${number.statement}/${number.sequence}` : '';
  return [transactionReference.trim(), count, to ?? ''].join(' ').trim();
}

function dateOf(date: Date | undefined): string | null {
  if (!date || Number.isNaN(date.getTime())) return null;
  return date.toISOString().slice(0, 10);
}

function senOf(amount: SwiftAmount | undefined): number | null {
  const sen = amount?.times(100).toNumber();
  return sen === undefined || !Number.isSafeInteger(sen) ? null : sen + 0;
}
