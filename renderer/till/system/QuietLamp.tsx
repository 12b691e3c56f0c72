import type { Icon } from '@tabler/icons-react';
import styles from './QuietLamp.module.css';

interface QuietLampProps {
  /** What it is of. */
  readonly of: string;
  /** `late` is warm, `alarm` red and keeps its word; else it is quiet. */
  readonly look: 'quiet' | 'late' | 'alarm';
  readonly Sign: Icon;
  /** All that it says, for who listens. */
  readonly name: string;
  readonly word: string;
  /** How many, in sight also where there is no room for the word. */
  readonly count?: number;
  readonly onPress: () => void;
}

/** A lamp that is in the bar only while somebody is to do something; a touch leads there. */
export function QuietLamp({ of, look, Sign, name, word, count, onPress }: QuietLampProps) {
  return (
    <button
      type="button"
      className={styles.lamp}
      data-lamp={of}
      data-look={look}
      aria-label={name}
      title={name}
      onClick={onPress}
    >
      <Sign aria-hidden size={22} />
      {count !== undefined && <span>{count}</span>} <span className={styles.word}>{word}</span>
    </button>
  );
}
