import { useWindowEvent } from '@mantine/hooks';
import type { TenderState } from '../../../domain/payments/tender.ts';
import { tenderKeys } from '../../../domain/sales/tender-keys.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import { SheetButton } from '../shifts/SheetButton.tsx';
import { useFreshness } from '../shifts/use-freshness.ts';
import styles from './TenderSheet.module.css';

interface StateButtonsProps {
  readonly isOff: boolean;
  readonly onState: (state: TenderState) => void;
}

/**
 * How sure it is that the money has come. Neither is Enter: a scanner sends it, and who pays may
 * hold up a picture of a payment.
 */
export function StateButtons({ isOff, onState }: StateButtonsProps) {
  const say = useText();
  const { isFresh, isMeant } = useFreshness();
  const press = (state: TenderState, atMs: number): void => {
    if (!isOff && isMeant(atMs)) onState(state);
  };
  useWindowEvent('keydown', (event) => {
    const row = event.repeat ? undefined : tenderKeys.find(({ key }) => key === event.key);
    if (!row) return;
    event.preventDefault();
    press(row.state, event.timeStamp);
  });
  return (
    <>
      <SheetButton
        look="other"
        isOff={isOff}
        isFresh={isFresh}
        keyShortcut="F8"
        onPress={({ timeStamp }) => press('claimed', timeStamp)}
      >
        {say.text('payments.claimedDo')}
        <KeyHint>F8</KeyHint>
      </SheetButton>
      <p className={styles.how}>{say.text('payments.verifiedHow')}</p>
      <SheetButton
        look="confirm"
        isOff={isOff}
        isFresh={isFresh}
        keyShortcut="F9"
        onPress={({ timeStamp }) => press('verified', timeStamp)}
      >
        {say.text('payments.verified')}
        <KeyHint>F9</KeyHint>
      </SheetButton>
    </>
  );
}
