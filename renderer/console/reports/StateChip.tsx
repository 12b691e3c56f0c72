import { type DayState, dayStates } from '../../../domain/reports/day-state.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './StateChip.module.css';

/** As a chip says it: trade that came of a day without a Z report is not closed yet. */
export const shownStates = ['notClosed', ...dayStates] as const;

interface StateChipProps {
  readonly state: DayState;
  /** Z reports of the day. */
  readonly zCount: number;
}

/** What the hub has of a stall's day, in a word; in a sentence when pointed at. */
export function StateChip({ state, zCount }: StateChipProps) {
  const say = useText();
  const shown = state === 'received' && zCount === 0 ? 'notClosed' : state;
  return (
    <span className={styles.chip} data-state={shown} title={say.text(`console.stateHow.${shown}`)}>
      {say.text(`console.state.${shown}`)}
    </span>
  );
}
