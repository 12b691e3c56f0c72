import { Modal } from '@mantine/core';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './KeysHelp.module.css';

/** Every key of the register, with what it does. */
const rows = [
  [['F2', '/'], 'sales.keySearch'],
  [['↑', '↓', '←', '→'], 'sales.keyMove'],
  [['Enter'], 'sales.keyAdd'],
  [['3', '*'], 'sales.keyMultiply'],
  [['3', 'Enter'], 'sales.keySetQuantity'],
  [['+', '−'], 'sales.keyStep'],
  [['Del'], 'sales.remove'],
  [['F4'], 'sales.clearCart'],
  [['F6'], 'printing.paper'],
  [['F8'], 'printing.reprintLast'],
  [['F9'], 'sales.pay'],
  [['F10'], 'screen.menu'],
  [['Esc'], 'sales.keyEscape'],
] as const;

interface KeysHelpProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The list of keys. */
export function KeysHelp({ isOpen, onClose }: KeysHelpProps) {
  const say = useText();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={say.text('screen.keys')}
      closeButtonProps={{ 'aria-label': say.text('screen.close'), size: 44, iconSize: 20 }}
      centered
      size="lg"
      transitionProps={{ duration: 100, exitDuration: 0 }}
    >
      <dl className={styles.keys}>
        {rows.map(([keys, textKey]) => (
          <div key={textKey}>
            <dt>
              {keys.map((key) => (
                <KeyHint key={key}>{key}</KeyHint>
              ))}
            </dt>
            <dd>{say.text(textKey)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
