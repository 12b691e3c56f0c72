import { Button } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  readonly Icon: Icon;
  readonly title: string;
  /** Its place among the headings of the screen. */
  readonly level?: 'h1' | 'h2' | 'h3';
  readonly children: ReactNode;
  readonly action?: { readonly text: string; readonly onAct: () => void };
}

/** Says why there is nothing here and what to do about it. */
export function EmptyState(props: EmptyStateProps) {
  const { Icon: Picture, title, level: Heading = 'h2', children, action } = props;
  return (
    <div className={styles.empty}>
      <Picture aria-hidden size={48} stroke={1.25} />
      <Heading>{title}</Heading>
      <p>{children}</p>
      {action && <Button onClick={action.onAct}>{action.text}</Button>}
    </div>
  );
}
