import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { addressOf, type Route } from '../route.ts';
import styles from './PageFrame.module.css';

interface PageFrameProps {
  readonly title: string;
  /** What stands below the title, smaller. */
  readonly about?: ReactNode;
  /** The page that this one came from. */
  readonly back?: { readonly to: Route; readonly text: string };
  /** What a person does with the page, right of its title. */
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** A page: where it leads back to, its title, what can be done, and what it shows. */
export function PageFrame({ title, about, back, acts, children }: PageFrameProps) {
  return (
    <main className={styles.page}>
      {back && (
        <a className={styles.back} href={addressOf(back.to)}>
          <IconChevronLeft aria-hidden size={20} />
          {back.text}
        </a>
      )}
      <div className={styles.head}>
        <div className={styles.names}>
          <h1>{title}</h1>
          {about && <p>{about}</p>}
        </div>
        {acts && <div className={styles.acts}>{acts}</div>}
      </div>
      {children}
    </main>
  );
}
