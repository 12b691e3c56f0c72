import { type AmountParts, directionOf, plainMark, senOfParts } from './bank-amount.ts';
import type { NumberStyle } from './decide-style.ts';
import type { Header } from './find-header.ts';
import type { StatementProfile } from './profile.ts';
import type { RawRow } from './read-body.ts';
import type { BankReason } from './statement.ts';

/** The sums of a row, or why it has none. */
export type RowSums =
  | { readonly amountSen: number; readonly balanceSen: number | null }
  | { readonly reason: BankReason; readonly column: string; readonly value: string };

type Column = 'amount' | 'debit' | 'credit' | 'balance';

/** The amount of a row, below nothing when it went out, and its balance. */
export function rowSen(
  raw: RawRow,
  header: Header,
  profile: StatementProfile,
  style: NumberStyle,
): RowSums {
  const refuse = (column: Column | 'sign', reason: BankReason): RowSums => {
    const title = header.titles[header.places.get(column)?.[0] ?? -1] ?? '';
    const parts = column === 'sign' ? null : raw[column];
    return { reason, column: title, value: String(parts?.bare ?? raw.sign) };
  };
  const read = (column: Column, parts: AmountParts) =>
    senOfParts(parts, style.decimals[column], profile.isInSen);
  let balanceSen: number | null = null;
  if (raw.balance) {
    const sen = read('balance', raw.balance);
    const direction = directionOf(raw.balance.marks, profile.signs);
    if (typeof sen !== 'number' || direction === null) return refuse('balance', 'balanceInvalid');
    balanceSen = direction < 0 ? 0 - sen : sen;
  }
  if (raw.amount) {
    const sen = read('amount', raw.amount);
    if (typeof sen !== 'number') return refuse('amount', sen);
    const word = plainMark(raw.sign);
    const marks = word === '' ? raw.amount.marks : [...raw.amount.marks, word];
    const direction = directionOf(marks, profile.signs);
    if (direction === null) return refuse('sign', 'signUnknown');
    const told = direction === 0 ? style.unsigned : direction;
    if (told === null && sen !== 0) return refuse('amount', 'signMissing');
    return { amountSen: told === -1 ? 0 - sen : sen, balanceSen };
  }
  const debit = raw.debit ? read('debit', raw.debit) : 0;
  const credit = raw.credit ? read('credit', raw.credit) : 0;
  if (typeof debit !== 'number') return refuse('debit', debit);
  if (typeof credit !== 'number') return refuse('credit', credit);
  if (debit !== 0 && credit !== 0) return refuse('debit', 'amountTwice');
  // Some banks write a minus before a debit as well; before a credit it has no meaning.
  if (debit !== 0) {
    return isOpposite(raw.debit, 1)
      ? refuse('debit', 'signUnknown')
      : { amountSen: -debit, balanceSen };
  }
  if (isOpposite(raw.credit, -1)) return refuse('credit', 'signUnknown');
  return { amountSen: credit, balanceSen };

  function isOpposite(parts: AmountParts | null, against: 1 | -1): boolean {
    const direction = directionOf(parts?.marks ?? [], profile.signs);
    return direction === null || direction === against;
  }
}
