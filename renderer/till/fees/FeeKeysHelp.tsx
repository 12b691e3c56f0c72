import { Modal } from '@mantine/core';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from '../sales/KeysHelp.module.css';
import { feeKeys } from './fee-keys.ts';

interface FeeKeysHelpProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The list of keys of the page, from the table that it obeys. */
export function FeeKeysHelp({ isOpen, onClose }: FeeKeysHelpProps) {
  const say = useText();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={say.text('fees.keys')}
      closeButtonProps={{ 'aria-label': say.text('screen.close'), size: 44, iconSize: 20 }}
      centered
    >
      <dl className={styles.keys}>
        {feeKeys.map(({ key, textKey }) => (
          <div key={key}>
            <dt>
              <KeyHint>{key}</KeyHint>
            </dt>
            <dd>{say.text(textKey)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <KeyHint>Esc</KeyHint>
          </dt>
          <dd>{say.text('fees.keyBack')}</dd>
        </div>
      </dl>
    </Modal>
  );
}
