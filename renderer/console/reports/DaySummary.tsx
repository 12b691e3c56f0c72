import type { DaySummary as Summary } from '../../../domain/reports/contract.ts';
import { type DayState, dayStates } from '../../../domain/reports/day-state.ts';
import { formatWhole } from '../../../domain/money.ts';
import { useText } from '../../ui/use-text.ts';
import card from '../system/card.module.css';
import sums from '../system/sums.module.css';
import styles from './DaySummary.module.css';
import { shownStates } from './StateChip.tsx';

interface DaySummaryProps {
  readonly summary: Summary;
  /** Of which only these stalls are shown; null for all. */
  readonly state: DayState | null;
  readonly onState: (state: DayState | null) => void;
}

/** What all stalls took, and how many are in each state: a touch shows only those. */
export function DaySummary({ summary, state, onState }: DaySummaryProps) {
  const say = useText();
  const { takings, states } = summary;
  const { refundCount: count, refundsRupiah: sum } = takings;
  const all = Object.values(states).reduce((total, stalls) => total + stalls, 0);
  return (
    <section className={`${card.card} ${sums.sums}`} aria-label={say.text('console.day.summary')}>
      <p className={sums.total}>
        <span>{say.text('console.day.turnover')}</span>
        <strong>{say.money(takings.netRupiah)}</strong>
        <span>
          {say.text('console.day.receipts', { count: takings.receipts })}
          {count > 0 && ` · ${say.text('console.day.refunds', { count, sum })}`}
        </span>
      </p>
      <fieldset
        className={`${sums.filter} ${styles.states}`}
        aria-label={say.text('console.day.filter')}
      >
        <button type="button" aria-pressed={state === null} onClick={() => onState(null)}>
          <strong>{formatWhole(all)}</strong>
          {say.text('console.day.all')}
        </button>
        {dayStates.map((one) => (
          <button
            key={one}
            type="button"
            data-state={one}
            data-none={states[one] === 0 || undefined}
            aria-pressed={state === one}
            title={say.text(`console.stateHow.${one}`)}
            onClick={() => onState(state === one ? null : one)}
          >
            <strong>{formatWhole(states[one])}</strong>
            {say.text(`console.state.${one}`)}
          </button>
        ))}
      </fieldset>
      <details className={styles.legend}>
        <summary>{say.text('console.day.legend')}</summary>
        <dl>
          {shownStates.map((one) => (
            <div key={one} className={styles.meaning}>
              <dt>{say.text(`console.state.${one}`)}</dt>
              <dd>{say.text(`console.stateHow.${one}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
