import { Fragment, type CSSProperties } from 'react';
import styles from './Figure.module.css';

/** A unit is written smaller than its figure. */
const UNIT_SCALE = 0.8;

interface FigureProps {
  /** As it is said: `Rp1.250.000`, `72`. */
  readonly text: string;
  /** What stands behind it: `/pcs`. */
  readonly unit?: string;
}

/**
 * A figure that is never cut: it shrinks with its box, and where it cannot shrink any more it goes
 * on in the next line behind a point. Its largest size is that of the text around it.
 */
export function Figure({ text, unit = '' }: FigureProps) {
  // One custom property: how many letters share the width.
  const letters = { '--letters': text.length + unit.length * UNIT_SCALE } as CSSProperties;
  const groups = text.split('.');
  return (
    <span className={styles.box}>
      <span className={styles.figure} style={letters}>
        {groups.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one figure
          <Fragment key={at}>
            {at > 0 && (
              <>
                .<wbr />
              </>
            )}
            {group}
          </Fragment>
        ))}
        {unit !== '' && <small className={styles.unit}>{unit}</small>}
      </span>
    </span>
  );
}
