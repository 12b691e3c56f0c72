import { IconPlugConnectedX } from '@tabler/icons-react';
import { useLine } from '../use-line.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './LostLine.module.css';

/** Says that the screen has lost the till, for as long as it has. */
export function LostLine() {
  const say = useText();
  if (useLine() === 'open') return null;
  return (
    <div className={styles.lost} role="alert">
      <IconPlugConnectedX aria-hidden />
      <p>
        {say.error('TILL_UNREACHABLE', {})}
        <span>{say.text('screen.reconnecting')}</span>
      </p>
    </div>
  );
}
