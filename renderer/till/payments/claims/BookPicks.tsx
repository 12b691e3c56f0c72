import { useText } from '../../../ui/use-text.ts';
import { ConfirmButton } from '../../shifts/ConfirmButton.tsx';

interface BookPicksProps {
  readonly count: number;
  readonly isBusy: boolean;
  readonly onPress: () => void;
}

/** Writes down that so many payments have come. */
export function BookPicks({ count, isBusy, onPress }: BookPicksProps) {
  const say = useText();
  const words = count === 0 ? say.text('claims.noneChosen') : say.text('claims.book', { count });
  return (
    <ConfirmButton isFirst isOff={isBusy || count === 0} onPress={onPress}>
      {isBusy ? say.text('claims.saving') : words}
    </ConfirmButton>
  );
}
