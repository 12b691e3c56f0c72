import { useText } from '../../ui/use-text.ts';
import { useTraining } from './TrainingBand.tsx';
import styles from './TrainingMark.module.css';

/** LATIHAN, where money would be taken or given; nothing in earnest. */
export function TrainingMark() {
  const say = useText();
  if (!useTraining()) return null;
  return <strong className={styles.mark}>{say.text('sales.trainingMark')}</strong>;
}
