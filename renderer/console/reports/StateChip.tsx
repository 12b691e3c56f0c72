import { type DayState, dayStates } from '../../../domain/reports/day-state.ts';
import { useText } from '../../ui/use-text.ts';
import chip from '../system/chip.module.css';

/** As a chip says it: trade that came of a day without a Z report is not closed yet. */
export const shownStates = ['notClosed', ...dayStates] as const;

/** How each looks: what came is green, what was not begun is grey. */
const tones: Readonly<Record<(typeof shownStates)[number], string>> = {
  received: 'good',
  notClosed: 'nearly',
  nil: 'plain',
  open: 'begun',
  missing: 'warm',
  awaited: 'none',
  unexpected: 'none',
};

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
    <span
      className={chip.chip}
      data-tone={tones[shown]}
      title={say.text(`console.stateHow.${shown}`)}
    >
      {say.text(`console.state.${shown}`)}
    </span>
  );
}
