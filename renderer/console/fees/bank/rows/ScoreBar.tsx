import styles from './ScoreBar.module.css';

/** A score at which nothing is left to doubt. */
const CERTAIN = 100;

/** How sure a suggestion is, as a quiet bar; its reasons stand beside it in words. */
export function ScoreBar({ score }: { readonly score: number }) {
  const percent = Math.min(Math.max(score, 0), CERTAIN);
  return (
    <span className={styles.bar} aria-hidden>
      <i style={{ width: `${percent}%` }} />
    </span>
  );
}
