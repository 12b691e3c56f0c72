import { useText } from '../../ui/use-text.ts';
import styles from './PersonPin.module.css';
import { PinField } from './PinField.tsx';
import { TopDialog } from './TopDialog.tsx';
import { useNewPin } from './use-new-pin.ts';

interface NewPinProps {
  readonly title: string;
  /** Whose it is. */
  readonly name: string;
  readonly isWhole?: boolean;
  /** Settles when it is kept, and fails when not. */
  readonly onPin: (pin: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for a new PIN, twice. */
export function NewPin({ title, name, isWhole = false, onPin, onClose }: NewPinProps) {
  const say = useText();
  const { field, isSecond, onKey } = useNewPin({ onPin });
  return (
    <TopDialog title={title} isWhole={isWhole} onClose={onClose} onKey={onKey}>
      <PinField {...field} label={say.text(isSecond ? 'staff.pinAgain' : 'staff.pinNew', { name })}>
        <p className={styles.note}>{say.text('staff.pinHow')}</p>
      </PinField>
    </TopDialog>
  );
}
