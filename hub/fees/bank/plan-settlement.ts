import type { Kysely } from 'kysely';
import { settledKeys } from '../../../domain/fees/bank/row-keys.ts';
import type { SettlementFile, SettlementRow } from '../../../domain/fees/bank/settlement.ts';
import { LapakError } from '../../../domain/errors.ts';
import { plainNmid } from '../../../domain/payments/nmid.ts';
import { hashOf } from '../../../node/crypto/signing.ts';
import type { HubTables } from '../../database/tables.ts';
import { knownRows, type NewRow } from './row-store.ts';
import type { KeptSettled } from './statement-store.ts';

/** What a settlement file would add. */
export interface PlannedSettlement {
  /** Of every merchant: tenders of stalls are compared with them. */
  readonly settled: readonly KeptSettled[];
  /** Of the account's own merchant id: payments of stalls to the mall. */
  readonly added: readonly NewRow[];
  /** Rows of which nothing is added. */
  readonly known: number;
  readonly refusal: 'rejected-rows' | null;
}

/** An account that takes QRIS. */
export interface QrisAccount {
  readonly account: string;
  /** What its static QRIS says: its merchant id stands in it. */
  readonly qris: string;
}

/**
 * What the rows of a settlement file are, against those that are there. What was kept before its
 * account was set up becomes a row of the account when its file comes again.
 * @param account whose payments are those of its merchant id, or all where it has none yet
 * @param today of a row without any date
 * @throws LapakError BANK_QRIS_NEEDED
 */
export async function planSettlement(
  db: Kysely<HubTables>,
  account: QrisAccount | null,
  { rows, rejected }: SettlementFile,
  today: string,
): Promise<PlannedSettlement> {
  if (account) checkMerchants(account, rows);
  const ids = idsOf(rows);
  const known = await knownRows(db, 'fee_settled', ids);
  const kept = account ? await knownRows(db, 'bank_row', ids) : known;
  const refusal = rejected.length > 0 ? 'rejected-rows' : null;
  const settled: KeptSettled[] = [];
  const added: NewRow[] = [];
  let again = 0;
  for (const [at, row] of rows.entries()) {
    const id = ids[at] ?? '';
    const isOwn = account !== null && isOf(account, row) && !kept.has(id);
    if (known.has(id) && !isOwn) again += 1;
    if (refusal !== null) continue;
    const on = row.paidOn ?? earlier(row.settledOn ?? today, today);
    if (!known.has(id)) settled.push(keptOf(row, id, on, at));
    if (isOwn) added.push(rowOf(account.account, row, id, on, at));
  }
  return { settled, added, known: again, refusal };
}

/**
 * Without its merchant id nothing tells which of several merchants the account is of.
 * @throws LapakError BANK_QRIS_NEEDED
 */
function checkMerchants({ account, qris }: QrisAccount, rows: readonly SettlementRow[]): void {
  const merchants = new Set(rows.flatMap(({ nmid }) => (nmid === '' ? [] : plainNmid(nmid))));
  if (qris === '' && merchants.size > 1) {
    throw new LapakError('BANK_QRIS_NEEDED', { account, merchants: merchants.size });
  }
}

/** What was paid may be settled on a day that is still to come. */
function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

function isOf({ qris }: QrisAccount, { nmid, grossSen }: SettlementRow): boolean {
  return grossSen !== 0 && (qris === '' || nmid === '' || qris.includes(plainNmid(nmid)));
}

function idsOf(rows: readonly SettlementRow[]): string[] {
  return settledKeys(rows).map((key) => hashOf(Buffer.from(key, 'utf8')));
}

function keptOf(row: SettlementRow, id: string, on: string, at: number): KeptSettled {
  const { grossSen, netSen, provider, terminal, reference, invoice, issuer, kind } = row;
  const { paidAtMs, paidOn, settledOn } = row;
  const nmid = plainNmid(row.nmid);
  const times = { paidAtMs, paidOn, settledOn };
  const rest = { provider, terminal, reference, invoice, issuer, kind, ...times };
  return { row: id, nmid, on, line: at + 1, grossSen, netSen, content: JSON.stringify(rest) };
}

/** Booked gross: what the acquirer kept of it is a cost of the mall, and no less was paid. */
function rowOf(account: string, row: SettlementRow, id: string, on: string, at: number): NewRow {
  const { grossSen, netSen, provider, issuer, merchant, terminal, reference, invoice } = row;
  const amount = Math.trunc(grossSen / 100) + 0;
  const withheld = grossSen > 0 ? amount - Math.trunc(netSen / 100) : 0;
  return {
    row: id,
    account,
    on,
    line: at + 1,
    amountSen: grossSen,
    amount,
    balanceSen: null,
    description: [provider, issuer, merchant, terminal, invoice].filter(Boolean).join(' '),
    reference,
    sender: '',
    withheld: Math.min(Math.max(withheld, 0), Math.abs(amount)),
  };
}
