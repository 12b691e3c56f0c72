import { IconSchool } from '@tabler/icons-react';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import { register, useRegister } from './register-store.ts';
import styles from './TrainingBand.module.css';

/** Whether what is rung up on this page is practised. */
export function useTraining(): boolean {
  return useRegister((state) => state.cart.isTraining === true);
}

/** Below the bar, for as long as training lasts, and around all that the page shows. */
export function TrainingBand() {
  const say = useText();
  return (
    <>
      <section className={styles.band} aria-label={say.text('sales.trainingMark')}>
        <IconSchool aria-hidden size={20} />
        <strong>{say.text('sales.trainingMark')}</strong>
        <p>{say.text('sales.trainingHow')}</p>
        <EndButton />
      </section>
      <div className={styles.frame} aria-hidden />
    </>
  );
}

function EndButton() {
  const say = useText();
  return (
    <button
      type="button"
      aria-keyshortcuts="Control+L"
      onClick={(event) => register.act({ on: 'training' }, event)}
    >
      {say.text('sales.trainingEnd')}
      <KeyHint>Ctrl L</KeyHint>
    </button>
  );
}
