import type { ReactNode, Ref } from 'react';
import styles from './ListFrame.module.css';

/** How a row of such a list looks. */
export const listRow = styles.row ?? '';

interface ListFrameProps {
  readonly id: string;
  readonly label: string;
  /** Id of the row that the keys are at; undefined while it is not in the list. */
  readonly active: string | undefined;
  /** What stands over its columns, in the columns of its rows. */
  readonly titles: ReactNode;
  readonly titlesClass: string | undefined;
  readonly scrollerRef: Ref<HTMLDivElement>;
  /** Of all rows, also of those that are not drawn. */
  readonly heightPx: number;
  readonly children: ReactNode;
}

/** A long list of which only what is seen is drawn, below the titles of its columns. */
export function ListFrame(props: ListFrameProps) {
  const { id, label, active, titles, titlesClass, scrollerRef, heightPx, children } = props;
  return (
    <div className={styles.frame}>
      <div className={`${styles.titles} ${titlesClass}`} aria-hidden>
        {titles}
      </div>
      <div ref={scrollerRef} className={styles.scroller}>
        <div
          id={id}
          role="listbox"
          tabIndex={0}
          aria-label={label}
          aria-activedescendant={active}
          className={styles.rows}
          style={{ height: heightPx }}
        >
          {children}
        </div>
      </div>
    </div>
  );
}
