import type { DayState } from '../../../domain/reports/day-state.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './StateChip.module.css';

/** What the hub has of a stall's day, in a word; in a sentence when pointed at. */
export function StateChip({ state }: { readonly state: DayState }) {
  const say = useText();
  return (
    <span className={styles.chip} data-state={state} title={say.text(`console.stateHow.${state}`)}>
      {say.text(`console.state.${state}`)}
    </span>
  );
}
