import { Button } from '@mantine/core';
import { useText } from '../../../ui/use-text.ts';
import { failureWords } from '../../system/failure-words.ts';
import styles from './messages.module.css';

interface ComeBarProps {
  /** Claims of the list whose money is booked. */
  readonly count: number;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onAnswer: () => void;
}

/** That money which stalls told of is booked: all of them are answered at once. */
export function ComeBar({ count, isBusy, error, onAnswer }: ComeBarProps) {
  const say = useText();
  const areMany = count > 1; // one has its button in its row
  if (!areMany && !error) return null;
  return (
    <div className={styles.come}>
      <p role={error ? 'alert' : 'status'}>
        {error ? failureWords(error, say) : say.text('console.fees.messages.come', { count })}
      </p>
      {areMany && (
        <Button loading={isBusy} onClick={onAnswer}>
          {say.text('console.fees.messages.answerAll', { count })}
        </Button>
      )}
    </div>
  );
}
