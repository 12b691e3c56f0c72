import type { FileGap } from '../../../domain/fees/bank/import-report.ts';
import { rowKeys } from '../../../domain/fees/bank/row-keys.ts';
import type { BookedRow, StatementFile } from '../../../domain/fees/bank/statement.ts';
import { senderOf, wordsOf } from '../../../domain/fees/match-words.ts';
import { addDays } from '../../../domain/time.ts';
import { hashOf } from '../../../node/crypto/signing.ts';
import type { HubTables } from '../../database/tables.ts';
import type { Kysely } from 'kysely';
import { openingOf } from '../../../domain/fees/bank/order-day.ts';
import {
  type DayOrders,
  orderDays,
  placed,
  type RowLine,
} from '../../../domain/fees/bank/order-days.ts';
import { unusedWords } from './rename-store.ts';
import { type KeptRow, knownRows, type NewRow, rowsBetween } from './row-store.ts';
import { pairSame, type SameRows } from './same-rows.ts';
import { balanceAt, balanceFrom, type KnownBalance } from './statement-store.ts';

/** What a file of a bank would add. */
export interface PlannedStatement {
  readonly added: readonly NewRow[];
  /** Rows that are there and get another line, since what is added goes before or between them. */
  readonly moved: readonly RowLine[];
  /** Known ones that nobody used yet, of which the bank says more now, such as who sent them. */
  readonly renamed: readonly NewRow[];
  readonly known: number;
  readonly gaps: readonly FileGap[];
  readonly refusal: 'rejected-rows' | 'unbalanced' | 'other-rows' | null;
}

/**
 * What the rows of a file are, against those that are there. Nothing is added of a broken file, nor
 * of one that has other rows of a day.
 */
export async function planStatement(
  db: Kysely<HubTables>,
  account: string,
  file: StatementFile,
  isUnbalancedTaken: boolean,
): Promise<PlannedStatement> {
  const rows = keptRows(account, file);
  const known = await knownRows(
    db,
    'bank_row',
    rows.map(({ row }) => row),
  );
  const kept = file.period ? await rowsBetween(db, account, file.period) : [];
  const { same, isOther } = sameOf(file, rows, kept, known);
  const refusal = refusalOf(file, isUnbalancedTaken) ?? (isOther ? 'other-rows' : null);
  const fresh = rows.filter(({ row }) => !known.has(row) && !same.has(row));
  const orders = await orderDays(kept, fresh, async (day) => {
    return (await balanceAt(db, account, addDays(day, -1)))?.balanceSen ?? null;
  });
  const { added, moved } = placed(orders, kept, fresh);
  return {
    added: refusal === null ? added : [],
    moved: refusal === null ? moved : [],
    renamed: refusal === null && known.size > 0 ? await renamedOf(db, account, file, rows) : [],
    known: known.size + same.size,
    gaps: await gapsOf(db, account, file, rows, orders),
    refusal,
  };
}

/** What of a file is there already though its balances, and so its ids, are others. */
function sameOf(
  { period }: StatementFile,
  rows: readonly NewRow[],
  kept: readonly KeptRow[],
  known: ReadonlySet<string>,
): SameRows {
  if (!period || rows.length === known.size) return { same: new Set(), isOther: false };
  return pairSame(rows, kept, known, period);
}

/**
 * Booked rows with their ids. A file without running balances has them from its opening balance, so
 * that the same row has the same id in every format of the bank.
 */
function keptRows(account: string, { rows, openingSen }: StatementFile): NewRow[] {
  let balance = openingSen;
  const booked: BookedRow[] = [];
  for (const row of rows) {
    if (row.isPending) continue;
    balance = row.balanceSen ?? (balance === null ? null : balance + row.amountSen);
    booked.push({ ...row, balanceSen: balance });
  }
  const keys = rowKeys(account, booked);
  const lines = new Map<string, number>();
  return booked.map(({ on, amountSen, balanceSen, description, reference }, at) => ({
    row: hashOf(Buffer.from(keys[at] ?? '', 'utf8')),
    account,
    on,
    line: nextLine(lines, on),
    amountSen,
    amount: Math.trunc(amountSen / 100) + 0,
    balanceSen,
    description,
    reference,
    sender: amountSen > 0 ? senderOf(wordsOf(description)) : '',
    withheld: 0,
  }));
}

/** A file that reaches less far is older; no sender is given up for words that name none. */
async function renamedOf(
  db: Kysely<HubTables>,
  account: string,
  { period }: StatementFile,
  rows: readonly NewRow[],
): Promise<NewRow[]> {
  if (!period) return [];
  const unused = await unusedWords(db, account, period);
  const known = new Map(unused.map((one) => [one.row, one]));
  return rows.filter(({ row, description, reference, sender }) => {
    const old = known.get(row);
    if (!old || period.to < old.to || description === '') return false;
    if (sender === '' && old.sender !== '') return false;
    return description !== old.description || reference !== old.reference;
  });
}

/** Rows are numbered anew each day. */
function nextLine(lines: Map<string, number>, on: string): number {
  const line = (lines.get(on) ?? 0) + 1;
  lines.set(on, line);
  return line;
}

/** A file whose bank tells no balances at all cannot add up; every other has to. */
function refusalOf(
  { rejected, isBalanced, openingSen, closingSen, notes }: StatementFile,
  isUnbalancedTaken: boolean,
): PlannedStatement['refusal'] {
  if (rejected.length > 0) return 'rejected-rows';
  if (isBalanced || isUnbalancedTaken) return null;
  const isWithoutBalances =
    openingSen === null &&
    closingSen === null &&
    notes.every(({ note }) => /^(opening|closing)Missing$|^amountZero$/.test(note));
  return isWithoutBalances ? null : 'unbalanced';
}

/** Where the file does not meet what is there before and behind it, also of its own days. */
async function gapsOf(
  db: Kysely<HubTables>,
  account: string,
  { period, openingSen, closingSen }: StatementFile,
  rows: readonly NewRow[],
  orders: DayOrders,
): Promise<FileGap[]> {
  if (!period) return [];
  const { from, to } = period;
  const beside = besideOf(rows, period, orders);
  const before = beside.before ?? (await balanceAt(db, account, addDays(from, -1)));
  const behind = beside.behind ?? (await balanceFrom(db, account, addDays(to, 1)));
  const gaps: FileGap[] = [];
  if (before && openingSen !== null && before.balanceSen !== openingSen) {
    gaps.push({ from: before.on, to: from, differenceSen: openingSen - before.balanceSen });
  }
  if (behind && closingSen !== null && behind.balanceSen !== closingSen) {
    gaps.push({ from: to, to: behind.on, differenceSen: behind.balanceSen - closingSen });
  }
  return gaps;
}

/** What other files have of a file's first day before its rows, and of its last behind them. */
function besideOf(
  rows: readonly NewRow[],
  { from, to }: { readonly from: string; readonly to: string },
  orders: DayOrders,
): { readonly before: KnownBalance | null; readonly behind: KnownBalance | null } {
  const own = new Set(rows.map(({ row }) => row));
  const [first, last] = [orders.get(from) ?? [], orders.get(to) ?? []];
  const firstAt = first.findIndex(({ row }) => own.has(row));
  const lastAt = last.findLastIndex(({ row }) => own.has(row));
  const before = firstAt > 0 ? (first[firstAt - 1]?.balanceSen ?? null) : null;
  const behind = lastAt < 0 ? null : openingOf(last[lastAt + 1]);
  return {
    before: before === null ? null : { on: from, balanceSen: before },
    behind: behind === null ? null : { on: to, balanceSen: behind },
  };
}
