import type { ReactNode } from 'react';
import styles from './Banner.module.css';

interface BannerProps {
  readonly title: string;
  /** A sentence, and the button that leads on. */
  readonly children: ReactNode;
}

/** Says what is to be known of a whole screen, above all else on it. */
export function Banner({ title, children }: BannerProps) {
  return (
    <aside className={styles.banner} aria-label={title}>
      {children}
    </aside>
  );
}
