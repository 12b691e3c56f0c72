import { bookAccounts, moneyAccount } from '../../../../domain/fees/postings.ts';
import type { Say } from '../../../ui/use-text.ts';

/** What comes before the code of an account that holds money. */
const MONEY = moneyAccount('');

/** What an account of the books is called; one that holds money by its own code. */
export function bookWords(account: string, say: Say): string {
  const known = bookAccounts.find((one) => one === account);
  if (known !== undefined) return say.text(`console.fees.book.${known}`);
  return account.startsWith(MONEY) ? account.slice(MONEY.length) : account;
}
