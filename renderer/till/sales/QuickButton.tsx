import { VisuallyHidden } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from '../printing/PaperButton.module.css';
import { register } from './register-store.ts';

/** Sells what is no product of the catalog: a name and an amount. */
export function QuickButton() {
  const say = useText();
  return (
    <button
      type="button"
      className={styles.button}
      title={say.text('sales.quick')}
      aria-keyshortcuts="Insert"
      onClick={(event) => register.act({ on: 'cartSheet', sheet: 'quick' }, event)}
    >
      <IconBolt aria-hidden size={20} />
      <VisuallyHidden>{say.text('sales.quick')}</VisuallyHidden>
      <KeyHint>Ins</KeyHint>
    </button>
  );
}
