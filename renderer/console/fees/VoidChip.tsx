import { useText } from '../../ui/use-text.ts';
import { Chip } from './Chip.tsx';

/** That something was taken back. */
export function VoidChip() {
  const say = useText();
  return (
    <Chip tone="bad" how={say.text('console.fees.stall.voidHow')}>
      {say.text('console.fees.stall.void')}
    </Chip>
  );
}
