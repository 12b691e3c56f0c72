import {
  IconCircleCheckFilled,
  IconCircleXFilled,
  IconHelpCircleFilled,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../use-text.ts';
import styles from './VerdictCard.module.css';

/** Proved; disproved; or it cannot be told. */
export type Finding = 'genuine' | 'false' | 'unknown';

interface VerdictCardProps {
  readonly finding: Finding;
  readonly why: string;
  /** What the code says; null where it cannot be read. */
  readonly fields: readonly VerdictField[] | null;
  /** What is to be done with what is proved. */
  readonly children?: ReactNode;
}

/** One thing that a code says. */
export interface VerdictField {
  readonly name: string;
  readonly value: string;
  /** The figure that matters most. */
  readonly isAmount?: true;
  /** Of words that stand in one language whatever the page speaks. */
  readonly lang?: string;
}

const marks = {
  genuine: IconCircleCheckFilled,
  false: IconCircleXFilled,
  unknown: IconHelpCircleFilled,
} as const;

/**
 * What is read aloud is there before its words are: a screen reader is silent on a verdict that
 * comes with them.
 */
export function VerdictPlace({ children }: { readonly children: ReactNode }) {
  return <div aria-live="assertive">{children}</div>;
}

/** The one word first, then why, then what the code says. */
export function VerdictCard({ finding, why, fields, children }: VerdictCardProps) {
  const say = useText();
  const Mark = marks[finding];
  const isGenuine = finding === 'genuine';
  return (
    <section className={styles.verdict} data-finding={finding}>
      <div className={styles.word}>
        <Mark aria-hidden size={56} />
        <h2>{say.text(`check.${finding}`)}</h2>
        <p>{why}</p>
      </div>
      {fields && (
        <div className={styles.fields}>
          {!isGenuine && <p>{say.text('check.claimed')}</p>}
          <dl>
            {fields.map(({ name, value, isAmount, lang }) => (
              <div key={name} className={isAmount && styles.amount}>
                <dt>{name}</dt>
                <dd lang={lang}>{value}</dd>
              </div>
            ))}
          </dl>
          {isGenuine && children}
        </div>
      )}
    </section>
  );
}

/** What is less important to know of it. */
export function SoftNote({ children }: { readonly children: ReactNode }) {
  return <p className={styles.soft}>{children}</p>;
}
