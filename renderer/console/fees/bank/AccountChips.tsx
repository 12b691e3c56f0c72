import { shortDateWords } from '../../../../domain/console/moment.ts';
import type { BankAccount } from '../../../../domain/fees/bank/manage-contract.ts';
import { useText } from '../../../ui/use-text.ts';
import { addressOf } from '../../route.ts';
import { todayInWib } from '../../today-in-wib.ts';
import styles from './AccountChips.module.css';
import type { BankRoute } from './bank-route.ts';

interface AccountChipsProps {
  readonly accounts: readonly BankAccount[];
  readonly chosen: string;
  readonly route: BankRoute;
}

/** Each account with how far its files reach and how much of it waits. */
export function AccountChips({ accounts, chosen, route }: AccountChipsProps) {
  const say = useText();
  return (
    <nav className={styles.chips} aria-label={say.text('console.bank.accounts')}>
      {accounts.map((account) => (
        <a
          key={account.account}
          href={addressOf({ ...route, account: account.account, text: '', date: null })}
          aria-current={account.account === chosen ? 'true' : undefined}
        >
          <Account account={account} />
        </a>
      ))}
    </nav>
  );
}

function Account({ account: of }: { readonly account: BankAccount }) {
  const say = useText();
  const { account, holds, label, last, waiting, isClosed } = of;
  const date = last && shortDateWords(last.to, say.language, todayInWib());
  const count = waiting === 0 ? 'none' : 'some';
  return (
    <>
      <strong>{label === '' ? account : label}</strong>
      <span className={styles.about}>
        {say.text(`console.bank.holds.${holds}`)} ·{' '}
        {date === null ? say.text('console.bank.noFile') : say.text('console.bank.until', { date })}
        {isClosed && ` · ${say.text('console.bank.closed')}`}
      </span>
      <span className={styles.count} data-count={count}>
        {waiting === 0
          ? say.text('console.bank.nothingWaits')
          : say.text('console.bank.waitingOf', { count: waiting })}
      </span>
    </>
  );
}
