import type { AcceptedPayment } from '../../../domain/fees/bank/row-contract.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { PaymentKind } from '../../../domain/fees/kinds.ts';
import { hubToday } from '../../reports/read-day.ts';
import type { Doing } from '../act-of-stall.ts';
import { bookingDate, draftPayments, type Payment, type PaymentDraft } from '../book-payment.ts';
import { derivedId } from '../derived-id.ts';
import { mallsOf } from '../open-store.ts';
import { type FeeBook, writeFees } from '../write-fee.ts';
import type { MallAccount } from './account-store.ts';
import { needAccount } from './file-account.ts';
import { leftOf, matchRows } from './match-rows.ts';
import { suggestAll } from './read-rows.ts';
import { acceptedBy, findRow, findRows, type KeptRow } from './row-store.ts';
import { withheldOf } from './use-store.ts';

/** How a row is split: all parts together are what is left of it. */
export interface RowParts {
  readonly id: string;
  readonly row: string;
  readonly parts: readonly { readonly stall: string; readonly amount: number }[];
}

/**
 * Books a row as payments, one for each part. What its acquirer kept is booked with the first of
 * them, as far as it goes, and with the next. Sent again it answers with the first.
 * @throws LapakError BANK_ROW_UNKNOWN, BANK_ROW_WENT_OUT, BANK_ROW_USED, BANK_PARTS_WRONG,
 *   STALL_UNKNOWN, FEE_DATE_AHEAD, MONTH_CLOSED, ACT_ID_REUSED
 */
export function acceptRow(
  { hub, by }: Doing,
  { id, row: wanted, parts }: RowParts,
): Promise<AcceptedPayment[]> {
  const today = hubToday(hub);
  return writeFees(hub, by, async (book) => {
    const ids = parts.map((_, at) => (at === 0 ? id : derivedId(id, String(at))));
    const isAgain = await book.isDone(id, 'accept-row', { row: wanted, parts });
    if (isAgain) return acceptedBy(book.trx, ids);
    const row = await needRow(book, wanted);
    const left = leftOf(row);
    if (row.amount < 0) throw new LapakError('BANK_ROW_WENT_OUT', {});
    if (left === 0) throw new LapakError('BANK_ROW_USED', { left });
    const sum = parts.reduce((all, { amount }) => all + amount, 0);
    if (sum !== left) throw new LapakError('BANK_PARTS_WRONG', { sum, left });
    const account = await needAccount(book.trx, row.account);
    const malls = await mallsOf(
      book.trx,
      parts.map(({ stall }) => stall),
    );
    const on = await bookingDate(book.trx, account.mall, row.on, today);
    let kept = row.withheld - (await withheldOf(book.trx, row.row));
    const payments = parts.map(({ stall, amount }, at) => {
      if (malls.get(stall) !== account.mall) throw new LapakError('STALL_UNKNOWN', { stall });
      const withheld = Math.min(kept, amount);
      kept -= withheld;
      return paymentBy(row, account, { id: ids[at] ?? id, stall, amount, on, withheld });
    });
    return bookAll(book, payments);
  });
}

/** A row of a bank file, while it is used. @throws LapakError BANK_ROW_UNKNOWN */
export async function needRow({ trx }: Pick<FeeBook, 'trx'>, row: string): Promise<KeptRow> {
  const found = await findRow(trx, row);
  if (!found) throw new LapakError('BANK_ROW_UNKNOWN', {});
  return found;
}

/** Rows that are ticked, as somebody saw them. */
export interface SeenTicks {
  readonly id: string;
  readonly account: string;
  /** Null for all that are ticked now. */
  readonly seen: readonly { readonly row: string; readonly stall: string }[] | null;
}

/**
 * Books all rows of an account that are ticked, each for its stall: what is not ticked any more, or
 * for another stall, is left. Sent again it answers with the first.
 * @throws LapakError FEE_ACCOUNT_UNKNOWN, FEE_DATE_AHEAD, MONTH_CLOSED
 */
export function acceptTicked(
  { hub, by }: Doing,
  { id, account: code, seen }: SeenTicks,
): Promise<{ accepted: AcceptedPayment[]; left: string[] }> {
  const today = hubToday(hub);
  return writeFees(hub, by, async (book) => {
    const account = await needAccount(book.trx, code);
    const ids = (seen ?? []).map(({ row }) => derivedId(id, row));
    const before = await acceptedBy(book.trx, ids);
    const ticks = await ticksNow(book, account, today, seen?.map(({ row }) => row) ?? null);
    const wanted = seen && new Map(seen.map(({ row, stall }) => [row, stall]));
    const payments: Payment[] = [];
    for (const { row, stall } of ticks) {
      if (wanted && wanted.get(row.row) !== stall) continue;
      const on = await bookingDate(book.trx, account.mall, row.on, today);
      // Only a row of which nothing is used is ticked: all that was kept of it is its payment's.
      const { withheld } = row;
      const part = { id: derivedId(id, row.row), stall, amount: leftOf(row), on, withheld };
      payments.push(paymentBy(row, account, part));
    }
    const accepted = [...before, ...(await bookAll(book, payments))];
    const booked = new Set(accepted.map(({ row }) => row));
    const left = (seen ?? []).flatMap(({ row }) => (booked.has(row) ? [] : [row]));
    return { accepted, left };
  });
}

interface Tick {
  readonly row: KeptRow;
  readonly stall: string;
}

async function ticksNow(
  { trx }: FeeBook,
  { account, mall }: MallAccount,
  today: string,
  only: readonly string[] | null,
): Promise<Tick[]> {
  if (only === null) {
    const all = await suggestAll(trx, { account, mall, today });
    return all.flatMap(({ row, suggestions }) => tickOf(row, suggestions));
  }
  const rows = (await findRows(trx, only)).filter((row) => row.account === account);
  const found = await matchRows(trx, mall, rows, today);
  return rows.flatMap((row) => tickOf(row, found.get(row.row) ?? []));
}

function tickOf(
  row: KeptRow,
  suggestions: readonly { readonly stall: string; readonly ticked: boolean }[],
): Tick[] {
  const ticked = suggestions.find((one) => one.ticked);
  return ticked ? [{ row, stall: ticked.stall }] : [];
}

function paymentBy(
  { row }: KeptRow,
  { mall, account, holds }: MallAccount,
  part: Pick<Payment, 'id' | 'stall' | 'amount' | 'on' | 'withheld'>,
): Payment {
  const kind: PaymentKind = holds; // an account holds what is paid into it
  return { ...part, mall, account, kind, note: '', row };
}

async function bookAll(
  { trx, append }: FeeBook,
  payments: readonly Payment[],
): Promise<AcceptedPayment[]> {
  const drafts = await draftPayments(trx, payments);
  await append(drafts);
  return drafts.map(acceptedOf);
}

function acceptedOf({ id, stall = '', credits, allocations = [] }: PaymentDraft): AcceptedPayment {
  const [{ amount, kuitansi, row = '' }] = credits;
  const paid = allocations.reduce((sum, part) => sum + part.amount, 0);
  return { row, act: id, stall, amount, kuitansi, advance: amount - paid };
}
