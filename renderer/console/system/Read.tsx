import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { localStamp, zones } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import { notReadWords } from './failure-words.ts';
import { NotRead } from './NotRead.tsx';
import styles from './Read.module.css';

/** A question to the hub, as react-query has it. */
interface Question<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly dataUpdatedAt: number;
  readonly refetch: () => Promise<unknown>;
}

interface ReadProps<T> {
  readonly of: Question<T>;
  readonly children: (data: T) => ReactNode;
}

/** What the hub has answered; before that that it is asked, and else why there is nothing. */
export function Read<T>({ of, children }: ReadProps<T>) {
  const say = useText();
  const { data, error, dataUpdatedAt, refetch } = of;
  if (data === undefined) {
    if (error) return <NotRead error={error} onRetry={() => void refetch()} />;
    return (
      <p className={styles.loading} role="status">
        <Loader size="sm" aria-hidden />
        {say.text('console.loading')}
      </p>
    );
  }
  return (
    <>
      {error && (
        <div className={styles.stale} role="alert">
          <p>
            {notReadWords(error, say)}{' '}
            {say.text('console.stale', { stamp: localStamp(dataUpdatedAt, zones.WIB) })}
          </p>
          <Button variant="default" onClick={() => void refetch()}>
            {say.text('console.tryAgain')}
          </Button>
        </div>
      )}
      {children(data)}
    </>
  );
}
