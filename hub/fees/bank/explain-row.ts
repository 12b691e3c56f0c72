import type { FeeDraft } from '../../../domain/fees/body.ts';
import type { Explanation } from '../../../domain/fees/bank/bank-row.ts';
import { LapakError } from '../../../domain/errors.ts';
import { moneyAccount } from '../../../domain/fees/postings.ts';
import type { Tx } from '../../database/transact.ts';
import { hubToday } from '../../reports/read-day.ts';
import { bookingDate } from '../book-payment.ts';
import { writeFees } from '../write-fee.ts';
import type { Doing } from '../act-of-stall.ts';
import { needRow } from './accept-rows.ts';
import { accountsHolding, findMallAccount, type MallAccount } from './account-store.ts';
import { bookedTo } from './books-store.ts';
import { needAccount } from './file-account.ts';
import { leftOf } from './match-rows.ts';

/** What a row is that is no payment of a stall. */
export interface ExplainedRow {
  readonly id: string;
  readonly row: string;
  readonly as: Explanation;
  /** Rupiah; null for all that is left. */
  readonly amount: number | null;
  /** The account on the other side; null for the only one. */
  readonly other: string | null;
  /** The act that booked it already. */
  readonly of: string | null;
  readonly note: string;
}

/** How each explanation is booked: which way the money went, and where it came from or went to. */
const rules: Readonly<
  Record<Explanation, { readonly isIn: boolean; readonly other: string | null }>
> = {
  'bank-fee': { isIn: false, other: 'bank-fee' },
  interest: { isIn: true, other: 'interest' },
  'cash-bank': { isIn: true, other: null },
  settlement: { isIn: true, other: null },
  refund: { isIn: false, other: null },
  'other-in': { isIn: true, other: 'other-in' },
  'other-out': { isIn: false, other: 'other-out' },
};

/**
 * Says what a row is, or a part of it: then it is in the books, by this act or by the one that had
 * booked it before. Sent again it is the same act.
 * @throws LapakError BANK_ROW_UNKNOWN, BANK_ROW_USED, BANK_EXPLANATION_UNFIT, BANK_BOOKED_UNKNOWN,
 *   BANK_REFUND_UNBOOKED, FEE_ACCOUNT_UNKNOWN, FEE_ACCOUNT_OTHER, FEE_ACCOUNT_NEEDED,
 *   FEE_DATE_AHEAD, MONTH_CLOSED, ACT_ID_REUSED
 */
export function explainRow({ hub, by }: Doing, asked: ExplainedRow): Promise<{ acts: string[] }> {
  const today = hubToday(hub);
  return writeFees(hub, by, async (book) => {
    const { trx, append } = book;
    if (await book.isDone(asked.id, 'row-explain', asked)) return { acts: [asked.id] };
    const row = await needRow(book, asked.row);
    const left = leftOf(row);
    const amount = asked.amount ?? left;
    if (left === 0 || amount > left) throw new LapakError('BANK_ROW_USED', { left });
    const isIn = row.amount > 0;
    if (rules[asked.as].isIn !== isIn) throw new LapakError('BANK_EXPLANATION_UNFIT', {});
    const account = await needAccount(trx, row.account);
    const on = await bookingDate(trx, account.mall, row.on, today);
    const moved = await movementOf(trx, account, asked, { amount, isIn });
    const details = {
      kind: 'explain',
      account: account.account,
      row: row.row,
      as: asked.as,
    } as const;
    const of = asked.of === null ? {} : { of: asked.of };
    const draft: FeeDraft = {
      id: asked.id,
      act: 'row-explain',
      mall: account.mall,
      on,
      note: asked.note,
      ...(moved && { movements: [moved] }),
      details: { ...details, amount, ...of },
    };
    await append([draft]);
    return { acts: [asked.id] };
  });
}

/** What is posted; nothing where another act had booked it. */
async function movementOf(
  trx: Tx,
  account: MallAccount,
  { as, other, of }: ExplainedRow,
  { amount, isIn }: { readonly amount: number; readonly isIn: boolean },
) {
  if (of !== null) {
    const booked = await bookedTo(trx, account.account, of);
    const due = isIn ? booked.posted : -booked.posted;
    if (due - booked.paired < amount) throw new LapakError('BANK_BOOKED_UNKNOWN', {});
    return null;
  }
  if (as === 'refund') throw new LapakError('BANK_REFUND_UNBOOKED', {});
  const place = rules[as].other ?? moneyAccount(await otherAccount(trx, account, as, other));
  const own = moneyAccount(account.account);
  return isIn ? { from: place, to: own, amount } : { from: own, to: place, amount };
}

async function otherAccount(
  trx: Tx,
  { mall, account: own }: MallAccount,
  as: Explanation,
  named: string | null,
): Promise<string> {
  const holds = as === 'settlement' ? 'qris' : 'cash';
  if (named !== null) {
    const found = await findMallAccount(trx, named);
    if (!found) throw new LapakError('FEE_ACCOUNT_UNKNOWN', { account: named });
    const isFit = found.mall === mall && found.holds === holds && found.account !== own;
    if (!isFit) throw new LapakError('FEE_ACCOUNT_OTHER', { account: named });
    return named;
  }
  const [only, ...others] = (await accountsHolding(trx, holds)).filter((one) => one.mall === mall);
  if (!only || others.length > 0) throw new LapakError('FEE_ACCOUNT_NEEDED', {});
  return only.account;
}
