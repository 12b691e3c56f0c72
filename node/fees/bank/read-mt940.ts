import {
  parseSwift,
  type SwiftAmount,
  type SwiftStatement,
  type SwiftTransaction,
} from './swift-parser.ts';
import type { StatementHints } from '../../../domain/fees/bank/read-statement-grid.ts';
import { checkCurrency } from '../../../domain/fees/bank/read-statement-grid.ts';
import type { BookedRow, StatementFile } from '../../../domain/fees/bank/statement.ts';
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
  const places = splitLines(text).flatMap((line, at) => (line.startsWith(':61:') ? [at + 1] : []));
  const lines = splitLines(text);
  checkDays(lines);
  checkRows(places.length);
  const statements = parse(lines.join('\n'));
  let next = 0;
  const all = statements.map((statement): SingleStatement => {
    const rows = statement.transactions.map((transaction) => {
      next += 1;
      return rowOf(transaction, places[next - 1] ?? 0);
    });
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
      rejected: [],
    };
  });
  return joinStatements('mt940', ofAccount(all, hints.account ?? null));
}

/**
 * The parser takes the 31st month for one: days are held against the calendar before it.
 * @throws LapakError STATEMENT_BROKEN
 */
function checkDays(lines: readonly string[]): void {
  for (const [at, line] of lines.entries()) {
    const [, tag, day = ''] = /^:(61|6[02][FM]):[CD]?(\d{6})/.exec(line) ?? [];
    const date = day.replace(/^(\d\d)(\d\d)(\d\d)$/, '20$1-$2-$3');
    if (tag !== undefined && !isDate(date)) {
      throw new LapakError('STATEMENT_BROKEN', { detail: `${at + 1}: :${tag}: ${day}` });
    }
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

function rowOf(transaction: SwiftTransaction, row: number): BookedRow {
  const { date, amount, reference, bankReference, extraDetails, detailSegments } = transaction;
  const on = dateOf(bookedOn(transaction)) ?? dateOf(date);
  const amountSen = senOf(amount);
  if (on === null || amountSen === null)
    throw new LapakError('STATEMENT_BROKEN', { detail: `:61: ${row}` });
  const remarks = [extraDetails, ...detailSegments].join(' ').replace(/\n/g, ' ');
  return {
    row,
    isPending: false,
    on,
    amountSen,
    balanceSen: null,
    description: tidyCell(remarks).slice(0, DESCRIPTION_MAX),
    reference: bankReference !== '' ? bankReference : reference === 'NONREF' ? '' : reference,
  };
}

/** The booking date has no year of its own: it is the one nearest to the value date. */
function bookedOn({ date, entryDate }: SwiftTransaction): Date {
  if (entryDate === '') return date;
  const months = entryDate.getUTCMonth() - date.getUTCMonth();
  const years = months > 6 ? -1 : months < -6 ? 1 : 0;
  const [month, day] = [entryDate.getUTCMonth(), entryDate.getUTCDate()];
  return new Date(Date.UTC(entryDate.getUTCFullYear() + years, month, day));
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
