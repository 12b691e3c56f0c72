import type { CountResult } from '../../../domain/shifts/contract.ts';
import { Figure } from '../../ui/Figure.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './DifferenceView.module.css';

/** What was counted, what should be there, and what is over or short. */
export function DifferenceView({ result }: { readonly result: Omit<CountResult, 'count'> }) {
  const say = useText();
  const { countedRupiah, expectedRupiah, differenceRupiah, counts } = result;
  const kind = differenceRupiah === 0 ? 'even' : differenceRupiah > 0 ? 'over' : 'short';
  return (
    <section className={styles.result} aria-label={say.text('shift.result')}>
      <dl>
        <div>
          <dt>{say.text('shift.counted')}</dt>
          <dd>{say.money(countedRupiah)}</dd>
        </div>
        <div>
          <dt>{say.text('shift.expected')}</dt>
          <dd>{say.money(expectedRupiah)}</dd>
        </div>
      </dl>
      <div className={styles.difference} data-kind={kind} role="status">
        <span>{say.text(`shift.is.${kind}`)}</span>
        <strong>
          <Figure text={say.money(Math.abs(differenceRupiah))} />
        </strong>
      </div>
      {counts > 1 && <p>{say.text('shift.countedTimes', { counts })}</p>}
    </section>
  );
}
