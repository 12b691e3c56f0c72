import styles from '../system/chip.module.css';

/** `plain` is as it should be, `good` is settled, `warm` wants to be looked at, `bad` is void. */
export type ChipTone = 'plain' | 'good' | 'warm' | 'asking' | 'bad';

interface ChipProps {
  readonly tone: ChipTone;
  /** What it means, when pointed at. */
  readonly how?: string;
  readonly children: string;
}

/** How something stands, in a word with a sign. */
export function Chip({ tone, how, children }: ChipProps) {
  return (
    <span className={styles.chip} data-tone={tone} title={how}>
      {children}
    </span>
  );
}
