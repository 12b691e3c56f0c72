import type { ChargeState } from '../../../domain/fees/manage/shapes.ts';
import { useText } from '../../ui/use-text.ts';
import { Chip, type ChipTone } from './Chip.tsx';

/** How what is said of a charge looks. */
const tones: Readonly<Record<ChargeState, ChipTone>> = {
  open: 'plain',
  paid: 'good',
  overdue: 'warm',
  disputed: 'asking',
};

/** How a stall or a charge stands, in a word; in a sentence when pointed at. */
export function FeeChip({ state }: { readonly state: ChargeState }) {
  const say = useText();
  return (
    <Chip tone={tones[state]} how={say.text(`console.fees.stateHow.${state}`)}>
      {say.text(`console.fees.state.${state}`)}
    </Chip>
  );
}
