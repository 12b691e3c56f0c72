import type { ReactNode } from 'react';
import styles from './Facts.module.css';

interface Fact {
  readonly label: string;
  readonly text: ReactNode;
  readonly isStrong?: boolean;
}

/** What is asked on the left, what stands there on the right. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, text, isStrong = false }) => (
        <div key={label} data-strong={isStrong || undefined}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
