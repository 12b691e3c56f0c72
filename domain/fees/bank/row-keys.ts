import { plainNmid } from '../../payments/nmid.ts';
import type { SettlementRow } from './settlement.ts';
import type { BookedRow } from './statement.ts';

/**
 * What the id of each row is made of, in the order of the rows: its SHA-256 names the row for ever.
 * Account, date, amount, running balance, and a number among those alike. The description is not in
 * it, since banks change it over night; so a file that comes again, or overlaps, adds nothing.
 * @param account digits of the account's number, or what the mall calls it
 */
export function rowKeys(account: string, rows: readonly BookedRow[]): string[] {
  const counts = new Map<string, number>();
  return rows.map(({ on, amountSen, balanceSen }) => {
    const alike = [account, on, amountSen, balanceSen ?? ''].join('|');
    const ordinal = (counts.get(alike) ?? 0) + 1;
    counts.set(alike, ordinal);
    return `lapak/bank-row/1|${alike}|${ordinal}`;
  });
}

/**
 * The same of rows that an acquirer settled: all that never changes of a transaction, its merchant
 * id however it is written; alike ones are numbered.
 */
export function settledKeys(rows: readonly SettlementRow[]): string[] {
  const counts = new Map<string, number>();
  return rows.map((row) => {
    const { provider, nmid, reference, invoice, kind, paidOn, paidAtMs, grossSen } = row;
    const merchant = plainNmid(nmid);
    const parts = [provider, merchant, reference, invoice, kind, paidOn, paidAtMs, grossSen];
    const alike = JSON.stringify(parts);
    const ordinal = (counts.get(alike) ?? 0) + 1;
    counts.set(alike, ordinal);
    return `lapak/settled-row/1|${alike}|${ordinal}`;
  });
}
