import { assert } from '../assert.ts';
import type { FeeBody } from './body.ts';
import type { ChargeKind, CreditKind } from './kinds.ts';
import type { FeeLedger, LedgerCharge, LedgerCredit } from './ledger.ts';

/** Where rupiah stand in the books of a mall: one of these, or `bank:bca`, an account of it. */
export const bookAccounts = [
  'receivable',
  'advance',
  'deposit',
  'revenue-electricity',
  'revenue-cleaning',
  'revenue-penalty',
  'revenue-other',
  'opening',
  'acquirer-fee',
  'bank-fee',
  'interest',
  'drawer-difference',
  'other-in',
  'other-out',
] as const;
export type BookAccount = (typeof bookAccounts)[number];

/** One line of the books: so much from one account to another, so that they always balance. */
export interface Posting {
  readonly debit: string;
  readonly credit: string;
  /** Rupiah, more than nothing. */
  readonly amount: number;
}

/** The mark before the codes of a mall's accounts in its books. */
export const MONEY = 'money:';

/** How an account of the mall stands in its books: its code has a mark before it. */
export function moneyAccount(code: string): string {
  return `${MONEY}${code}`;
}

const revenueOf = {
  electricity: 'revenue-electricity',
  cleaning: 'revenue-cleaning',
  penalty: 'revenue-penalty',
  opening: 'opening',
  other: 'revenue-other',
} as const satisfies Record<ChargeKind, BookAccount>;

/**
 * What an act posts. Dr first: a charge receivable/revenue, a payment money/advance, a credit note
 * revenue/advance, an allocation advance/receivable; what is undone the other way round.
 * @param ledger the stall's before the act: what is reversed stands there
 * @throws InvariantError where a deposit comes or goes in the books and not with the stall: one
 *   that is used goes with its credit, and comes back with the reversal of that
 */
export function postingsOf(
  body: FeeBody,
  ledger: Pick<FeeLedger, 'charges' | 'credits'>,
): Posting[] {
  const postings: Posting[] = [];
  const post = (debit: string, credit: string, amount: number): void => {
    if (amount > 0) postings.push({ debit, credit, amount });
    else if (amount < 0) postings.push({ debit: credit, credit: debit, amount: -amount });
  };
  for (const { credit, charge: _, amount } of body.allocations ?? []) {
    if (amount < 0 && credit) post('advance', 'receivable', amount);
  }
  for (const { amount, account } of body.refunds ?? []) {
    post('advance', moneyAccount(account), amount);
  }
  for (const id of body.reverses ?? []) postReversal(id, ledger, post);
  for (const charge of body.charges ?? []) {
    post('receivable', revenueOf[charge.kind], charge.amount);
  }
  for (const credit of body.credits ?? []) {
    postCredit(credit, kindOfCharge(credit.of, ledger), post, 1);
  }
  for (const { amount } of body.allocations ?? []) {
    if (amount > 0) post('advance', 'receivable', amount);
  }
  for (const { amount, account } of body.deposits ?? []) {
    if (account !== undefined) post(moneyAccount(account), 'deposit', amount);
  }
  for (const { from, to, amount } of body.movements ?? []) post(to, from, amount);
  const moved = (body.deposits ?? []).reduce((sum, { amount }) => sum + amount, 0);
  assert(takenBy('deposit', postings) === moved, 'a deposit is used by a credit of its sum');
  return postings;
}

/** What an account of the books has more by postings: credits less debits. Rupiah */
function takenBy(account: BookAccount, postings: readonly Posting[]): number {
  return postings.reduce((sum, { debit, credit, amount }) => {
    return sum + (credit === account ? amount : 0) - (debit === account ? amount : 0);
  }, 0);
}

type Post = (debit: string, credit: string, amount: number) => void;
type Booked = Pick<LedgerCredit, 'kind' | 'amount' | 'account' | 'withheld'>;

function postCredit(credit: Booked, of: ChargeKind, post: Post, sign: 1 | -1): void {
  const { kind, amount, account, withheld = 0 } = credit;
  post(sourceOf(kind, of, account), 'advance', sign * amount);
  if (account !== undefined) post('acquirer-fee', moneyAccount(account), sign * withheld);
}

function sourceOf(kind: CreditKind, of: ChargeKind, account: string | undefined): string {
  if (kind === 'credit-note' || kind === 'waiver') return revenueOf[of];
  return account === undefined ? 'deposit' : moneyAccount(account);
}

function postReversal(
  id: string,
  ledger: Pick<FeeLedger, 'charges' | 'credits'>,
  post: Post,
): void {
  const charge = ledger.charges.get(id);
  if (charge) post(revenueOf[charge.kind], 'receivable', charge.amount);
  const credit = ledger.credits.get(id);
  if (credit) postCredit(credit, kindOfCharge(credit.of, ledger), post, -1);
}

function kindOfCharge(
  id: string | undefined,
  { charges }: { readonly charges: ReadonlyMap<string, LedgerCharge> },
): ChargeKind {
  return (id === undefined ? undefined : charges.get(id)?.kind) ?? 'other';
}
