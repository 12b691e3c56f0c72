import { Button } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  readonly Icon: Icon;
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: { readonly text: string; readonly onAct: () => void };
}

/** Says why there is nothing here and what to do about it. */
export function EmptyState({ Icon: Picture, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <Picture aria-hidden size={48} stroke={1.25} />
      <h2>{title}</h2>
      <p>{children}</p>
      {action && <Button onClick={action.onAct}>{action.text}</Button>}
    </div>
  );
}
