import { IconPlugConnectedX } from '@tabler/icons-react';
import { useConnection } from '../use-connection.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './LostConnection.module.css';

/** Says that the screen has lost the till, for as long as it has. */
export function LostConnection() {
  const say = useText();
  const state = useConnection();
  if (state === 'open') return null;
  return (
    <div className={styles.lost} role="alert">
      <IconPlugConnectedX aria-hidden />
      <p>
        {say.error('TILL_UNREACHABLE', {})}
        <span>{say.text(state === 'ended' ? 'screen.ended' : 'screen.reconnecting')}</span>
      </p>
    </div>
  );
}
