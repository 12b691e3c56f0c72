import { Modal } from '@mantine/core';
import { registerKeys, typedKeys } from '../../../domain/sales/register-keys.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './KeysHelp.module.css';
import { ofRegister } from './of-register.ts';
import { register, useRegister } from './register-store.ts';

const rows = [...typedKeys, ...registerKeys.flatMap(({ help }) => help ?? [])];

/** The list of keys, from the table that the register obeys. */
export function KeysHelp() {
  const say = useText();
  const isOpen = useRegister((state) => state.over === 'keys');
  return (
    <Modal
      {...ofRegister}
      opened={isOpen}
      onClose={() => register.actBy({ on: 'closeHelp' }, 'text')}
      title={say.text('screen.keys')}
      closeButtonProps={{ 'aria-label': say.text('screen.close'), size: 44, iconSize: 20 }}
      centered
      size="lg"
      transitionProps={{ duration: 100, exitDuration: 0 }}
    >
      <dl className={styles.keys}>
        {rows.map(({ shown, textKey }) => (
          <div key={textKey}>
            <dt>
              {shown.map((key) => (
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
