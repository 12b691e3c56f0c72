import type { StallDay } from '../../../domain/reports/contract.ts';
import { formatWhole } from '../../../domain/money.ts';
import { useText } from '../../ui/use-text.ts';
import { addressOf } from '../route.ts';
import { Ago } from '../system/Ago.tsx';
import card from '../system/card.module.css';
import { Alarms } from './Alarms.tsx';
import { StateChip } from './StateChip.tsx';
import styles from './StallList.module.css';

interface StallListProps {
  readonly stalls: readonly StallDay[];
  /** Whether another list is on its way. */
  readonly isOld: boolean;
}

/** The stalls of a day, each of which leads to its own page. */
export function StallList({ stalls, isOld }: StallListProps) {
  const say = useText();
  return (
    <section className={card.card} aria-busy={isOld}>
      <div className={`${card.row} ${card.titles} ${styles.row}`} aria-hidden>
        <span className={styles.name}>{say.text('console.day.stall')}</span>
        <span className={styles.state}>{say.text('console.day.state')}</span>
        <span className={styles.reported}>{say.text('console.day.reported')}</span>
        <span className={styles.receipts}>{say.text('console.day.receiptsTitle')}</span>
        <span className={styles.net}>{say.text('console.day.net')}</span>
      </div>
      <ul className={card.list} aria-label={say.text('console.day.list')}>
        {stalls.map((stall) => (
          <li key={stall.stall}>
            <StallRow stall={stall} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function StallRow({ stall: day }: { readonly stall: StallDay }) {
  const say = useText();
  const { stall, name, number, mall, state, takings, zCount, reportedAtMs, alarms } = day;
  const count = takings.receipts;
  return (
    <a
      className={`${card.row} ${styles.row}`}
      href={addressOf({ page: 'stall', stall, period: null })}
    >
      <span className={styles.name}>
        <strong>{name}</strong>
        <span className={card.soft}>
          {number} · {mall}
        </span>
      </span>
      <span className={styles.state}>
        <StateChip state={state} zCount={zCount} />
      </span>
      <span className={`${styles.reported} ${card.soft}`}>
        {reportedAtMs === null ? say.text('console.day.never') : <Ago atMs={reportedAtMs} />}
      </span>
      <span className={styles.receipts}>
        <span className={styles.count}>{formatWhole(count)}</span>
        <span className={`${styles.words} ${card.soft}`}>
          {say.text('console.day.receipts', { count })}
        </span>
      </span>
      <span className={`${styles.net} ${card.figure}`}>{say.money(takings.netRupiah)}</span>
      {alarms.length > 0 && (
        <span className={styles.alarms}>
          <Alarms alarms={alarms} />
        </span>
      )}
    </a>
  );
}
