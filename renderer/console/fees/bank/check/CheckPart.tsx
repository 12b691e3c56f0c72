import { useText } from '../../../../ui/use-text.ts';
import type { BankAccount } from '../../../../../domain/fees/bank/manage-contract.ts';
import { DateField } from '../../../dates/DateField.tsx';
import card from '../../../system/card.module.css';
import { Read } from '../../../system/Read.tsx';
import { todayInWib } from '../../../today-in-wib.ts';
import { useReconciliation } from '../use-bank.ts';
import styles from './CheckPart.module.css';
import { CheckView } from './CheckView.tsx';
import { SignOffs } from './SignOffs.tsx';

interface CheckPartProps {
  readonly account: BankAccount;
  /** Null for today. */
  readonly date: string | null;
  readonly onDate: (date: string) => void;
}

/** Whether the books agree with the bank at the end of a date, and who answered for it. */
export function CheckPart({ account, date, onDate }: CheckPartProps) {
  const say = useText();
  const on = date ?? todayInWib();
  const check = useReconciliation(account.account, on);
  return (
    <>
      <div className={styles.date}>
        <DateField
          isLabelSeen
          label={say.text('console.bank.check.date')}
          date={on}
          max={todayInWib()}
          onDate={onDate}
        />
      </div>
      <Read of={check}>{(told) => <CheckView key={on} check={told} />}</Read>
      <section className={card.card} aria-label={say.text('console.bank.check.signedList')}>
        <SignOffs account={account.account} onDate={onDate} />
      </section>
    </>
  );
}
