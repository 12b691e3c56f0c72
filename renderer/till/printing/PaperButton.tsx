import { VisuallyHidden } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './PaperButton.module.css';

/** Brings the virtual printer's paper onto the screen. */
export function PaperButton({ onPress }: { readonly onPress: () => void }) {
  const say = useText();
  return (
    <button
      type="button"
      className={styles.button}
      title={say.text('printing.paper')}
      aria-keyshortcuts="F6"
      onClick={onPress}
    >
      <IconReceipt aria-hidden size={20} />
      <VisuallyHidden>{say.text('printing.paper')}</VisuallyHidden>
      <KeyHint>F6</KeyHint>
    </button>
  );
}
