import type { FileGap } from '../../../domain/fees/bank/import-report.ts';
import { rowKeys } from '../../../domain/fees/bank/row-keys.ts';
import type { BookedRow, StatementFile } from '../../../domain/fees/bank/statement.ts';
import { senderOf, wordsOf } from '../../../domain/fees/match-words.ts';
import { addDays } from '../../../domain/time.ts';
import { hashOf } from '../../../node/crypto/signing.ts';
import type { HubTables } from '../../database/tables.ts';
import type { Kysely } from 'kysely';
import { unusedWords } from './rename-store.ts';
import { knownRows, type NewRow, rowsBetween } from './row-store.ts';
import { pairSame, type SameRows } from './same-rows.ts';
import { balanceAt, balanceFrom } from './statement-store.ts';

/** What a file of a bank would add. */
export interface PlannedStatement {
  readonly added: readonly NewRow[];
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
  const { same, isOther } = await sameOf(db, account, file, { rows, known });
  const refusal = refusalOf(file, isUnbalancedTaken) ?? (isOther ? 'other-rows' : null);
  const fresh = rows.filter(({ row }) => !known.has(row) && !same.has(row));
  return {
    added: refusal === null ? fresh : [],
    renamed: refusal === null && known.size > 0 ? await renamedOf(db, account, file, rows) : [],
    known: known.size + same.size,
    gaps: await gapsOf(db, account, file),
    refusal,
  };
}

/** What of a file is there already though its balances, and so its ids, are others. */
async function sameOf(
  db: Kysely<HubTables>,
  account: string,
  { period }: StatementFile,
  { rows, known }: { readonly rows: readonly NewRow[]; readonly known: ReadonlySet<string> },
): Promise<SameRows> {
  if (!period || rows.length === known.size) return { same: new Set(), isOther: false };
  return pairSame(rows, await rowsBetween(db, account, period), known, period);
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

/** Rows are numbered anew each day: an overlapping file numbers them alike. */
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

/** Where the file does not meet what is there before and behind it. */
async function gapsOf(
  db: Kysely<HubTables>,
  account: string,
  { period, openingSen, closingSen }: StatementFile,
): Promise<FileGap[]> {
  if (!period) return [];
  const { from, to } = period;
  const before = await balanceAt(db, account, addDays(from, -1));
  const behind = await balanceFrom(db, account, addDays(to, 1));
  const gaps: FileGap[] = [];
  if (before && openingSen !== null && before.balanceSen !== openingSen) {
    gaps.push({ from: before.on, to: from, differenceSen: openingSen - before.balanceSen });
  }
  if (behind && closingSen !== null && behind.balanceSen !== closingSen) {
    gaps.push({ from: to, to: behind.on, differenceSen: behind.balanceSen - closingSen });
  }
  return gaps;
}
