import type { ShownInstalments } from '../../../domain/fees/till-state.ts';
import { writtenDate } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './Fees.module.css';

interface InstalmentsProps {
  readonly of: ShownInstalments;
  /** Business date. */
  readonly today: string;
}

/** What of its arrears the stall agreed to pay by when, and what of that it has paid. */
export function Instalments({ of: { on, isKept, parts }, today }: InstalmentsProps) {
  const say = useText();
  const title = say.text('fees.agreed');
  const how = isKept
    ? say.text('fees.agreedOn', { date: writtenDate(on) })
    : say.text('fees.agreedLate');
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <p className={styles.soft}>{how}</p>
      <ul>
        {parts.map(({ due, amountRupiah, paidRupiah }, at) => {
          const left = amountRupiah - paidRupiah;
          const date = writtenDate(due);
          const isLate = left > 0 && due < today;
          return (
            <li key={due} className={styles.row}>
              <div>
                <strong>
                  {say.text('fees.agreedPart', { number: at + 1, count: parts.length })}
                </strong>
                <span className={styles.soft}>
                  {isLate ? <mark>{say.text('fees.overdueSince', { date })}</mark> : null}
                  {!isLate && say.text('fees.due', { date })}
                </span>
              </div>
              <div className={styles.figures}>
                <strong>{say.money(amountRupiah)}</strong>
                <span className={styles.soft}>
                  {left === 0 && say.text('fees.paidOff')}
                  {left > 0 && left < amountRupiah && say.text('fees.openAmount', { amount: left })}
                  {left === amountRupiah && say.text('fees.openNow')}
                </span>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
