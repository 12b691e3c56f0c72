import { IconPlugConnectedX } from '@tabler/icons-react';
import { useConnection } from '../use-connection.ts';
import { useText } from '../../ui/use-text.ts';
import { EndedWindow } from './EndedWindow.tsx';
import styles from './LostConnection.module.css';

/** Says that the screen has lost the till, for as long as it has, or for good. */
export function LostConnection() {
  const say = useText();
  const state = useConnection();
  if (state === 'open') return null;
  if (state === 'ended') return <EndedWindow />;
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
