import type { StallMonth } from '../../../../domain/fees/manage/mall-calls.ts';
import { shortDateWords } from '../../../../domain/console/moment.ts';
import { useText } from '../../../ui/use-text.ts';
import { addressOf } from '../../route.ts';
import card from '../../system/card.module.css';
import { FeeChip } from '../FeeChip.tsx';
import { fees } from '../fees-route.ts';
import styles from './MonthList.module.css';

interface MonthListProps {
  readonly mall: string;
  readonly stalls: readonly StallMonth[];
  /** Whether another list is on its way. */
  readonly isOld: boolean;
}

/** The stalls of a month; each leads to what it owes. */
export function MonthList({ mall, stalls, isOld }: MonthListProps) {
  const say = useText();
  return (
    <section className={card.card} aria-busy={isOld}>
      <div className={`${card.row} ${card.titles} ${styles.row}`} aria-hidden>
        <span className={styles.name}>{say.text('console.fees.month.stall')}</span>
        <span className={styles.state}>{say.text('console.fees.month.state')}</span>
        <span className={styles.due}>{say.text('console.fees.month.due')}</span>
        <span className={styles.amount}>{say.text('console.fees.month.amount')}</span>
        <span className={styles.open}>{say.text('console.fees.month.openOf')}</span>
      </div>
      <ul className={card.list} aria-label={say.text('console.fees.month.list')}>
        {stalls.map((stall) => (
          <li key={stall.stall}>
            <a
              className={`${card.row} ${styles.row}`}
              href={addressOf({ ...fees, mall, tab: 'stall', stall: stall.stall })}
            >
              <StallRow stall={stall} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function StallRow({ stall: of }: { readonly stall: StallMonth }) {
  const say = useText();
  const { stall, name, number, state, due, amount, open } = of;
  return (
    <>
      <span className={styles.name}>
        <strong>{name}</strong>
        <span className={card.soft}>{[number, stall].filter(Boolean).join(' · ')}</span>
      </span>
      <span className={styles.state}>
        <FeeChip state={state} />
      </span>
      <span className={`${styles.due} ${card.soft}`}>
        <span className={styles.words}>{say.text('console.fees.month.due')} </span>
        {shortDateWords(due, say.language)}
      </span>
      <span className={`${styles.amount} ${card.soft}`}>{say.money(amount)}</span>
      <span className={`${styles.open} ${card.figure}`}>{say.money(open)}</span>
    </>
  );
}
