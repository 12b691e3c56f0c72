import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { LapakError } from '../../../domain/errors.ts';
import type { JournalRow } from '../../../domain/fees/matters/month-contract.ts';
import { MATTERS_PAGE_MAX } from '../../../domain/fees/matters/values.ts';
import { datesOf } from '../../../domain/fees/period.ts';
import { readAs } from '../../database/transact.ts';
import type { HubDatabase } from '../../database/open-database.ts';
import { exportLedger, type LedgerForm } from './export-ledger.ts';
import { countPostings, postingsAfter } from './journal-store.ts';
import { sumsOfMonth } from './month-store.ts';
import type { MonthOf } from './months.ts';

/** Where fees are read. */
interface FeeDatabase {
  readonly database: HubDatabase;
}

/** The postings of a month in their order. */
export async function readJournal(
  { database }: FeeDatabase,
  { mall, month, cursor }: MonthOf & { readonly cursor: string },
): Promise<{ rows: JournalRow[]; nextCursor: string }> {
  const [, on, position, line] = /^(\d{4}-\d\d-\d\d) (\d{1,15}) (\d{1,9})$/.exec(cursor) ?? [];
  const after = on === undefined ? null : { on, position: Number(position), line: Number(line) };
  const limit = MATTERS_PAGE_MAX;
  const found = await readAs(database.db, 'every-stall', (db) =>
    postingsAfter(db, { mall, days: datesOf(month), after, limit }),
  );
  const last = found.length < limit ? undefined : found.at(-1);
  return {
    rows: found.map((posting) => {
      const { position: _, mall: __, ...row } = posting;
      return row;
    }),
    nextCursor: last ? `${last.on} ${last.position} ${last.line}` : '',
  };
}

/** What each account took and gave in a month: as much debit as credit. */
export async function sumJournal({ database }: FeeDatabase, { mall, month }: MonthOf) {
  const accounts = await readAs(database.db, 'every-stall', (db) => sumsOfMonth(db, mall, month));
  return {
    accounts,
    debit: accounts.reduce((sum, { debit }) => sum + debit, 0),
    credit: accounts.reduce((sum, { credit }) => sum + credit, 0),
  };
}

/** Most postings of one answer, which stands in memory: more are written by the command. */
const EXPORT_MAX = 100_000;

/** The postings of a month as a file. @throws LapakError JOURNAL_TOO_LONG */
export async function exportJournal(
  { database }: FeeDatabase,
  { mall, month, form }: MonthOf & { readonly form: LedgerForm },
  most = EXPORT_MAX,
): Promise<{ file: string; bytes: string }> {
  const lines = await readAs(database.db, 'every-stall', (db) => countPostings(db, mall, month));
  if (lines > most) throw new LapakError('JOURNAL_TOO_LONG', { lines, most });
  const pieces = exportLedger(database, { mall, ...datesOf(month) }, form);
  const bytes = await buffer(Readable.from(pieces));
  return { file: `jurnal-${mall}-${month}.${form}`, bytes: bytes.toString('base64') };
}
