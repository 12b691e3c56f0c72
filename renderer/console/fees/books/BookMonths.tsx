import { IconBook2 } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { FeeMonth } from '../../../../domain/fees/matters/month-contract.ts';
import { periodWords } from '../../../../domain/fees/papers/paper-words.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/use-text.ts';
import { every, hubQuery } from '../../hub-client.ts';
import { addressOf } from '../../route.ts';
import card from '../../system/card.module.css';
import { More } from '../../system/More.tsx';
import { PageFrame } from '../../system/PageFrame.tsx';
import { Read } from '../../system/Read.tsx';
import { Chip } from '../Chip.tsx';
import type { FeesRoute } from '../fees-route.ts';
import { byCursor, REFRESH_MS } from '../use-fees.ts';
import styles from './books.module.css';

interface BookMonthsProps {
  readonly route: FeesRoute;
  readonly mall: string;
}

/** Every month that has postings, open or closed; each leads to its journal. */
export function BookMonths({ route, mall }: BookMonthsProps) {
  const say = useText();
  const months = useInfiniteQuery({
    ...hubQuery.matters.listMonths.infiniteOptions({
      input: (cursor: string) => ({ mall, cursor }),
      ...byCursor,
    }),
    refetchInterval: every(REFRESH_MS),
  });
  return (
    <PageFrame title={say.text('console.fees.tab.books')}>
      <Read of={months}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.months);
          if (all.length === 0) return <NoBooks />;
          return (
            <>
              <section className={card.card}>
                <ul className={card.list} aria-label={say.text('console.fees.books.list')}>
                  {all.map((month) => (
                    <li key={month.month}>
                      <MonthRow route={route} month={month} />
                    </li>
                  ))}
                </ul>
              </section>
              <More of={months} />
            </>
          );
        }}
      </Read>
    </PageFrame>
  );
}

interface MonthRowProps {
  readonly route: FeesRoute;
  readonly month: FeeMonth;
}

function MonthRow({ route, month: { month, isClosed, changed, posted } }: MonthRowProps) {
  const say = useText();
  return (
    <a
      className={`${card.row} ${styles.month}`}
      href={addressOf({ ...route, period: month, only: 'journal' })}
    >
      <strong>{periodWords(month, say)}</strong>
      <span>
        <BookState isClosed={isClosed} />
      </span>
      <span className={`${styles.changed} ${card.soft}`}>
        {changed &&
          [
            say.text('console.fees.books.changed', { on: writtenDate(changed.on), by: changed.by }),
            changed.note,
          ]
            .filter(Boolean)
            .join(' · ')}
      </span>
      <span className={card.figure}>{say.money(posted)}</span>
    </a>
  );
}

/** Whether a month takes postings. */
export function BookState({ isClosed }: { readonly isClosed: boolean }) {
  const say = useText();
  return (
    <Chip tone={isClosed ? 'good' : 'plain'}>
      {say.text(isClosed ? 'console.fees.books.closed' : 'console.fees.books.open')}
    </Chip>
  );
}

function NoBooks() {
  const say = useText();
  return (
    <section className={card.card}>
      <EmptyState Icon={IconBook2} title={say.text('console.fees.books.none')}>
        {say.text('console.fees.books.noneHow')}
      </EmptyState>
    </section>
  );
}
