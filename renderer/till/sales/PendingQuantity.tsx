import { useText } from '../../ui/use-text.ts';
import styles from './PendingQuantity.module.css';
import { useRegister } from './register-store.ts';

/** The quantity that is being typed, or fixed for the next product; nothing while there is none. */
export function PendingQuantity() {
  const say = useText();
  const { text, next } = useRegister((state) => state.typed);
  if (text === '' && next === undefined) return null;
  return (
    <output className={styles.typed} aria-label={say.text('sales.nextQuantity')}>
      {next === undefined ? text : `${say.quantity(next)} ×`}
    </output>
  );
}
