import { IconCalendarOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/use-text.ts';
import { every, hubQuery } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { More } from '../../system/More.tsx';
import { Read } from '../../system/Read.tsx';
import { BY_TILL, ClosureRow } from '../calendar/ClosureRow.tsx';
import { byCursor, REFRESH_MS } from '../use-fees.ts';
import styles from './messages.module.css';

interface StampedClosuresProps {
  readonly mall: string;
  readonly month: string;
}

/** Closures of this month that stalls stamped on their tills. */
export function StampedClosures({ mall, month }: StampedClosuresProps) {
  const say = useText();
  const closures = useInfiniteQuery({
    ...hubQuery.matters.listClosures.infiniteOptions({
      input: (cursor: string) => ({ mall, month, cursor }),
      ...byCursor,
    }),
    refetchInterval: every(REFRESH_MS),
  });
  return (
    <Read of={closures}>
      {({ pages }) => {
        const all = pages.flatMap((page) => page.closures);
        const mayFollow = closures.hasNextPage;
        const stamped = all.filter(({ by, isEnded }) => by === BY_TILL && !isEnded);
        return (
          <>
            <section className={card.card}>
              {stamped.length === 0 && mayFollow ? (
                <p className={styles.notYet} role="status">
                  {say.text('console.fees.calendar.noneYet', { count: all.length })}
                </p>
              ) : stamped.length === 0 ? (
                <EmptyState Icon={IconCalendarOff} title={say.text('console.fees.calendar.none')}>
                  {say.text('console.fees.calendar.noneHow')}
                </EmptyState>
              ) : (
                <ul className={card.list} aria-label={say.text('console.fees.calendar.list')}>
                  {stamped.map((closure) => (
                    <li key={closure.id}>
                      <ClosureRow closure={closure} />
                    </li>
                  ))}
                </ul>
              )}
            </section>
            <More of={closures} />
          </>
        );
      }}
    </Read>
  );
}
