import type { ReactNode } from 'react';
import type { Settings } from '../../../domain/settings/settings.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './HubScreen.module.css';

/** Kinds of records by what the head of each tells: see domain/journal/record.ts. */
const kinds = ['sale', 'claim', 'z', 'shift', 'act'] as const;

interface WhatLeavesProps {
  readonly title: string;
  readonly sharing: Settings['sharing'];
  /** What can be chosen of it. */
  readonly children?: ReactNode;
}

/** What each kind of record tells the hub now, and what it never hears. */
export function WhatLeaves({ title, sharing, children }: WhatLeavesProps) {
  const say = useText();
  return (
    <section className={styles.card} aria-label={title}>
      <h2>{title}</h2>
      <dl className={styles.tells}>
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{say.text(`sync.tells.${kind}`)}</dt>
            <dd>{say.text(`sync.tells.${sharing}.${kind}`)}</dd>
          </div>
        ))}
        <div>
          <dt>{say.text('sync.tells.never')}</dt>
          <dd>{say.text('sync.tellsNever')}</dd>
        </div>
      </dl>
      {children}
    </section>
  );
}
