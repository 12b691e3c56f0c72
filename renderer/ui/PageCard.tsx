import type { ReactNode } from 'react';
import styles from './PageCard.module.css';

interface PageCardProps {
  /** What it asks; none for one that tells a fault. */
  readonly question?: string;
  readonly children: ReactNode;
}

/** The one card of a page: a first question, or why the till does not open. */
export function PageCard({ question, children }: PageCardProps) {
  const isFault = question === undefined;
  return (
    <FullPage>
      <section
        className={styles.card}
        role={isFault ? 'alert' : undefined}
        aria-label={question}
        data-fault={isFault || undefined}
      >
        {children}
      </section>
    </FullPage>
  );
}

interface FullPageProps {
  readonly isBusy?: boolean;
  readonly children: ReactNode;
}

/** A page with one thing in its middle. */
export function FullPage({ isBusy, children }: FullPageProps) {
  return (
    <main className={styles.page} aria-busy={isBusy}>
      {children}
    </main>
  );
}
